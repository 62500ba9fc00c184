import type { ScriptedAttributes, ScriptedEntry } from './directory.js';

/** Where the people are, as in the directory of `directoryConfig` (raw-entry.ts). */
export const peopleBase = 'ou=Personal,dc=hallsberg,dc=test';

/** The unit at the base, for whoever reads units too. */
export const sampleUnit: ScriptedEntry = {
  dn: peopleBase,
  attributes: {
    objectClass: ['organizationalUnit'],
    ou: ['Personal'],
    entryUUID: ['00000000-0000-4000-9000-000000000000'],
  },
};

/** The person with this number, from 1, with the given attributes added or in place of its own. */
export function samplePerson(number: number, attributes: ScriptedAttributes = {}): ScriptedEntry {
  const digits = String(number).padStart(6, '0');
  return {
    dn: `uid=p${number},${peopleBase}`,
    attributes: {
      objectClass: ['inetOrgPerson'],
      uid: [`p${number}`],
      cn: [`Åsa Öberg ${number}`],
      givenName: ['Åsa'],
      sn: [`Öberg ${number}`],
      displayName: [`Åsa Öberg ${number}`],
      title: ['Handläggare'],
      mail: [`p${number}@hallsberg.test`],
      employeeNumber: [String(1_000_000 + number)],
      telephoneNumber: [`0582-${digits}`],
      entryUUID: [`00000000-0000-4000-8000-${String(number).padStart(12, '0')}`],
      ...attributes,
    },
  };
}

/** So many people, numbered from 1. */
export function samplePeople(count: number): readonly ScriptedEntry[] {
  return Array.from({ length: count }, (_, i) => samplePerson(i + 1));
}

/** "Överförmyndare" as an old system writes it. */
export const notUtf8 = Buffer.from('Överförmyndare', 'latin1');
/** An objectGUID whose bytes happen to be text. */
export const readableGuid = Buffer.from('SextonBokstäver');
/** A photo that nobody should ask for. */
export const twoMegabytes = Buffer.alloc(2 * 1024 * 1024, 0xff);
