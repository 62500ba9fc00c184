import { fixedDirectory } from './directory.js';
import { places, type StaffEntry, type UnitEntry } from './directory/facts.js';

/** What stands on one entry, word for word: for holding queries against it, not for finding it. */
export type Written = {
  readonly key: string;
  readonly familyName: string | null;
  /** Words of its name, and of its mail address before the @, which has them without marks. */
  readonly name: readonly string[];
  readonly title: readonly string[];
  /** Of its unit, municipality and mail address. */
  readonly around: readonly string[];
  /** Of subjects that lead to it, or to its unit. */
  readonly subjects: readonly string[];
  /** All digits of each number, and its extension. */
  readonly digits: readonly string[];
  readonly employeeId: string | null;
};

const unitNames = new Map(fixedDirectory.units.map(({ key, name }) => [key, name]));

/** Every entry of the fixed directory by its key. */
export const written: ReadonlyMap<string, Written> = new Map([
  ...[...fixedDirectory.people, ...fixedDirectory.functions].map(ofStaff).map(byKey),
  ...fixedDirectory.units.map(ofUnit).map(byKey),
]);

/** Small letters without marks, cut at everything that is no letter or digit. */
export function wordsOf(text: string): readonly string[] {
  const bare = text.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '');
  return bare.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
}

function ofStaff(entry: StaffEntry): Written {
  const { key, place, displayName, familyName, title, unit, email, employeeId, numbers } = entry;
  return {
    key,
    familyName,
    name: [...wordsOf(displayName), ...wordsOf(email.split('@')[0] ?? '')],
    title: wordsOf(title ?? ''),
    around: [unitNames.get(unit) ?? '', places[place].name, place, email].flatMap(wordsOf),
    subjects: subjectsOf(key, unit),
    digits: numbers.flatMap(({ e164, extension }) =>
      [e164?.slice(1) ?? [], extension ?? []].flat(),
    ),
    employeeId,
  };
}

function ofUnit({ key, place, name }: UnitEntry): Written {
  return {
    key,
    familyName: null,
    name: wordsOf(name),
    title: [],
    around: [places[place].name, place].flatMap(wordsOf),
    subjects: subjectsOf(key, key),
    digits: [],
    employeeId: null,
  };
}

function subjectsOf(...keys: readonly string[]): readonly string[] {
  return fixedDirectory.subjects
    .filter((subject) => keys.some((key) => subject.keys.includes(key)))
    .flatMap(({ words }) => words.flatMap(wordsOf));
}

function byKey(entry: Written): readonly [string, Written] {
  return [entry.key, entry];
}
