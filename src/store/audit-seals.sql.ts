/** An instant to the microsecond, always in UTC. */
export const instantText = (column: string) =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/** A row with every column in one unambiguous text: a JSON array, where nulls and texts differ. */
const lines = `
  select e.id::text as id, to_char(e.at at time zone 'UTC', 'YYYY-MM') as month,
    jsonb_build_array(e.id, ${instantText('e.at')}, e.municipality_code, e.actor, e.roles, e.organisation,
      e.action, e.origin, e.about, e.object, e.fields::text, e.purpose)::text as line
    from audit_entry e`;

const seals = `
  select s.municipality_code as municipality, s.number, ${instantText('s.sealed_at')} as "sealedAt", s.month,
    s.dropped, s.ids::text as ids, s.rows, s.content, s.previous, s.hash
    from audit_seal s`;

/** Takes the lock of whoever seals, if nobody holds it. */
export const tryLock = `select pg_try_advisory_lock($1, 0) as locked`;

/** Gives the lock back. */
export const unlock = `select pg_advisory_unlock($1, 0)`;

/** Waits for the lock, until the transaction ends. */
export const lockInTransaction = `select pg_advisory_xact_lock($1, 0)`;

/** The codes that rows are recorded under. */
export const codes = `select code from municipality union all select 'ALL' order by code`;

/** The codes that there are rows or seals of, whatever they say. */
export const codesInUse = `
  select code from (select municipality_code as code from audit_seal
    union select municipality_code from audit_entry) as used order by code`;

/** The last seal of a code ($1). */
export const lastSeal = `${seals} where s.municipality_code = $1 order by s.number desc limit 1`;

/** The seals of a code ($1) after a number ($2), or from the first, so many ($3). */
export const sealsAfter = `${seals} where s.municipality_code = $1 and ($2::integer is null or s.number > $2)
   order by s.number limit $3`;

/**
 * The first rows, by id, of a code ($1) that no seal covers, so many ($4). Of rows from before an
 * instant ($2) all are sealed; only seals since another one ($3) can cover those after it.
 */
export const unsealedLines = `
  with covered as materialized (
    select range_agg(s.ids) as ids from audit_seal s
     where s.municipality_code = $1 and ($3::timestamptz is null or s.sealed_at >= $3)
  )
  ${lines}
   where e.municipality_code = $1 and ($2::timestamptz is null or e.at >= $2)
     and not coalesce(e.id <@ (select ids from covered), false)
   order by e.id limit $4`;

/** The rows of a code ($1) that a seal's ids ($2) cover, in their order. */
export const linesOf = `${lines}
   where e.municipality_code = $1 and e.id >= lower($2::int8multirange) and e.id < upper($2::int8multirange)
     and e.id <@ $2::int8multirange
   order by e.id, e.at`;

/** A row of a code ($1) from before an instant ($2) that no seal covers. */
export const forgotten = `
  with covered as materialized (
    select range_agg(s.ids) as ids from audit_seal s where s.municipality_code = $1
  )
  select e.id::text as id from audit_entry e
   where e.municipality_code = $1 and e.at < $2 and not coalesce(e.id <@ (select ids from covered), false)
   order by e.id limit 1`;

/** The months of a code ($1) that were dropped, each with the number of the seal that says so last. */
export const droppedMonths = `
  select month, max(number) as number from audit_seal where municipality_code = $1 and dropped group by month`;

/** Adds a seal. */
export const addSeal = `
  insert into audit_seal (municipality_code, number, sealed_at, month, dropped, ids, rows, content, previous, hash)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`;

/** Makes the partitions of an instant's month ($1) and of the next one. */
export const makeMonths = `select audit_make_months($1)`;

/** How many rows each code has in a month, from ($1) until ($2). */
export const countMonth = `
  select municipality_code as code, count(*)::int as rows from audit_entry where at >= $1 and at < $2
   group by municipality_code order by municipality_code`;
