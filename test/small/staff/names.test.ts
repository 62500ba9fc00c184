import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { cleanText, displayNameOf, foldForSearch, sortKeyOf } from '../../../src/staff/names.js';
import { growth } from '../../support/growth.js';

describe('names are folded to what anybody can type', () => {
  test.each([
    ['Åsa-Lena Ängström', 'asa lena angstrom'],
    ['A\u030asa', 'asa'],
    ['André Müller', 'andre muller'],
    ['Sørensen', 'sorensen'],
    ['Ærø', 'aero'],
    ['Weiß', 'weiss'],
    ['WEIẞ', 'weiss'],
    ['Đoković', 'dokovic'],
    ['Łukasz', 'lukasz'],
    ['Þór', 'thor'],
    ['İnci Işık', 'inci isik'],
    ["  O'Brien,  Eva (vik.) ", 'o brien eva vik'],
    ['ﬁn １２', 'fin 12'],
    ['IT-enhet 2', 'it enhet 2'],
    ['Ольга', 'ольга'],
    ['—', ''],
  ])('%s', (name, folded) => {
    expect(foldForSearch(name)).toBe(folded);
  });

  test('folding twice changes nothing, and leaves single spaces only', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const folded = foldForSearch(text);
        expect(foldForSearch(folded)).toBe(folded);
        expect(folded).toBe(folded.split(' ').filter(Boolean).join(' '));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('text is cleaned before it is kept', () => {
  test.each([
    ['  Eva \t\r\n  Ek ', 'Eva Ek'],
    ['A\u030asa', 'Åsa'],
    ['Eva\u0000Ek', 'EvaEk'],
    ['Eva\u202e Ek\u200f', 'Eva Ek'],
    ['\ufeffEva\u00a0\u2003Ek', 'Eva Ek'],
    ['Eva\ud800Ek', 'EvaEk'],
    ['👩‍🚒', '👩‍🚒'],
    ['\u0000 \u200e\u2028', null],
    ['', null],
  ])('%j', (text, cleaned) => {
    expect(cleanText(text, 40)).toBe(cleaned);
  });

  test.each([
    ['Eva Ek', 4, 'Eva'],
    ['😀😀😀', 2, '😀😀'],
    ['a😀😀', 2, 'a😀'],
    ['Eva', 0, null],
  ])('%s is cut to %d code points', (text, length, cut) => {
    expect(cleanText(text, length)).toBe(cut);
  });

  test('what remains is well formed, short enough, and clean already', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(20), (text, length) => {
        const cleaned = cleanText(text, length);
        if (cleaned === null) return;
        expect(Array.from(cleaned).length).toBeLessThanOrEqual(length);
        expect(cleaned).not.toMatch(/\p{Cc}|\p{Cs}/u);
        expect(cleanText(cleaned, length)).toBe(cleaned);
      }),
      { numRuns: 2000 },
    );
  });
});

test.each(['a', ' ', '\u0000', '-', '\u0301\u0316', '😀'])(
  '100 kB of %j end in linear time',
  (unit) => {
    const read = (texts: string[]) => {
      for (const text of texts) {
        expect(foldForSearch(`Ek ${text}`)).toMatch(/^ek/);
        expect(cleanText(`Ek ${text}`, 100)).toMatch(/^Ek/);
      }
    };
    const of = (length: number) => [
      unit.repeat(length),
      `a${'\u0301'.repeat(length)}${'\u0316'.repeat(length)}`,
    ];
    expect(growth(read, of(500), of(50_000))).toBeLessThan(1_000);
  },
);

test.each([
  [{ displayName: 'Eva Ek', givenName: 'Eva Maria', familyName: 'Ek' }, 'Eva Ek'],
  [{ displayName: null, givenName: 'Eva', familyName: 'Ek' }, 'Eva Ek'],
  [{ displayName: ' ', givenName: null, familyName: 'Ek' }, 'Ek'],
  [{ displayName: null, givenName: 'Eva', familyName: '' }, 'Eva'],
  [{ displayName: null, givenName: null, familyName: ' ' }, null],
])('of the names %j the one shown is %s', (names, shown) => {
  expect(displayNameOf(names)).toBe(shown);
});

test('lists are sorted by family name, then given name, else by the name shown', () => {
  expect(sortKeyOf('Ek', 'Eva', 'Eva Ek')).toBe('Ek  Eva');
  expect(sortKeyOf('Ek', null, 'Eva Ek')).toBe('Ek');
  expect(sortKeyOf(' ', 'Eva', 'Växeln')).toBe('Växeln');
  const keys = [
    sortKeyOf('Bergman', 'Anna', ''),
    sortKeyOf('Berg Ek', 'Anna', ''),
    sortKeyOf('Ödman', 'Anna', ''),
    sortKeyOf('Ärlig', 'Anna', ''),
    sortKeyOf('Åberg', 'Anna', ''),
    sortKeyOf('Berg', 'Åke', ''),
  ];
  expect(keys.toSorted(new Intl.Collator('sv').compare)).toEqual([
    'Berg  Åke',
    'Berg Ek  Anna',
    'Bergman  Anna',
    'Åberg  Anna',
    'Ärlig  Anna',
    'Ödman  Anna',
  ]);
});
