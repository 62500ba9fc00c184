import type { E164, Extension } from '../../src/staff/phone-number.js';
import { Chance } from './directory/chance.js';
import { places, type Place, type StaffEntry } from './directory/facts.js';
import { latin } from './directory/latin.js';
import { drawName } from './directory/names.js';
import { titlesOf } from './directory/titles.js';
import { units } from './directory/units.js';

/**
 * More invented people of a municipality, so many from one on: common names, a title of their unit, and a direct number
 * whose subscriber part begins with 0, as none in use does. Always the same.
 */
export function manyPeople(place: Place, from: number, count: number): readonly StaffEntry[] {
  const here = units.filter((unit) => unit.place === place);
  const weighted = here.map((unit) => ({ value: unit, weight: unit.weight }));
  return Array.from({ length: count }, (_, at): StaffEntry => {
    const index = from + at;
    const chance = new Chance(`many ${place} ${index}`);
    const { given, family } = drawName(chance);
    const unit = chance.one(weighted);
    const digits = String(1_000_000 + index).slice(1);
    return {
      key: `${place}/many-${index}`,
      place,
      kind: 'EMPLOYEE',
      displayName: `${given} ${family}`,
      givenName: given,
      familyName: family,
      title: chance.one(titlesOf(unit.kind).others),
      unit: unit.key,
      email: `${latin(given)}.${latin(family)}.${index}@${place}.test`,
      employeeId: `M${places[place].letter}${index}`,
      numbers: [
        {
          kind: 'DIRECT',
          e164: `+46${places[place].areaCode.slice(1)}00${digits}` as E164,
          extension: digits as Extension,
          original: `${places[place].areaCode}-00 ${digits}`,
        },
      ],
    };
  });
}
