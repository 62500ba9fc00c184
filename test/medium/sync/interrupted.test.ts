import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { startTestApp, type TestApp } from '../../support/app.js';
import { syncedFacts } from '../../support/synced-facts.js';

let app: TestApp;
let db: Client;
let blocker: Client;
let program: Client;
const same = (text: string) => text;
/** New titles, somebody less, somebody marked: something of everything that a run carries out. */
const changed = (text: string) =>
  text
    .replaceAll('title: Lärare', 'title: Pedagog')
    .split('\n\n')
    .filter((record) => !record.includes('\nuid: erik.bjorkman\n'))
    .join('\n\n');

beforeAll(async () => {
  app = await startTestApp();
  db = new Client({ connectionString: app.databaseUrl });
  blocker = new Client({ connectionString: app.databaseUrl });
  program = new Client({ connectionString: app.environment['DATABASE_URL'] });
  for (const client of [db, blocker, program]) await client.connect();
}, 60_000);
afterAll(async () => {
  for (const client of [db, blocker, program]) await client.end();
  await app.stop();
});
afterEach(async () => {
  await app.changeDirectory('1861', same);
  await app.sync('1861');
});

/** What is known of people; what a killed run had staged is nobody's, and the next run empties it. */
async function facts() {
  return { ...(await syncedFacts(db)), staged: [] };
}

/** Has the next run stop in the middle of its transaction: when it comes to write whom it misses. */
async function blockTheLosses() {
  await blocker.query('begin');
  await blocker.query('lock table sync_loss in exclusive mode');
  return () => blocker.query('rollback');
}

/** Waits until a sync waits for the lock, after having written people; gives its connection's process id. */
async function untilBlocked(): Promise<number> {
  for (let i = 0; i < 400; i += 1) {
    const { rows } = await db.query<{ pid: number }>(
      `select a.pid from pg_stat_activity a join pg_locks l on l.pid = a.pid
        where a.application_name = 'ett-samtal sync' and not l.granted and a.datname = current_database()`,
    );
    if (rows[0]) return rows[0].pid;
    await pause(50);
  }
  throw new Error('No sync came to the lock.');
}

async function lastRun() {
  const { rows } = await db.query<{ status: string; message: string | null }>(
    `select status, message from sync_run where source_id = 'hallsberg' order by started_at desc, id limit 1`,
  );
  return rows[0];
}

test('48: a process that is killed while it carries out leaves nothing half done, and the next run repairs', async () => {
  const before = await facts();
  await app.changeDirectory('1861', changed);
  const release = await blockTheLosses();
  const child = startCommand('hallsberg');
  await untilBlocked();
  child.kill('SIGKILL');
  await once(child, 'close');
  await release();
  expect(await facts()).toEqual(before);
  app.clock.advance(60);
  expect(await app.sync('1861')).toMatchObject({ status: 'COMPLETED_WITH_ERRORS', missing: 1 });
  const { rows } = await db.query(
    `select count(*)::int as n from sync_run where status = 'ABORTED' and source_id = 'hallsberg'`,
  );
  expect(rows).toEqual([{ n: 1 }]);
  expect(await facts()).not.toEqual(before);
  expect((await syncedFacts(db))['staged']).toEqual([]);
}, 60_000);

test('48: a database that ends the connection in the middle of carrying out leaves nothing half done', async () => {
  const before = await facts();
  await app.changeDirectory('1861', changed);
  const release = await blockTheLosses();
  const run = app.sync('1861');
  const pid = await untilBlocked();
  await program.query('select pg_terminate_backend($1)', [pid]);
  expect(await run).toMatchObject({
    status: 'FAILED',
    created: 0,
    updated: 0,
    message: expect.stringMatching(/^internal: \w+ ?\w*$/),
  });
  await release();
  expect(await facts()).toEqual(before);
  app.clock.advance(60);
  expect(await app.sync('1861')).toMatchObject({ status: 'COMPLETED_WITH_ERRORS', missing: 1 });
  expect(await lastRun()).toMatchObject({ status: 'COMPLETED_WITH_ERRORS' });
}, 60_000);

test('48: while one run carries out, a second start does nothing, and operators are answered', async () => {
  await app.changeDirectory('1861', changed);
  const release = await blockTheLosses();
  const run = app.sync('1861');
  await untilBlocked();
  expect(await app.sync('1861')).toBeNull();
  const { data } = await app.ask('operator', '{ lookupNumber(number: "+46582001234") { label } }');
  expect(data).toEqual({ lookupNumber: { label: 'Anna-Karin Lindblad' } });
  await release();
  expect(await run).toMatchObject({ missing: 1 });
}, 60_000);

function startCommand(...args: string[]): ChildProcess {
  const loader = resolve('test/support/typescript.mjs');
  return spawn(process.execPath, ['--import', loader, resolve('src/sync.ts'), ...args], {
    env: { PATH: process.env['PATH'] ?? '', ...app.environment },
    stdio: 'ignore',
    timeout: 60_000,
  });
}
