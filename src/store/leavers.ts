import { withdrawCards } from './alias-cards.js';
import type { SourceKey } from './directory.store.js';
import { erasing } from './erasing.sql.js';
import { recorded } from './sync-audit.sql.js';
import type { SyncConnection } from './sync-connections.js';

/** Rule R2: soft first. */
const missingMilliseconds = 6 * 3_600_000;
const shownAfterLeavingMilliseconds = 90 * 86_400_000;

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
 * gone for everybody. Whoever leaves takes the alias card along, sees nobody by name any more, and is
 * seen by nobody so. Returns how many left now, PROTECTED ones left out.
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
  const [{ ids, left }] = (await tx.query(
    `with gone as (
       update person set employment = 'LEFT', left_at = $3
        where source_id = $1 and employment = 'ACTIVE' and missing_since <= $2
       returning id, municipality_code, array['leftAt'] as fields
      ), told as (${recorded('SYNC_UPDATE', '$3', 'gone')})
      select array_agg(gone.id) as ids,
         count(*) filter (where l.protection_level <> 'PROTECTED')::int as left
       from gone join person_local l on l.person_id = gone.id`,
    [source.id, before(at, missingMilliseconds), at],
  )) as [{ ids: readonly string[] | null; left: number }];
  if (ids !== null) {
    await tx.query(forgetNames, [ids]);
    await withdrawCards(tx, ids, at);
  }
  return left;
}

/**
 * Erases what is known of those who left so many days ago, local facts too, as the municipality has
 * decided; nobody while it has decided nothing. What is left is an entry without a name, a key or a number. Returns how many.
 */
export async function eraseLeavers(
  tx: SyncConnection['manager'],
  source: SourceKey,
  at: Date,
): Promise<number> {
  const old = (await tx.query(
    `select p.id from person p
       join municipality_settings s on s.municipality_code = p.municipality_code
      where p.source_id = $1 and p.employment in ('LEFT', 'GONE')
        and p.left_at <= $2::timestamptz - make_interval(hours => 24 * s.leavers_after_days)`,
    [source.id, at],
  )) as { id: string }[];
  if (old.length === 0) return 0;
  const ids = old.map((row) => row.id);
  for (const statement of erasing) await tx.query(statement, [ids]);
  await tx.query(recordErasures, [source.id, at, ids]);
  return old.length;
}

/** Of a leaver, on either side. */
const forgetNames = `delete from named_viewer where person_id = any($1) or viewer_id = any($1)`;
const recordErasures = recorded(
  'ERASE_LEAVER',
  '$2',
  `(select p.id, p.municipality_code, '{}'::text[] as fields from person p where p.id = any($3))`,
  'RETENTION',
);

function before(at: Date, milliseconds: number): Date {
  return new Date(at.getTime() - milliseconds);
}
