import { recorded } from './sync-audit.sql.js';

/**
 * Raises levels and keeps what they were, in one statement. People are locked in the order of their
 * ids, as by everything that alters many levels, so that no two wait for each other.
 */
export const raiseLevels = `
  with marked as (
    select m.key, max(array_position($3::text[], m.level)) as rank
      from jsonb_to_recordset($4) as m(key text, level text) group by m.key
  ), due as (
    select l.person_id, l.municipality_code, l.protection_level as level_before,
        l.level_run_id as run_before, ($3::text[])[marked.rank] as level_after
      from marked
      join person p on p.source_id = $1 and p.directory_key = marked.key
      join person_local l on l.person_id = p.id
     where marked.rank > array_position($3::text[], l.protection_level)
     order by l.person_id for update of l
  ), raised as (
    update person_local l
       set protection_level = due.level_after, level_run_id = $2, version = l.version + 1
      from due where l.person_id = due.person_id
    returning l.person_id as id, l.municipality_code, array['protectionLevel'] as fields
  ), told as (${recorded('SYNC_RAISE', '$5', 'raised')}
  ), kept as (
    insert into level_rise as known (id, municipality_code, run_id, person_id, level_before,
        level_after, level_run_before, raised_at)
    select gen_random_uuid(), due.municipality_code, $2, due.person_id, due.level_before,
        due.level_after, due.run_before, $5
      from due join raised on raised.id = due.person_id
    on conflict on constraint level_rise_entry_key do update set
        level_after = excluded.level_after,
        level_before = case when excluded.level_run_before = known.run_id
          then known.level_before else excluded.level_before end,
        level_run_before = case when excluded.level_run_before = known.run_id
          then known.level_run_before else excluded.level_run_before end
    returning 1
  )
  select count(*)::int as count from kept`;

/** Whether a rise is still what decides the level of somebody who works here: nobody has set it since. */
const stands = `l.level_run_id = r.run_id and l.protection_level = r.level_after and p.employment = 'ACTIVE'`;

/** The runs of one municipality that raised anybody, the newest first, with the state of their undoing. */
export const runsWithRises = `
  select run.id, run.source_id as source, min(r.raised_at) as "raisedAt", count(*)::int as people,
      count(*) filter (where r.level_after = 'RESTRICTED')::int as "toRestricted",
      count(*) filter (where r.level_after = 'PROTECTED')::int as "toProtected",
      count(*) filter (where ${stands})::int as standing,
      (select u.requested_by from rise_undo u
        where u.run_id = run.id and u.confirmed_at is null and u.requested_at > $3
        order by u.requested_at desc limit 1) as "requestedBy",
      exists (select 1 from rise_undo u where u.run_id = run.id and u.confirmed_at is not null) as undone
    from sync_run run
    join level_rise r on r.run_id = run.id
    join person p on p.id = r.person_id
    join person_local l on l.person_id = r.person_id
   where run.municipality_code = $1 and run.started_at > $2
   group by run.id
   order by min(r.raised_at) desc, run.id limit $4`;

/** Locks a run of this municipality that raised anybody; no row when there is none. */
export const lockRunWithRises = `
  select run.id from sync_run run
   where run.id = $1 and run.municipality_code = $2 and run.started_at > $3
     and exists (select 1 from level_rise r where r.run_id = run.id)
     for no key update`;

/** Of those whom a run raised: whose rise still stands, and who is still higher than before it, for whatever reason. */
export const countRises = `
  select count(*) filter (where ${stands})::int as standing,
      count(*) filter (where array_position($2::text[], l.protection_level)
        > array_position($2::text[], r.level_before))::int as higher
    from level_rise r
    join person p on p.id = r.person_id
    join person_local l on l.person_id = r.person_id
   where r.run_id = $1`;

/** Lowers those whose rise still stands to the level that they had before, which is never PROTECTED. */
export const lowerRaised = `
  with due as (
    select l.person_id, r.level_before, r.level_run_before
      from level_rise r
      join person p on p.id = r.person_id
      join person_local l on l.person_id = r.person_id
     where r.run_id = $1 and ${stands}
     order by l.person_id for update of l
  )
  update person_local l
     set protection_level = due.level_before, level_run_id = due.level_run_before,
         version = l.version + 1
    from due where l.person_id = due.person_id
  returning l.person_id as "personId"`;
