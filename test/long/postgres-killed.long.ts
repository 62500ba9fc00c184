import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { Client } from 'pg';
import { startPostgres } from '../../src/demo/postgres.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { syncedFacts } from '../support/synced-facts.js';
import { makeTemplate } from '../support/template.js';
import { until } from '../support/until.js';

const titled = (text: string) => text.replaceAll('title: Lärare', 'title: Pedagog');
const patienceMilliseconds = 30_000;

/** Connects as soon as the server lets it. The server is going to be killed under it, which is no error here. */
async function connected(url: string): Promise<Client> {
  return until('a connection', patienceMilliseconds, async () => {
    const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
    client.on('error', () => undefined);
    try {
      await client.connect();
      return client;
    } catch {
      return null;
    }
  });
}

/** The server's process that writes for the sync, once it waits for the lock on the numbers. */
async function blockedWriter(db: Client): Promise<number | null> {
  const { rows } = await db.query<{ pid: number }>(
    `select a.pid from pg_stat_activity a join pg_locks l on l.pid = a.pid
      where a.application_name = 'ett-samtal sync' and not l.granted
        and l.relation = 'directory_number'::regclass`,
  );
  return rows[0]?.pid ?? null;
}

/**
 * Kills the process that carries out, when people are written already and their numbers are not. The
 * lock is one that nothing before it asks for: the record of a run must still be opened.
 */
async function killInTheMiddle(app: TestApp, db: Client): Promise<string> {
  const blocker = await connected(app.databaseUrl);
  const ended = new Promise((resolve) => blocker.once('end', resolve));
  await blocker.query('begin');
  await blocker.query('lock table directory_number in share mode');
  const run = app.sync('1861').then(
    (report) => report?.status ?? 'TAKEN',
    () => 'LOST',
  );
  const writer = await until('the writer', patienceMilliseconds, () => blockedWriter(db));
  // One process killed so takes the whole server down: it ends every connection and recovers from its log.
  process.kill(writer, 'SIGKILL');
  const late = pause(patienceMilliseconds, 'STILL RUNNING', { ref: false });
  const status = await Promise.race([run, late]);
  expect(await Promise.race([ended.then(() => 'ENDED'), late])).toBe('ENDED');
  return status;
}

test('48: PostgreSQL killed in the middle of carrying out: nothing is half done, and the next run repairs', async () => {
  const state = mkdtempSync(join(tmpdir(), 'ett-samtal-'));
  const server = await startPostgres(state);
  try {
    await makeTemplate(server);
    const app = await startTestApp(undefined, server);
    try {
      const db = await connected(app.databaseUrl);
      const before = await syncedFacts(db);
      await app.changeDirectory('1861', titled);
      expect(await killInTheMiddle(app, db)).toMatch(/^(FAILED|LOST)$/);
      const after = await connected(app.databaseUrl);
      const left = await syncedFacts(after);
      expect(left).toEqual(before);
      app.clock.advance(60);
      const report = await app.sync('1861');
      expect(report).toMatchObject({ status: 'COMPLETED_WITH_ERRORS' });
      expect(report?.updated).toBeGreaterThan(0);
      const titles = `select count(*)::int as people from person where title = 'Pedagog'`;
      expect((await after.query(titles)).rows).toEqual([{ people: report?.updated }]);
      const open = `select status from sync_run where status = 'RUNNING'`;
      expect((await after.query(open)).rows).toEqual([]);
      await after.end();
    } finally {
      await app.stop();
    }
  } finally {
    await server.stop();
    rmSync(state, { recursive: true, force: true });
  }
}, 150_000);
