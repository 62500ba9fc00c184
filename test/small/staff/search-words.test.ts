import { expect, test } from '@jest/globals';
import { searchFields } from '../../../src/kernel/search-fields.js';
import { searchWordsOf } from '../../../src/staff/search-words.js';

const person = (displayName: string, familyName: string | null, givenName: string | null) => ({
  displayName,
  familyName,
  givenName,
  title: 'Enhetschef, VA',
});
const words = (text: string) =>
  text
    .split(' ')
    .slice(1)
    .map((word) => word.split('/'));

test('each word has its field, and a name what it sounds like', () => {
  const made = words(searchWordsOf(person('Anna-Karin Sköld', 'Sköld', 'Anna-Karin')));
  expect(made.map(([field, folded, written]) => [Number(field), folded, written])).toEqual([
    [searchFields.FAMILY_NAME, 'skold', 'sköld'],
    [searchFields.GIVEN_NAME, 'anna', 'anna'],
    [searchFields.GIVEN_NAME, 'karin', 'karin'],
    [searchFields.GIVEN_NAME, 'annakarin', 'annakarin'],
    [searchFields.TITLE, 'enhetschef_va', 'enhetschef_va'],
    [searchFields.TITLE_PART, 'enhetschef', 'enhetschef'],
    [searchFields.TITLE_PART, 'va', 'va'],
  ]);
  expect(made.map(([, , , sound]) => sound !== '')).toEqual([
    true,
    true,
    true,
    true,
    false,
    false,
    false,
  ]);
});

test('a part of a family name is known as one, and sounds as it would alone', () => {
  const both = words(searchWordsOf(person('Sara Ek Öberg', 'Ek Öberg', 'Sara')));
  expect(both.slice(0, 2).map(([, folded, written]) => [folded, written])).toEqual([
    ['ek', 'ek-'],
    ['oberg', 'öberg-'],
  ]);
  const alone = words(searchWordsOf(person('Sara Öberg', 'Öberg', 'Sara')));
  expect(both[1]?.[3]).toBe(alone[0]?.[3]);
});

test('what a display name says besides is a name too, and heard where there is no other', () => {
  const called = words(searchWordsOf(person('Kalle Berg', 'Berg', 'Karl')));
  expect(called.find(([, folded]) => folded === 'kalle')).toEqual(['3', 'kalle', 'kalle', '']);
  const [vaxeln] = words(searchWordsOf(person('Växeln', null, null)));
  expect(vaxeln?.slice(0, 3)).toEqual(['3', 'vaxeln', 'växeln']);
  expect(vaxeln?.[3]).not.toBe('');
});

test('no text breaks the signs that part words', () => {
  const made = searchWordsOf(person('a/b 1/2 \u0000 /', '/', ' / '));
  for (const [field, folded, written, ...rest] of words(made)) {
    expect([Number(field) > 0, folded !== '', written !== '']).toEqual([true, true, true]);
    expect(rest).toHaveLength(1);
  }
});
