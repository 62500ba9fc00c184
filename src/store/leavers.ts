import type { SourceKey } from './directory.store.js';
import type { SyncConnection } from './sync-connections.js';

/** Rule R2: soft first. */
const missingMilliseconds = 6 * 3_600_000;
const shownAfterLeavingMilliseconds = 90 * 86_400_000;
const dayMilliseconds = 86_400_000;

/**
 * Who has been missing from two complete reads at least six hours apart has left, and after 90 days is
 * gone for everybody. Returns how many left now, PROTECTED ones left out.
 */
export async function letGo(
  tx: SyncConnection['manager'],
  source: SourceKey,
  at: Date,
): Promise<number> {
  await tx.query(
    `update person set employment = 'GONE'
      where source_id = $1 and employment = 'LEFT' and left_at <= $2`,
    [source.id, before(at, shownAfterLeavingMilliseconds)],
  );
  const [{ left }] = (await tx.query(
    `with gone as (
       update person set employment = 'LEFT', left_at = $3
        where source_id = $1 and employment = 'ACTIVE' and missing_since <= $2
       returning id)
     select count(*)::int as left from gone join person_local l on l.person_id = gone.id
      where l.protection_level <> 'PROTECTED'`,
    [source.id, before(at, missingMilliseconds), at],
  )) as [{ left: number }];
  return left;
}

/**
 * Erases what is known of those who left so many days ago, local facts too, where the municipality has
 * decided so. What is left is an entry without a name, a key or a number. Returns how many.
 */
export async function eraseLeavers(
  tx: SyncConnection['manager'],
  source: SourceKey,
  afterDays: number,
  at: Date,
): Promise<number> {
  const old = (await tx.query(
    `select id from person where source_id = $1 and employment in ('LEFT', 'GONE') and left_at <= $2`,
    [source.id, before(at, afterDays * dayMilliseconds)],
  )) as { id: string }[];
  if (old.length === 0) return 0;
  const ids = [old.map((row) => row.id)];
  for (const statement of erasing) await tx.query(statement, ids);
  return old.length;
}

const erasing = [
  `delete from directory_number where person_id = any($1)`,
  `delete from added_number where person_id = any($1)`,
  `delete from absence where person_id = any($1)`,
  `update absence set substitute_id = null where substitute_id = any($1)`,
  `delete from forwarding where person_id = any($1) or target_person_id = any($1)`,
  `delete from level_rise where person_id = any($1)`,
  `delete from role_grant where person_id = any($1)`,
  `delete from unit_duty where person_id = any($1)`,
  `delete from named_viewer where person_id = any($1) or viewer_id = any($1)`,
  `update person set manager_id = null where manager_id = any($1)`,
  `update person set employment = 'ERASED', directory_key = 'erased:' || id, source_hash = '', display_name = '',
       given_name = null, family_name = null, title = null, email = null, employee_id = null, unit_id = null,
       sort_key = '', folded_text = '', filled = '', dn_digest = null, manager_digest = null, manager_id = null
    where id = any($1)`,
];

function before(at: Date, milliseconds: number): Date {
  return new Date(at.getTime() - milliseconds);
}
