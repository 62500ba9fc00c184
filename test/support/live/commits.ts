import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { PositionsStore } from '../../../src/store/positions.store.js';
import { chanceOf } from '../door/chance.js';

/** What a reader of positions had at the end: the versions that it read of each entry, and what the database holds. */
export type Pictures = {
  readonly read: ReadonlyMap<string, number>;
  readonly held: ReadonlyMap<string, number>;
  /** The positions in the order in which they were read, and how often an entry was read. */
  readonly positions: readonly number[];
};

/**
 * Has writers change entries at once, each commit held open for 0 to 5 ms, while a reader follows the
 * positions and reads what each entry is by then. Entries are person_local rows, told apart by version.
 */
export async function writeAndFollow(
  program: DataSource,
  url: string,
  writers: number,
  commits: number,
): Promise<Pictures> {
  const positions = new PositionsStore(program);
  const rows: { id: string }[] = await program.query(
    'select person_id as id from person_local order by 1',
  );
  const ids = rows.map(({ id }) => id);
  const read = new Map<string, number>();
  const order: number[] = [];
  let { position: after } = await positions.head();
  const follow = async () => {
    for (let all = false; !all;) {
      const { head, moved } = await positions.undisclosedMoved(after, 100);
      const changed = moved.map(({ id }) => id);
      order.push(...moved.map(({ position }) => position));
      for (const [id, version] of await versions(program, changed)) read.set(id, version);
      all = moved.length < 100;
      after = all ? head.position : (moved.at(-1)?.position ?? after);
    }
  };
  const written = new AbortController();
  const following = (async () => {
    while (!written.signal.aborted) await follow();
    await follow();
  })();
  await Promise.all(
    Array.from({ length: writers }, (_, at) => write(url, ids, commits / writers, at)),
  );
  written.abort();
  await following;
  const held = new Map(
    await versions(
      program,
      ids.filter((id) => read.has(id)),
    ),
  );
  return { read, held, positions: order };
}

async function versions(program: DataSource, ids: readonly string[]) {
  const rows = (await program.query(
    'select person_id as id, version from person_local where person_id = any($1)',
    [ids],
  )) as { id: string; version: number }[];
  return rows.map(({ id, version }) => [id, version] as const);
}

async function write(url: string, ids: readonly string[], commits: number, seed: number) {
  const db = new Client({ connectionString: url });
  await db.connect();
  const chance = chanceOf(seed + 1);
  try {
    for (let i = 0; i < commits; i += 1) {
      await db.query('begin');
      await db.query('update person_local set version = version + 1 where person_id = $1', [
        chance.pick(ids),
      ]);
      await db.query('select pg_sleep($1)', [chance.below(5_001) / 1_000_000]);
      await db.query('commit');
    }
  } finally {
    await db.end();
  }
}
