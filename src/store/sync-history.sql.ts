import { isProtected } from './protected-people.js';

const hidden = isProtected('r.source_id', 'j.directory_key');

/** A run's columns; `rejected` goes with the list of rejections, so that the difference tells of nobody. */
const runs = `
  select r.id, r.municipality_code as municipality, r.source_id as source, r.kind, r.trigger, r.status,
    r.started_at as "startedAt", r.finished_at as "finishedAt", r.server, r.seen, r.created, r.updated,
    r.moved, r.disabled, r.reappeared, r.missing, r.left_scope as "leftScope", r.removed, r.raised,
    r.rejected - (select count(*) from sync_rejection j where j.run_id = r.id and ${hidden})::integer
      as rejected,
    r.message, r.plan_hash as "planHash",
    to_char(r.started_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "sortKey"
    from sync_run r`;

const newestFirst = `order by r.started_at desc, r.id desc`;

/** One page of runs: of a municipality ($1), of a source ($2), after a position ($3, $4), so many ($5). */
export const runsPage = `${runs}
   where ($1::text is null or r.municipality_code = $1)
     and ($2::text is null or r.source_id = $2)
     and ($3::timestamptz is null or (r.started_at, r.id) < ($3::timestamptz, $4::uuid))
   ${newestFirst}
   limit $5`;

/** The runs with these ids ($1). */
export const runsByIds = `${runs}
   where r.id = any($1)
   ${newestFirst}`;

/** The first rejections of each of these runs ($1), so many ($2), but for those about protected people. */
export const rejectionsOfRuns = `
  select shown.run_id as "runId", shown.directory_key as key, shown.field, shown.code
    from sync_run r
    cross join lateral (
      select j.id, j.run_id, j.directory_key, j.field, j.code from sync_rejection j
       where j.run_id = r.id and not ${hidden}
       order by j.directory_key, j.field, j.code, j.id
       limit $2) as shown
   where r.id = any($1)
   order by shown.directory_key, shown.field, shown.code, shown.id`;
