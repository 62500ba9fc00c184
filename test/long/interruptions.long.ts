import { afterAll, beforeAll, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { Client } from 'pg';
import { SyncSchedule } from '../../src/sync/sync-schedule.js';
import { SyncSource } from '../../src/sync/sync-source.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { startCuttingProxy, type CuttingProxy } from '../support/cutting-proxy.js';
import { edited, edits } from '../support/directory-states.js';
import { syncedFacts } from '../support/synced-facts.js';

/**
 * For any two states of a directory and any interruption: run to completion afterwards, everything is
 * as if there had been none, but for the records of runs and times. The directory's connection and the
 * database's are cut after any number of bytes, so that every place between and inside messages is met.
 */
const runs = 60;
const code = '1861';

type World = { readonly app: TestApp; readonly db: Client; readonly database: CuttingProxy };
/** What came of the runs that were to be interrupted. */
const outcomes: string[] = [];
let broken: World;
let whole: World;

beforeAll(async () => {
  broken = await world();
  whole = await world();
}, 120_000);
afterAll(async () => {
  for (const { app, db, database } of [broken, whole]) {
    await db.end();
    await app.stop();
    await database.close();
  }
});

async function world(): Promise<World> {
  let database: CuttingProxy | null = null;
  const app = await startTestApp(async (port) => {
    database = await startCuttingProxy(port, null);
    return database.port;
  });
  if (database === null) throw new Error('The program did not ask for its database.');
  const db = new Client({ connectionString: app.databaseUrl });
  await db.connect();
  return { app, db, database };
}

/** Reads the directory by a connection that breaks, perhaps more than once, while the database's breaks too. */
async function interrupted(
  { app, database }: World,
  directoryBytes: number,
  databaseBytes: number,
) {
  const source = app.app
    .get(SyncSchedule)
    .sources()
    .find((one) => one.directory.id === 'hallsberg');
  if (source === undefined) throw new Error('There is no such source.');
  const port = Number(new URL(source.directory.servers[0] ?? '').port);
  const proxy = await startCuttingProxy(port, directoryBytes);
  database.cutAfter(databaseBytes);
  try {
    const directory = { ...source.directory, servers: [`ldaps://127.0.0.1:${proxy.port}`] };
    const sync = app.app.get(SyncSource, { strict: false });
    const report = await sync.run({ ...source, directory }).catch(() => null);
    outcomes.push(report?.status ?? 'LOST');
  } finally {
    database.cutAfter(null);
    await proxy.close();
  }
}

/** Until a run comes to an end of its own: carried out, or held. */
async function toCompletion({ app }: World): Promise<void> {
  for (let i = 0; i < 5; i += 1) {
    app.clock.advance(1);
    const report = await app.sync(code).catch(() => null);
    if (report !== null && report.status !== 'FAILED') return;
  }
  throw new Error('No run came to an end.');
}

test(
  'however a run is interrupted, running to completion gives what no interruption gives',
  async () => {
    await fc.assert(
      fc.asyncProperty(
        edits,
        edits,
        fc.integer({ min: 0, max: 60_000 }),
        fc.oneof(fc.integer({ min: 0, max: 4_000 }), fc.integer({ min: 0, max: 40_000 })),
        async (first, second, directoryBytes, databaseBytes) => {
          for (const one of [broken, whole]) {
            await one.app.changeDirectory(code, (text) => edited(text, first));
            await toCompletion(one);
            await one.app.changeDirectory(code, (text) => edited(edited(text, first), second));
          }
          await interrupted(broken, directoryBytes, databaseBytes);
          await toCompletion(broken);
          await toCompletion(whole);
          expect(await syncedFacts(broken.db)).toEqual(await syncedFacts(whole.db));
          expect((await syncedFacts(broken.db))['staged']).toEqual([]);
        },
      ),
      { numRuns: runs, seed: 186_118, endOnFailure: true },
    );
    // Interruptions that interrupt nothing would prove nothing.
    const broke = outcomes.filter((status) => status === 'FAILED' || status === 'LOST').length;
    expect(broke).toBeGreaterThan(runs / 4);
    expect(broke).toBeLessThan(runs);
  },
  15 * 60_000,
);
