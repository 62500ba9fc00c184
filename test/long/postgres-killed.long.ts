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

const titled = (text: string) => text.replaceAll('title: Lärare', 'title: Pedagog');

/** Connects as soon as the server lets it. The server is going to be killed under it, which is no error here. */
async function connected(url: string): Promise<Client> {
  for (;;) {
    const client = new Client({ connectionString: url });
    client.on('error', () => undefined);
    try {
      await client.connect();
      return client;
    } catch {
      await pause(100);
    }
  }
}

/** The server's process that writes for the sync, once it waits for a lock. */
async function untilBlocked(db: Client): Promise<number> {
  for (;;) {
    const { rows } = await db.query<{ pid: number }>(
      `select a.pid from pg_stat_activity a join pg_locks l on l.pid = a.pid
        where a.application_name = 'ett-samtal sync' and not l.granted`,
    );
    if (rows[0]) return rows[0].pid;
    await pause(50);
  }
}

async function killInTheMiddle(app: TestApp, db: Client) {
  const blocker = await connected(app.databaseUrl);
  await blocker.query('begin');
  await blocker.query('lock table directory_source in exclusive mode');
  const run = app.sync('1861').catch(() => null);
  // One process killed so takes the whole server down: it ends every connection and recovers from its log.
  process.kill(await untilBlocked(db), 'SIGKILL');
  expect((await run)?.status ?? 'LOST').toMatch(/^(FAILED|LOST)$/);
  await Promise.allSettled([blocker.end(), db.end()]);
}

test('48: PostgreSQL killed in the middle of carrying out: nothing is half done, and the next run repairs', async () => {
  const state = mkdtempSync(join(tmpdir(), 'ett-samtal-'));
  const server = await startPostgres(state);
  await makeTemplate(server);
  const app = await startTestApp(undefined, server);
  try {
    const db = await connected(app.databaseUrl);
    const before = await syncedFacts(db);
    await app.changeDirectory('1861', titled);
    await killInTheMiddle(app, db);
    const after = await connected(app.databaseUrl);
    expect(await syncedFacts(after)).toEqual(before);
    app.clock.advance(60);
    const report = await app.sync('1861');
    expect(report).toMatchObject({ status: 'COMPLETED_WITH_ERRORS' });
    expect(report?.updated).toBeGreaterThan(0);
    await after.end();
  } finally {
    await app.stop();
    await server.stop();
    rmSync(state, { recursive: true, force: true });
  }
}, 120_000);
