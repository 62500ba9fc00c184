import { expect, test } from '@jest/globals';
import { listKeyOf } from '../../../src/staff/list-key.js';
import { sortKeyOf } from '../../../src/staff/names.js';
import { fixedDirectory } from '../../search/directory.js';

const swedish = new Intl.Collator('sv');
const byBytes = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b));

test('å, ä and ö stand last, ü as y, and other marks as without them', () => {
  const names = ['Ödman', 'Älv', 'Ål', 'Zander', 'Yng', 'Übel', 'Édin', 'Edman', 'Aas', 'Øster'];
  expect(names.toSorted((a, b) => byBytes(listKeyOf(a), listKeyOf(b)))).toEqual([
    'Aas',
    'Édin',
    'Edman',
    'Übel',
    'Yng',
    'Zander',
    'Ål',
    'Älv',
    'Ödman',
    'Øster',
  ]);
});

test('the people of the fixed directory stand as the collation has them', () => {
  const keys = fixedDirectory.people.map(({ familyName, givenName, displayName }) =>
    sortKeyOf(familyName, givenName, displayName),
  );
  const expected = keys.toSorted(swedish.compare);
  const found = keys.toSorted((a, b) => byBytes(listKeyOf(a), listKeyOf(b)));
  const differing = found.filter((key, at) => swedish.compare(key, expected[at] ?? '') !== 0);
  expect(differing).toEqual([]);
});
