import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { keepingPlaces } from '../../../src/staff/keeping-places.js';

/** Small letters are seen, and capitals are not. */
const placed = (list: string) =>
  Array.from(list).map((id) => ({ id, seen: id === id.toLowerCase() }));
const after = (before: string, wanted: string) =>
  keepingPlaces(placed(before), Array.from(wanted)).join('');

test.each([
  ['', 'ab', 'ab'],
  ['ab', 'ba', 'ba'],
  ['aXb', 'ba', 'bXa'],
  ['Xab', 'b', 'Xb'],
  ['abX', 'ab', 'abX'],
  ['abX', 'a', 'aX'],
  ['abX', '', 'X'],
  ['aXbY', 'cab', 'cXaYb'],
  // Whoever is named without being seen is in the list already, and is not there twice.
  ['aXb', 'Xa', 'aX'],
])('of %j wanted as %j there is %j', (before, wanted, expected) => {
  expect(after(before, wanted)).toBe(expected);
});

test('property: nobody unseen is lost, everybody wanted is there once, in the order wanted', () => {
  const letters = fc.uniqueArray(fc.constantFrom(...'abcdeVWXYZ'.split('')));
  const seen = fc.uniqueArray(fc.constantFrom(...'abcdefg'.split('')));
  fc.assert(
    fc.property(letters, seen, (before, wanted) => {
      const list = keepingPlaces(placed(before.join('')), wanted);
      expect(list.filter((id) => id !== id.toUpperCase())).toEqual(wanted);
      expect(list.filter((id) => id === id.toUpperCase())).toEqual(
        before.filter((id) => id === id.toUpperCase()),
      );
    }),
  );
});
