import { randomUUID } from 'node:crypto';
import type { ProtectionLevel } from '../kernel/words.js';
import type { PersonRecord } from '../staff/directory-record.js';
import { foldForSearch, sortKeyOf } from '../staff/names.js';
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
  const ids = writes.map(() => randomUUID());
  const units = remembering(digest);
  const people = writes.map((write, at) => personRow(write, ids[at] ?? '', digest, units));
  const numbers = writes.flatMap((write, at) => numberRows(write, ids[at] ?? ''));
  await connection.query(stageAll, [
    source.id,
    source.municipality,
    JSON.stringify(people),
    JSON.stringify(numbers),
  ]);
}

/** Throws away what was staged of a source. */
export async function clearStage(connection: SyncConnection, source: SourceKey): Promise<void> {
  await connection.query(`delete from staged_number where source_id = $1`, [source.id]);
  await connection.query(`delete from staged_person where source_id = $1`, [source.id]);
}

/** One statement: between two the database would wait for a program that is busy with the next page. */
const stageAll = `
  with people as (
  insert into staged_person (source_id, municipality_code, directory_key, person_id, known, source_hash,
      level, display_name, given_name, family_name, title, email, employee_id, kind, account_state, filled,
      dn_digest, unit_digest, manager_digest, sort_key, folded_text)
  select $1, $2, w.key, w.id, w.known, w.hash, w.level, w.display_name, w.given_name,
      w.family_name, w.title, w.email, w.employee_id, w.kind, w.account_state, w.filled, w.dn, w.unit,
      w.manager, w.sort_key, w.folded
    from json_to_recordset($3) as w(key text, id uuid, known boolean, hash text, level text, display_name text,
        given_name text, family_name text, title text, email text, employee_id text, kind text,
        account_state text, filled text, dn text, unit text, manager text, sort_key text, folded text))
  insert into staged_number (source_id, municipality_code, directory_key, person_id, known, position, kind,
      e164, extension, original)
  select $1, $2, n.key, n.id, n.known, n.position, n.kind, n.e164, n.extension, n.original
    from json_to_recordset($4) as n(key text, id uuid, known boolean, position integer, kind text, e164 text, extension text,
        original text)`;

function personRow(write: DirectoryWrite, id: string, digest: Digest, units: Digest) {
  const { key, known, hash, level, person, filled } = write;
  const { displayName, givenName, familyName, title, unitDn, managerDn } = person;
  return {
    key,
    id,
    known,
    hash,
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
    dn: digest(person.dn),
    unit: unitDn === null ? null : units(unitDn),
    manager: managerDn === null ? null : digest(managerDn),
    sort_key: sortKeyOf(familyName, givenName, displayName),
    folded: foldForSearch(`${displayName} ${title ?? ''}`),
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
    return { key, id, known, kind, e164, extension, original, position };
  });
}
