import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { startTestApp, type TestApp } from '../../support/app.js';
import { startCrowd, type Crowd } from '../../support/live/crowd.js';
import { operators } from '../../support/live/holders.js';
import { heldBy } from '../../support/live/held-memory.js';
import { socketsOf } from '../../support/live/process-facts.js';
import { startProgram, type Program } from '../../support/program.js';
import { until } from '../../support/until.js';

const clients = 20;
/** So many entries are changed by one commit: fewer than are told as one change of a municipality. */
const batch = 100;
const batchesPerSecond = 10;
const changes = 200_000;
/** By so much the program may grow, and by so many times its readers may wait longer, beside clients who read nothing. */
const growth = { mebibytes: 30, times: 3 };

let app: TestApp;
let db: Client;
let program: Program;
let readers: Crowd;
let sleepers: Crowd;

beforeAll(async () => {
  app = await startTestApp();
  db = new Client({ connectionString: app.databaseUrl });
  await db.connect();
  program = await startProgram(app.environment);
  const urls = [`${program.url}/graphql`];
  const [holder] = await operators(app, clients);
  const holders = holder ? [holder] : [];
  [readers, sleepers] = [await startCrowd({ urls, holders }), await startCrowd({ urls, holders })];
}, 180_000);
afterAll(async () => {
  await readers?.stop();
  await sleepers?.stop();
  await program?.stop();
  await db?.end();
  await app.stop();
}, 60_000);

/** Titles that say when they were committed, so many; gives what readers waited and what the program holds after it. */
async function load(count: number) {
  await readers.forget();
  const began = performance.now();
  for (let done = 0; done * batch < count; done += 1) {
    const early = began + (done * 1_000) / batchesPerSecond - performance.now();
    if (early > 0) await pause(early);
    await db.query(
      `update person set title = $1 where id in (
         select p.id from person p join person_local l on l.person_id = p.id
          where p.employment = 'ACTIVE' and p.kind = 'EMPLOYEE' and l.protection_level = 'OPEN' order by p.id limit $2)`,
      [`t${Math.round(performance.timeOrigin + performance.now())}`, batch],
    );
  }
  const seconds = (performance.now() - began) / 1_000;
  const { delays, live } = await readers.look();
  const ordered = delays.toSorted((a, b) => a - b);
  const part = (share: number) => ordered[Math.floor(share * (ordered.length - 1))] ?? Number.NaN;
  return {
    median: part(0.5),
    p99: part(0.99),
    held: await heldBy(program),
    live,
    seconds,
  };
}

test('20 clients who read nothing during 200,000 changes cost no memory and nobody else anything, and are right when they read again', async () => {
  await load(10_000);
  const without = await load(30_000);
  const open = socketsOf(program.pid);
  process.kill(sleepers.pid, 'SIGSTOP');
  const beside = await load(changes);
  // Who takes nothing is cut by the program, and not kept until it wakes up.
  await until('The cut', 60_000, async () =>
    open - socketsOf(program.pid) >= clients ? true : null,
  );
  process.kill(sleepers.pid, 'SIGCONT');
  process.stdout.write(
    `Beside ${clients} clients who read nothing: median ${shown(without.median)} to ${shown(beside.median)} ms, p99 ${shown(without.p99)} to ${shown(beside.p99)} ms, ${shown(without.held)} to ${shown(beside.held)} MiB, ${shown(without.seconds)} and ${shown(beside.seconds)} s.\n`,
  );
  await sleepers.untilRight(program.url, 120_000);
  await readers.untilRight(program.url, 30_000);
  const { breaks, relists } = await readers.look();
  expect({ breaks, relists, live: beside.live }).toEqual({ breaks: 0, relists: 0, live: clients });
  expect(beside.held - without.held).toBeLessThan(growth.mebibytes);
  expect(beside.median / without.median).toBeLessThan(growth.times);
  expect(beside.p99 / without.p99).toBeLessThan(growth.times);
}, 420_000);

function shown(value: number): string {
  return String(Math.round(value));
}
