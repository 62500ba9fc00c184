import type { Client } from 'pg';

/** The rows of each table at one moment. */
export type Moment = {
  readonly nextTransaction: string;
  readonly position: string;
  readonly rows: ReadonlyMap<string, number>;
};

/** What was written since a moment. */
export type Written = {
  /** For each table that was touched: rows inserted or updated, and old rows updated or deleted. */
  readonly tables: readonly {
    readonly table: string;
    readonly written: number;
    readonly replaced: number;
  }[];
  /** For each table, rows that were locked and not changed, which goes to disk as well. */
  readonly locked: readonly { readonly table: string; readonly rows: number }[];
  /** Of the server's log: it would tell of rows that came and went. */
  readonly logBytes: number;
};

/** Notes which rows there are. Nobody may be writing. */
export async function moment(database: Client): Promise<Moment> {
  const { rows } = await database.query<{ next: string; position: string }>(
    `select pg_snapshot_xmax(pg_current_snapshot())::text as next,
        pg_current_wal_insert_lsn()::text as position`,
  );
  const [{ next, position } = { next: '', position: '' }] = rows;
  const counts = new Map<string, number>();
  for (const table of await tables(database))
    counts.set(table, await count(database, table, 'true', []));
  return { nextTransaction: next, position, rows: counts };
}

/**
 * Which rows have been written since: each row carries the transaction that wrote it (xmin), so a row
 * that was updated is as new as one that was inserted, also when its values are the same. Exact at
 * once, where the server's own statistics come up to ten seconds late.
 */
export async function writtenSince(database: Client, before: Moment): Promise<Written> {
  const touched = [];
  const locked = [];
  const { rows } = await database.query<{ bytes: string }>(
    'select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), $1) as bytes',
    [before.position],
  );
  for (const table of await tables(database)) {
    const since = [before.nextTransaction];
    const written = await count(database, table, 'xmin::text::bigint >= $1', since);
    const kept = await count(database, table, 'xmin::text::bigint < $1', since);
    const replaced = (before.rows.get(table) ?? 0) - kept;
    const locks = await count(database, table, 'xmax::text::bigint >= $1', since);
    if (locks > 0) locked.push({ table, rows: locks });
    if (written > 0 || replaced > 0) touched.push({ table, written, replaced });
  }
  return { tables: touched, locked, logBytes: Number(rows[0]?.bytes) };
}

async function tables(database: Client): Promise<readonly string[]> {
  const { rows } = await database.query<{ name: string }>(
    `select oid::regclass::text as name from pg_class
      where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1`,
  );
  return rows.map(({ name }) => name);
}

async function count(
  database: Client,
  table: string,
  condition: string,
  values: readonly string[],
): Promise<number> {
  const { rows } = await database.query<{ rows: string }>(
    `select count(*) as rows from ${table} where ${condition}`,
    [...values],
  );
  return Number(rows[0]?.rows);
}
