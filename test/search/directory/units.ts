import { cell, tableOf } from '../table.js';
import { placeNames, places, type Place, type UnitEntry } from './facts.js';

/** The units of all municipalities, parents before those below them. */
export const units: readonly UnitEntry[] = placeNames.flatMap((place) =>
  tableOf('directory/units.csv')
    .filter((row) => isIn(place, cell(row, 'where')))
    .map((row) => ({
      key: keyOf(place, cell(row, 'slug')),
      place,
      name: cell(row, 'name'),
      parent: cell(row, 'parent') === '' ? null : keyOf(place, cell(row, 'parent')),
      kind: cell(row, 'kind'),
      weight: Number(cell(row, 'weight')),
    })),
);

/** Whether a row of a table is about a municipality. */
export function isIn(place: Place, where: string): boolean {
  return where.includes(places[place].letter);
}

/** What an entry of a municipality is named by. */
export function keyOf(place: Place, slug: string): string {
  return `${place}/${slug}`;
}
