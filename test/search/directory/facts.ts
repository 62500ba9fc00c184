import type { PersonKind } from '../../../src/kernel/words.js';
import type { DirectoryNumber } from '../../../src/staff/directory-record.js';

/** A municipality of the fixed directory, by what its keys and mail addresses begin or end with. */
export type Place = 'askersund' | 'hallsberg' | 'laxa';

/** What differs between the three: their letter in the tables, and how many people and numbers each has. */
export const places: Readonly<
  Record<
    Place,
    {
      readonly letter: string;
      readonly code: string;
      readonly name: string;
      readonly areaCode: string;
      readonly people: number;
      /** The extension of the first person; the others follow. */
      readonly firstExtension: number;
      readonly firstEmployeeId: number;
    }
  >
> = {
  askersund: {
    letter: 'A',
    code: '1882',
    name: 'Askersund',
    areaCode: '0583',
    people: 1_600,
    firstExtension: 2_000,
    firstEmployeeId: 20_001,
  },
  hallsberg: {
    letter: 'H',
    code: '1861',
    name: 'Hallsberg',
    areaCode: '0582',
    people: 2_150,
    firstExtension: 4_000,
    firstEmployeeId: 40_001,
  },
  laxa: {
    letter: 'L',
    code: '1860',
    name: 'Laxå',
    areaCode: '0584',
    people: 1_250,
    firstExtension: 7_000,
    firstEmployeeId: 60_001,
  },
};

/** The order in which the directory is made. */
export const placeNames: readonly Place[] = ['askersund', 'hallsberg', 'laxa'];

/** A person, a function or a shared line. */
export type StaffEntry = {
  /** Such as `laxa/per.johnsson`: what the judged queries name it by. */
  readonly key: string;
  readonly place: Place;
  readonly kind: PersonKind;
  readonly displayName: string;
  readonly givenName: string | null;
  readonly familyName: string | null;
  readonly title: string | null;
  /** The key of its unit. */
  readonly unit: string;
  readonly email: string;
  readonly employeeId: string | null;
  readonly numbers: readonly DirectoryNumber[];
};

/** A unit; one with an answer group is found as that group too. */
export type UnitEntry = {
  readonly key: string;
  readonly place: Place;
  readonly name: string;
  readonly parent: string | null;
  /** Which titles its people have. */
  readonly kind: string;
  readonly weight: number;
};

/** Words that callers use, and the units and functions that they lead to, the best first. */
export type Subject = {
  /** The subject itself, then its synonyms. */
  readonly words: readonly string[];
  readonly keys: readonly string[];
};

/** The fixed directory that the judged queries are about. */
export type FixedDirectory = {
  readonly people: readonly StaffEntry[];
  /** Functions and shared lines. */
  readonly functions: readonly StaffEntry[];
  readonly units: readonly UnitEntry[];
  /** Who answers for each other, by the key of the unit. */
  readonly answerGroups: ReadonlyMap<string, readonly string[]>;
  readonly subjects: readonly Subject[];
};
