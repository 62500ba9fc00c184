import { cell, tableOf } from '../table.js';
import { placeNames, type StaffEntry } from './facts.js';
import { fixedNumber, switchboardNumber } from './numbers.js';
import { isIn, keyOf } from './units.js';

/** Extensions of functions and shared lines begin here, in all three municipalities. */
const firstExtension = 1_000;

/** Functions and shared lines, which nobody's name stands on. */
export const functions: readonly StaffEntry[] = placeNames
  .flatMap((place) =>
    tableOf('directory/functions.csv')
      .filter((row) => isIn(place, cell(row, 'where')))
      .map((row) => ({ place, row })),
  )
  .map(({ place, row }, index) => {
    const shared = cell(row, 'kind') === 'SHARED_PHONE';
    const slug = cell(row, 'slug');
    const number = fixedNumber(place, firstExtension + index, shared ? 'SHARED' : 'FUNCTION');
    return {
      key: keyOf(place, slug),
      place,
      kind: shared ? 'SHARED_PHONE' : 'FUNCTION',
      displayName: cell(row, 'name'),
      givenName: null,
      familyName: null,
      title: null,
      unit: keyOf(place, cell(row, 'unit')),
      email: `${slug}@${place}.test`,
      employeeId: null,
      numbers: [slug === 'vaxeln' ? switchboardNumber(place) : number],
    };
  });
