import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { startPostgres, type RunningPostgres } from '../../../src/demo/postgres.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { startCrowd, type Crowd } from '../../support/live/crowd.js';
import { operators } from '../../support/live/holders.js';
import { whileWriting, type Written } from '../../support/live/writing.js';
import { startProgram, type Program } from '../../support/program.js';
import { restartedPostgres, type RestartedPostgres } from '../../support/restarted-postgres.js';
import { makeTemplate } from '../../support/template.js';

const clients = 50;

let state: string;
let server: RunningPostgres;
let postgres: RestartedPostgres;
let app: TestApp;
let programs: readonly Program[] = [];
let crowd: Crowd;

beforeAll(async () => {
  state = mkdtempSync(join(tmpdir(), 'ett-samtal-'));
  server = await startPostgres(state);
  postgres = restartedPostgres(server.pid);
  await makeTemplate(server);
  app = await startTestApp(undefined, server);
  programs = await Promise.all([startProgram(app.environment), startProgram(app.environment)]);
  const urls = programs.map(({ url }) => `${url}/graphql`);
  crowd = await startCrowd({ urls, holders: await operators(app, clients) });
}, 180_000);
afterAll(async () => {
  await crowd?.stop();
  // Not asked to: one that cannot get over what happened would keep the server.
  for (const { pid } of programs) process.kill(pid, 'SIGKILL');
  await app?.stop();
  await postgres?.stop();
  // It gives the folder back.
  await server.stop();
  rmSync(state, { recursive: true, force: true });
}, 60_000);

/** The entries that have another title than what was acknowledged lets them have. */
async function lost({ titles }: Written): Promise<readonly unknown[]> {
  const db = new Client({ connectionString: app.databaseUrl });
  await db.connect();
  const { rows } = await db.query<{ id: string; title: string | null }>(
    'select id, title from person where id = any($1)',
    [[...titles.keys()]],
  );
  await db.end();
  return rows.filter(({ id, title }) => titles.get(id)?.has(title) !== true);
}

test.each(['SIGQUIT', 'SIGKILL'] as const)(
  'PostgreSQL ended by %s under changes and started again: the streams go on, nothing committed is missed, and no program is restarted',
  async (how) => {
    const written = await whileWriting(app.databaseUrl, 10, async () => {
      await pause(3_000);
      await postgres.end(how);
      await pause(2_000);
      await postgres.start();
      await pause(8_000);
    });
    // Some before it, and some after it.
    expect(written.commits).toBeGreaterThan(40);
    expect(await lost(written)).toEqual([]);
    for (const { url } of programs) await crowd.untilRight(url, 30_000);
    const { stopped, live } = await crowd.look();
    expect({ stopped, live }).toEqual({ stopped: [], live: clients });
    for (const { pid } of programs) expect(process.kill(pid, 0)).toBe(true);
  },
  120_000,
);
