import { randomUUID } from 'node:crypto';
import type { ProtectionLevel } from '../kernel/words.js';
import type { PersonRecord } from '../staff/directory-record.js';
import { listKeyOf } from '../staff/list-key.js';
import { sortKeyOf } from '../staff/names.js';
import { searchWordsOf } from '../staff/search-words.js';
import type { SyncConnection } from './sync-connections.js';
import type { SourceKey } from './directory.store.js';

/** A person to create or overwrite, by directory key. */
export type DirectoryWrite = {
  readonly key: string;
  /** Overwritten, not created. */
  readonly known: boolean;
  readonly hash: string;
  readonly level: ProtectionLevel;
  readonly person: PersonRecord;
  readonly filled: readonly string[];
};

/** Digests a distinguished name, so that it can be compared and is not kept. */
export type Digest = (dn: string) => string;

/** Puts what was read beside what is known, until the run is carried out or given up. Nobody reads it but the run. */
export async function stage(
  connection: SyncConnection,
  source: SourceKey,
  writes: readonly DirectoryWrite[],
  digest: Digest,
): Promise<void> {
  const units = remembering(digest);
  const people = writes.map((write) => personRow(write, randomUUID(), digest, units));
  const numbers = writes.flatMap((write, at) => numberRows(write, people[at]?.person_id ?? ''));
  await connection.query(stageAll, [
    source.id,
    source.municipality,
    ...personColumns.map(([name]) => people.map((row) => row[name])),
    ...numberColumns.map(([name]) => numbers.map((row) => row[name])),
  ]);
}

/** Throws away what was staged of a source. */
export async function clearStage(connection: SyncConnection, source: SourceKey): Promise<void> {
  await connection.query(`delete from staged_number where source_id = $1`, [source.id]);
  await connection.query(`delete from staged_person where source_id = $1`, [source.id]);
}

type PersonRow = ReturnType<typeof personRow>;
type NumberRow = ReturnType<typeof numberRows>[number];

/** The columns of a staged person beside the source's, with their types. */
const personColumns: readonly (readonly [keyof PersonRow, string])[] = [
  ['directory_key', 'text'],
  ['person_id', 'uuid'],
  ['known', 'boolean'],
  ['source_hash', 'text'],
  ['level', 'text'],
  ['display_name', 'text'],
  ['given_name', 'text'],
  ['family_name', 'text'],
  ['title', 'text'],
  ['email', 'text'],
  ['employee_id', 'text'],
  ['kind', 'text'],
  ['account_state', 'text'],
  ['filled', 'text'],
  ['dn_digest', 'text'],
  ['unit_digest', 'text'],
  ['manager_digest', 'text'],
  ['sort_key', 'text'],
  ['search_words', 'text'],
  ['list_key', 'text'],
];
const numberColumns: readonly (readonly [keyof NumberRow, string])[] = [
  ['directory_key', 'text'],
  ['person_id', 'uuid'],
  ['known', 'boolean'],
  ['position', 'integer'],
  ['kind', 'text'],
  ['e164', 'text'],
  ['extension', 'text'],
  ['original', 'text'],
];

/**
 * One statement: between two the database would wait for a program that is busy with the next page. It
 * takes a list for each column, which costs the database a third of what a document of rows does.
 */
const stageAll = `
  with people as (${insertColumns('staged_person', personColumns, 3)})
  ${insertColumns('staged_number', numberColumns, 3 + personColumns.length)}`;

/** Inserts rows of the source ($1, of the municipality $2) whose columns are lists, from parameter `first` on. */
function insertColumns(
  table: string,
  columns: readonly (readonly [string, string])[],
  first: number,
): string {
  const names = columns.map(([name]) => name).join(', ');
  const lists = columns.map(([, type], at) => `$${first + at}::${type}[]`).join(', ');
  return `
  insert into ${table} (source_id, municipality_code, ${names})
  select $1, $2, w.* from unnest(${lists}) as w(${names})`;
}

function personRow(write: DirectoryWrite, id: string, digest: Digest, units: Digest) {
  const { key, known, hash, level, person, filled } = write;
  const { displayName, givenName, familyName, title, unitDn, managerDn } = person;
  const sortKey = sortKeyOf(familyName, givenName, displayName);
  return {
    directory_key: key,
    person_id: id,
    known,
    source_hash: hash,
    level,
    display_name: displayName,
    given_name: givenName,
    family_name: familyName,
    title,
    email: person.email,
    employee_id: person.employeeId,
    kind: person.kind,
    account_state: person.accountState,
    filled: filled.join(' '),
    dn_digest: digest(person.dn),
    unit_digest: unitDn === null ? null : units(unitDn),
    manager_digest: managerDn === null ? null : digest(managerDn),
    sort_key: sortKey,
    search_words: searchWordsOf(person),
    list_key: listKeyOf(sortKey),
  };
}

/** People of one unit come together, and its name is digested once for all of them. */
function remembering(digest: Digest): Digest {
  const known = new Map<string, string>();
  return (dn) => {
    const digested = known.get(dn) ?? digest(dn);
    known.set(dn, digested);
    return digested;
  };
}

function numberRows({ key, known, person }: DirectoryWrite, id: string) {
  return person.numbers.map(({ kind, e164, extension, original }, position) => {
    return { directory_key: key, person_id: id, known, position, kind, e164, extension, original };
  });
}
