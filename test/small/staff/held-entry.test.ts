import { expect, test } from '@jest/globals';
import { heldEntry, inTurns } from '../../../src/staff/held-entry.js';

test.each([
  ['MISSING:a-1', { change: 'MISSING', field: null, keys: ['a-1'] }],
  ['DISABLED:a-1', { change: 'DISABLED', field: null, keys: ['a-1'] }],
  ['CREATED:a-1', { change: 'CREATED', field: null, keys: ['a-1'] }],
  ['LOST:mobile:a-1', { change: 'LOST_FIELD', field: 'mobile', keys: ['a-1'] }],
  ['RELINK:a-1:b-2', { change: 'RELINKED', field: null, keys: ['a-1', 'b-2'] }],
  ['REJECTED:a-1', { change: 'REJECTED', field: null, keys: ['a-1'] }],
  ['KIND:FUNCTION', null],
  ['MARK:skyddad', null],
  ['CONFIGURATION:c', null],
  ['constructor:a-1', null],
  ['MISSING', null],
  ['', null],
])('%s says what would be done to whom', (text, entry) => {
  expect(heldEntry(text)).toEqual(entry);
});

test('the first few entries show each change and field, however many there are of one', () => {
  const texts = ['LOST:mobile:a', 'LOST:mobile:b', 'LOST:mobile:c', 'LOST:title:a', 'MISSING:d'];
  const entries = texts.flatMap((text) => heldEntry(text) ?? []);
  const shown = inTurns(entries).map(({ change, field, keys }) => [change, field, ...keys]);
  expect(shown).toEqual([
    ['LOST_FIELD', 'mobile', 'a'],
    ['LOST_FIELD', 'title', 'a'],
    ['MISSING', null, 'd'],
    ['LOST_FIELD', 'mobile', 'b'],
    ['LOST_FIELD', 'mobile', 'c'],
  ]);
  expect(inTurns([])).toEqual([]);
});
