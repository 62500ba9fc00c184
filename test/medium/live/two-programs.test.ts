import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { watchDirectory } from '../../../src/client/watch-directory.js';
import type { DirectoryWatch } from '../../../src/client/watch-options.js';
import type { SwitchboardEntryFragment } from '../../../src/client/schema-types.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { soon } from '../../support/client/watching.js';
import { startProgram, type Program } from '../../support/program.js';

type Watch = DirectoryWatch<SwitchboardEntryFragment>;

let app: TestApp;
let db: Client;
let programs: readonly [Program, Program];
let watches: readonly Watch[] = [];

beforeAll(async () => {
  app = await startTestApp();
  db = new Client({ connectionString: app.databaseUrl });
  await db.connect();
  programs = await Promise.all([startProgram(app.environment), startProgram(app.environment)]);
}, 120_000);
afterAll(async () => {
  for (const watch of watches) watch.stop();
  await Promise.all(programs.map((program) => program.stop()));
  await db.end();
  await app.stop();
}, 60_000);

/** The titles of a picture, by mail address. */
const titles = ({ picture }: Watch) =>
  new Map(
    [...picture.values()].flatMap((entry) =>
      'title' in entry && entry.displayName.startsWith('A') ? [[entry.id, entry.title]] : [],
    ),
  );
const retitle = (to: string) =>
  db.query(`update person set title = $1 where display_name like 'A%' and kind <> 'SHARED_PHONE'`, [
    to,
  ]);
const isLive = (watch: Watch) => watch.state.kind === 'LIVE';
const shows = (title: string) => (watch: Watch) =>
  isLive(watch) && [...titles(watch).values()].every((one) => one === title);

test('what is changed is seen through both; when one is killed its clients go on at the other, and miss nothing', async () => {
  const url = programs.map((program) => `${program.url}/graphql`);
  watches = Array.from({ length: 20 }, () =>
    watchDirectory({ url, token: () => app.keys['operator'] ?? '' }),
  );
  await soon(() => watches.every(isLive));
  await retitle('Före');
  await soon(() => watches.every(shows('Före')));
  process.kill(programs[0].pid, 'SIGKILL');
  await retitle('Medan');
  await pause(200);
  await retitle('Efter');
  await soon(() => watches.every(shows('Efter')));
  expect(titles(watches[0] as Watch).size).toBeGreaterThan(3);
}, 60_000);
