import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { startTestApp, type TestApp } from '../../support/app.js';
import { startCrowd, type Crowd } from '../../support/live/crowd.js';
import { operators } from '../../support/live/holders.js';
import { manyAbsent } from '../../support/live/many-people.js';
import { startProgram, type Program } from '../../support/program.js';
import { until } from '../../support/until.js';

const people = 1_000;
const clients = 20;
/** Time enough for all clients to have listed. */
const beforeMilliseconds = 45_000;

let app: TestApp;
let db: Client;
let programs: readonly Program[] = [];
let crowd: Crowd;
let over: number;

beforeAll(async () => {
  app = await startTestApp();
  db = new Client({ connectionString: app.databaseUrl });
  await db.connect();
  programs = await Promise.all([startProgram(app.environment), startProgram(app.environment)]);
  over = Math.ceil(Date.now() / 1_000) * 1_000 + beforeMilliseconds;
  await manyAbsent(db, people, new Date(over));
  const urls = programs.map(({ url }) => `${url}/graphql`);
  crowd = await startCrowd({ urls, holders: await operators(app, clients) });
}, 180_000);
afterAll(async () => {
  await crowd?.stop();
  for (const program of programs) await program.stop();
  await db?.end();
  await app.stop();
}, 60_000);

async function head(): Promise<number> {
  const { rows } = await db.query<{ position: string }>('select position from stream_head');
  return Number(rows[0]?.position);
}

async function movedAfter(position: number): Promise<number> {
  const { rows } = await db.query<{ count: number }>(
    `select count(*)::int as count from stream_entry e join person p on p.id = e.entry_id
      where e.position > $1 and p.directory_key like 'many-%'`,
    [position],
  );
  return rows[0]?.count ?? 0;
}

test('1,000 absences that end in one second: each entry moves once, whichever of two programs sees to it, and every picture is right', async () => {
  expect(over - Date.now()).toBeGreaterThan(3_000);
  const before = await head();
  await pause(over - Date.now() - 1_000);
  expect(await head()).toBe(before);
  await until('The last of them', 20_000, async () =>
    (await movedAfter(before)) === people ? true : null,
  );
  const movedIn = Date.now() - over;
  // Time for the other program to move them again.
  await pause(3_000);
  expect((await head()) - before).toBe(people);
  for (const { url } of programs) await crowd.untilRight(url, 30_000);
  const { relists, breaks, stopped } = await crowd.look();
  process.stdout.write(
    `1,000 were moved within ${movedIn} ms; of ${clients} clients ${relists} listed again.\n`,
  );
  expect({ breaks, stopped }).toEqual({ breaks: 0, stopped: [] });
}, 120_000);
