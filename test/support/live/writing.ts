import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { chanceOf } from '../door/chance.js';

/** What was written: how many commits were acknowledged, and of each entry the titles that it may have by that. */
export type Written = {
  readonly commits: number;
  readonly titles: ReadonlyMap<string, ReadonlySet<string | null>>;
};

/**
 * Changes people so many times a second while something is done, each time in a commit of its own: titles mostly,
 * absences, and the levels of those who work in Laxå. It goes on when the database was away.
 */
export async function whileWriting<T>(
  url: string,
  rate: number,
  work: () => Promise<T>,
): Promise<Written & { readonly result: T }> {
  const people = await entries(url);
  const chance = chanceOf(7);
  const titles = new Map(people.titles.map(({ id, title }) => [id, new Set([title])]));
  const stopping = new AbortController();
  const way: { db?: Client } = {};
  let commits = 0;

  const write = async (number: number) => {
    const id = chance.pick(chance.oneIn(6) ? people.hidden : people.all);
    const kind = people.hidden.includes(id) ? chance.below(2) : 2 + chance.below(5);
    const title = `t${Math.round(performance.timeOrigin + performance.now())}`;
    if (kind > 3) titles.get(id)?.add(title);
    way.db ??= await connected(url);
    await way.db.query(...statementOf(kind, id, title, number));
    commits += 1;
    // Acknowledged: it is this one, whatever became of those before.
    if (kind > 3) titles.set(id, new Set([title]));
  };
  const writing = (async () => {
    const began = performance.now();
    for (let number = 0; !stopping.signal.aborted; number += 1) {
      const early = began + (number * 1_000) / rate - performance.now();
      if (early > 0) await pause(early);
      await write(number).catch(async () => {
        await way.db?.end().catch(() => undefined);
        delete way.db;
        await pause(100);
      });
    }
    await way.db?.end();
  })();
  let result: T;
  try {
    result = await work();
  } finally {
    stopping.abort();
    await writing;
  }
  return { result, commits, titles };
}

async function connected(url: string): Promise<Client> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  // It may be lost between two statements, and the next one says so.
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

/** Whom is written about: everybody, and those whose levels are changed. */
async function entries(url: string) {
  const db = await connected(url);
  const { rows } = await db.query<{ id: string; code: string; title: string | null }>(
    `select p.id, p.municipality_code as code, p.title from person p join person_local l on l.person_id = p.id
      where p.employment = 'ACTIVE' and p.kind = 'EMPLOYEE' and l.protection_level = 'OPEN' order by p.id`,
  );
  await db.end();
  const ids = (wanted: boolean) =>
    rows.flatMap(({ id, code }) => ((code === '1860') === wanted ? [id] : []));
  return { hidden: ids(true), all: ids(false), titles: rows };
}

function statementOf(kind: number, id: string, title: string, number: number): [string, unknown[]] {
  const level = ['OPEN', 'RESTRICTED', 'PROTECTED'][number % 3];
  if (kind < 2)
    return ['update person_local set protection_level = $2 where person_id = $1', [id, level]];
  if (kind === 2)
    return [
      `insert into absence (id, municipality_code, person_id, reason, starts_at, ends_at, ends_at_precision, phone_rings, source, version)
       select gen_random_uuid(), municipality_code, id, 'MEETING', $2, $3, 'EXACT', false, 'SELF', 1 from person where id = $1`,
      [id, new Date(Date.now() - 60_000), new Date(Date.now() + 3_600_000 + number * 1_000)],
    ];
  if (kind === 3) return ['delete from absence where person_id = $1', [id]];
  return ['update person set title = $2 where id = $1', [id, title]];
}
