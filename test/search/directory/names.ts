import { cell, tableOf } from '../table.js';
import type { Chance, Weighted } from './chance.js';

/** The name of an invented person: common names, combined by chance. */
export type InventedName = { readonly given: string; readonly family: string };

type Origin = 'swedish' | 'other';

const given = namesOf('directory/given-names.csv');
const family = namesOf('directory/family-names.csv');

/** How often a name is from elsewhere, its surname is Swedish all the same, and a Swedish surname is double-barrelled. */
const [fromElsewhere, mixed, doubleBarrelled] = [0.12, 0.15, 0.04];

/** Draws a name. */
export function drawName(chance: Chance): InventedName {
  const origin: Origin = chance.next() < fromElsewhere ? 'other' : 'swedish';
  const familyOrigin = origin === 'other' && chance.next() >= mixed ? 'other' : 'swedish';
  const first = chance.one(given[origin]);
  const last = chance.one(family[familyOrigin]);
  const double =
    familyOrigin === 'swedish' && chance.next() < doubleBarrelled
      ? chance.one(family.swedish)
      : last;
  const hyphen = chance.next() < 0.4 ? '-' : ' ';
  return {
    given: first,
    family: double === last || /-/.test(last + double) ? last : `${last}${hyphen}${double}`,
  };
}

function namesOf(file: string): Readonly<Record<Origin, readonly Weighted<string>[]>> {
  const of = (origin: Origin) =>
    tableOf(file)
      .filter((row) => cell(row, 'origin') === origin)
      .flatMap((row) =>
        cell(row, 'names')
          .split(' ')
          .map((name) => name.replaceAll('_', ' '))
          .map((value) => ({ value, weight: Number(cell(row, 'weight')) })),
      );
  return { swedish: of('swedish'), other: of('other') };
}
