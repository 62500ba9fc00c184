import { randomUUID } from 'node:crypto';
import type { ProtectionLevel } from '../kernel/words.js';
import type { PersonRecord } from '../staff/directory-record.js';
import { foldForSearch, sortKeyOf } from '../staff/names.js';

/** A person to create or overwrite, by directory key. */
export type DirectoryWrite = {
  readonly key: string;
  readonly hash: string;
  readonly level: ProtectionLevel;
  readonly person: PersonRecord;
};

/** Creates and overwrites people by directory key. */
export const upsertPeople = `
  insert into person (id, municipality_code, source_id, directory_key, source_hash, display_name,
      given_name, family_name, title, email, employee_id, kind, account_state, unit_id, sort_key, folded_text,
      employment, filled)
  select w.id, $2, $1, w.key, w.hash, w.display_name, w.given_name, w.family_name, w.title, w.email,
      w.employee_id, w.kind, w.account_state, u.id, w.sort_key, w.folded_text, 'ACTIVE', ''
    from jsonb_to_recordset($3) as w(id uuid, key text, hash text, display_name text, given_name text,
        family_name text, title text, email text, employee_id text, kind text, account_state text,
        unit text, sort_key text, folded_text text)
    left join unit u on u.source_id = $1 and u.directory_key = w.unit
  on conflict on constraint person_source_key do update set
      source_hash = excluded.source_hash, display_name = excluded.display_name,
      given_name = excluded.given_name, family_name = excluded.family_name, title = excluded.title,
      email = excluded.email, employee_id = excluded.employee_id, kind = excluded.kind,
      account_state = excluded.account_state, unit_id = excluded.unit_id,
      sort_key = excluded.sort_key, folded_text = excluded.folded_text`;

/** Gives new people their level; those who have one keep it. */
export const insertLocal = `
  insert into person_local (person_id, municipality_code, protection_level, version)
  select p.id, p.municipality_code, w.level, 1
    from jsonb_to_recordset($2) as w(key text, level text)
    join person p on p.source_id = $1 and p.directory_key = w.key
  on conflict on constraint person_local_pkey do nothing`;

/** Writes the numbers that the directory gives. */
export const insertNumbers = `
  insert into directory_number (municipality_code, person_id, kind, e164, extension, original, position)
  select p.municipality_code, p.id, n.kind, n.e164, n.extension, n.original, n.position
    from jsonb_to_recordset($2) as n(key text, kind text, e164 text, extension text,
        original text, position integer)
    join person p on p.source_id = $1 and p.directory_key = n.key`;

/** One person as the statements take it. */
export function personRow(
  { key, hash, level, person }: DirectoryWrite,
  units: ReadonlyMap<string, string>,
) {
  return {
    id: randomUUID(),
    key,
    hash,
    level,
    display_name: person.displayName,
    given_name: person.givenName,
    family_name: person.familyName,
    title: person.title,
    email: person.email,
    employee_id: person.employeeId,
    kind: person.kind,
    account_state: person.accountState,
    unit: units.get(person.unitDn ?? '') ?? null,
    sort_key: sortKeyOf(person.familyName, person.givenName, person.displayName),
    folded_text: foldForSearch(`${person.displayName} ${person.title ?? ''}`),
  };
}

/** One loss as the statements take it. */
export function lossRow(loss: string) {
  const [kind = '', ...key] = loss.split(':');
  return { id: randomUUID(), kind, key: key.join(':') };
}

/** One person's numbers as the statements take them. */
export function numberRows({ key, person }: DirectoryWrite) {
  return person.numbers.map(({ kind, e164, extension, original }, position) => {
    return { key, kind, e164, extension, original, position };
  });
}
