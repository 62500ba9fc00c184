import { fixedDirectory } from '../../search/directory.js';
import { placeNames, type StaffEntry } from '../../search/directory/facts.js';
import { crowd } from '../population.js';

/** Everybody lies below this. */
export const suffix = 'dc=sydnarke,dc=test';

const unitNames = new Map(fixedDirectory.units.map(({ key, name }) => [key, name]));

/** The LDIF of the people whom `fill` writes: the suffix, a branch for each municipality, and everybody. */
export function* peopleLdif(people: number): Generator<string> {
  yield `dn: ${suffix}\nobjectClass: dcObject\nobjectClass: organization\ndc: sydnarke\no: Sydnärke\n\n`;
  for (const place of placeNames)
    yield `dn: ou=${place},${suffix}\nobjectClass: organizationalUnit\nou: ${place}\n\n`;
  yield textOf([...fixedDirectory.people, ...fixedDirectory.functions]);
  for (const { entries } of crowd(people)) yield textOf(entries);
}

function textOf(entries: readonly StaffEntry[]): string {
  return entries.map((entry) => `${linesOf(entry).join('\n')}\n\n`).join('');
}

/** Who has no family name, as a function, has its name there: an inetOrgPerson must have one. */
function linesOf(entry: StaffEntry): readonly string[] {
  const { key, place, displayName, email, numbers } = entry;
  const optional = {
    givenName: entry.givenName,
    title: entry.title,
    employeeNumber: entry.employeeId,
    ou: unitNames.get(entry.unit) ?? null,
  };
  return [
    `dn: uid=${key.replace('/', '.')},ou=${place},${suffix}`,
    'objectClass: inetOrgPerson',
    `uid: ${key.replace('/', '.')}`,
    `cn: ${displayName}`,
    `sn: ${entry.familyName ?? displayName}`,
    `mail: ${email}`,
    ...Object.entries(optional).flatMap(([name, value]) =>
      value === null ? [] : [`${name}: ${value}`],
    ),
    ...numbers.map(
      ({ kind, e164, extension }) =>
        `${kind === 'MOBILE' ? 'mobile' : 'telephoneNumber'}: ${e164 ?? extension}`,
    ),
  ];
}
