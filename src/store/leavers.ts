import type { SourceKey } from './directory.store.js';
import { recorded } from './sync-audit.sql.js';
import type { SyncConnection } from './sync-connections.js';

/** Rule R2: soft first. */
const missingMilliseconds = 6 * 3_600_000;
const shownAfterLeavingMilliseconds = 90 * 86_400_000;
const dayMilliseconds = 86_400_000;

/** Marks those who were not in a complete answer; nothing else changes yet. */
export async function markMissing(
  tx: SyncConnection['manager'],
  source: SourceKey,
  keys: readonly string[],
  at: Date,
): Promise<void> {
  await tx.query(
    `with changed as (
       update person set missing_since = $3 where source_id = $1 and directory_key = any($2)
       returning id, municipality_code, '{}'::text[] as fields)
     ${recorded('SYNC_MISSING', '$3', 'changed')}`,
    [source.id, keys, at],
  );
}

/** Takes back those who were missing or had left, with everything that was kept. */
export async function takeBack(
  tx: SyncConnection['manager'],
  source: SourceKey,
  keys: readonly string[],
  at: Date,
): Promise<void> {
  await tx.query(
    `with changed as (
       update person set missing_since = null, left_at = null, employment = 'ACTIVE'
        where source_id = $1 and directory_key = any($2) and (missing_since is not null or left_at is not null)
       returning id, municipality_code, '{}'::text[] as fields)
     ${recorded('SYNC_RETURN', '$3', 'changed')}`,
    [source.id, keys, at],
  );
}

/** Has those who are marked, and perhaps there under another key, not be missing; a leaver stays one. */
export async function keep(
  tx: SyncConnection['manager'],
  source: SourceKey,
  keys: readonly string[],
  at: Date,
): Promise<void> {
  await tx.query(
    `with changed as (
       update person set missing_since = null
        where source_id = $1 and directory_key = any($2) and employment = 'ACTIVE' and missing_since is not null
       returning id, municipality_code, '{}'::text[] as fields)
     ${recorded('SYNC_RETURN', '$3', 'changed')}`,
    [source.id, keys, at],
  );
}

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
       returning id, municipality_code, array['leftAt'] as fields
     ), told as (${recorded('SYNC_UPDATE', '$3', 'gone')})
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
  const ids = old.map((row) => row.id);
  for (const statement of erasing) await tx.query(statement, [ids]);
  await tx.query(recordErasures, [source.id, at, ids]);
  return old.length;
}

const recordErasures = recorded(
  'ERASE_LEAVER',
  '$2',
  `(select p.id, p.municipality_code, '{}'::text[] as fields from person p where p.id = any($3))`,
  'RETENTION',
);

const erasing = [
  `delete from directory_number where person_id = any($1)`,
  `delete from added_number where person_id = any($1)`,
  `delete from absence where person_id = any($1)`,
  `update absence set substitute_id = null where substitute_id = any($1)`,
  `delete from forwarding where person_id = any($1) or target_person_id = any($1)`,
  `delete from level_rise where person_id = any($1)`,
  `update person set manager_id = null where manager_id = any($1)`,
  `update person set employment = 'ERASED', directory_key = 'erased:' || id, source_hash = '', display_name = '',
       given_name = null, family_name = null, title = null, email = null, employee_id = null, unit_id = null,
       sort_key = '', folded_text = '', filled = '', dn_digest = null, manager_digest = null, manager_id = null
    where id = any($1)`,
];

function before(at: Date, milliseconds: number): Date {
  return new Date(at.getTime() - milliseconds);
}
