import type { AuditAction, AuditOrigin } from '../kernel/audit-words.js';

/**
 * Records what a sync of a source ($1) changes, in the statement that changes it or beside it in the
 * same transaction: one row for each of `changed`, which gives id, municipality_code and fields. `at`
 * is the parameter with the instant.
 */
export function recorded(
  action: AuditAction,
  at: string,
  changed: string,
  origin: AuditOrigin = 'SYNC',
): string {
  return `
  insert into audit_entry (id, at, municipality_code, actor, roles, organisation, action, origin, about,
      object, fields, purpose)
  select nextval('audit_entry_number'), ${at}::timestamptz, c.municipality_code, 'sync:' || $1::text, '', null,
      '${action}', '${origin}', c.id, null, c.fields, null
    from ${changed} c`;
}

/** The columns of a person that are shown, by the names that the schema has. */
const shown = {
  displayName: 'display_name',
  givenName: 'given_name',
  familyName: 'family_name',
  title: 'title',
  email: 'email',
  employeeId: 'employee_id',
  kind: 'kind',
  accountState: 'account_state',
} as const;

const differing = Object.entries(shown).map(
  ([field, column]) => `case when p.${column} is distinct from s.${column} then '${field}' end`,
);
const inOrder = `array_agg(row(n.kind, n.e164, n.extension, n.original)::text order by n.position)`;

/** What is new of the staged people who are known, before they are overwritten; nobody of whom nothing is that is shown. */
export const recordUpdates = recorded(
  'SYNC_UPDATE',
  '$2',
  `(
    select p.id, p.municipality_code, array_remove(array[
        ${differing.join(',\n        ')},
        case when p.unit_id is distinct from u.id then 'unit' end,
        case when before.numbers is distinct from after.numbers then 'numbers' end], null) as fields
      from staged_person s
      join person p on p.id = s.person_id
      left join unit u on u.source_id = $1 and u.dn_digest = s.unit_digest
      left join (
        select n.person_id, ${inOrder} as numbers
          from directory_number n join staged_person k on k.person_id = n.person_id
         where k.source_id = $1 and k.known group by n.person_id) before on before.person_id = p.id
      left join (
        select n.person_id, ${inOrder} as numbers
          from staged_number n where n.source_id = $1 and n.known group by n.person_id) after on after.person_id = p.id
     where s.source_id = $1 and s.known)`,
).concat(` where c.fields <> '{}'`);

/** The staged people who are new, in the order of their ids: that index is the one that costs. */
export const recordCreations = recorded(
  'SYNC_CREATE',
  '$2',
  `(
    select s.person_id as id, s.municipality_code, '{}'::text[] as fields
      from staged_person s where s.source_id = $1 and not s.known order by s.person_id)`,
);
