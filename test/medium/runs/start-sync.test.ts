import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { SyncSchedule } from '../../../src/sync/sync-schedule.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { at } from '../../support/json.js';

let app: TestApp;
let db: Client;

beforeAll(async () => {
  app = await startTestApp();
  // Nobody picks up what is asked for here.
  await app.app.get(SyncSchedule).beforeApplicationShutdown();
  db = new Client({ connectionString: app.databaseUrl });
  await db.connect();
}, 60_000);
afterAll(async () => {
  await db.end();
  await app.stop();
});
beforeEach(async () => {
  await db.query(`delete from sync_run where status = 'QUEUED'`);
});

async function start(input: Record<string, unknown>, who = 'technician') {
  const query = `mutation ($input: StartSyncInput!) { startSync(input: $input) {
    syncRuns { id source kind trigger status startedAt finishedAt seen municipality { code } rejections { key } }
    userErrors { code field } } }`;
  const answer = await app.ask(who, query, { input });
  return {
    runs: at(answer.data, 'startSync.syncRuns') as Record<string, unknown>[] | undefined,
    refusals: at(answer.data, 'startSync.userErrors'),
    codes: at(answer, 'errors.*.extensions.code'),
  };
}

async function waiting() {
  const { rows } = await db.query(
    `select source_id as source, municipality_code as code, kind, trigger, started_at as at
       from sync_run where status = 'QUEUED' order by source_id, kind`,
  );
  return rows as Record<string, unknown>[];
}

test('a request is a row that waits to be picked up, and is answered as a run', async () => {
  const { runs, refusals } = await start({ municipalityCode: '1861' });
  expect(refusals).toEqual([]);
  const now = app.clock.now();
  expect(runs).toEqual([
    {
      id: expect.any(String),
      source: 'hallsberg',
      kind: 'COMPLETE',
      trigger: 'REQUEST',
      status: 'QUEUED',
      startedAt: now.toISOString(),
      finishedAt: null,
      seen: 0,
      municipality: { code: '1861' },
      rejections: [],
    },
  ]);
  expect(await waiting()).toEqual([
    { source: 'hallsberg', code: '1861', kind: 'COMPLETE', trigger: 'REQUEST', at: now },
  ]);
});

test('a dry run is a request of its own', async () => {
  await start({ municipalityCode: '1861', source: 'hallsberg' });
  const { runs } = await start({ municipalityCode: '1861', source: 'hallsberg', dryRun: true });
  expect(runs).toMatchObject([{ kind: 'PREVIEW' }]);
  expect((await waiting()).map(({ kind }) => kind)).toEqual(['COMPLETE', 'PREVIEW']);
});

test('a run that waits is answered again, also when several ask at once', async () => {
  const asked = await Promise.all(
    Array.from({ length: 8 }, () => start({ municipalityCode: '1861' })),
  );
  app.clock.advance(60);
  asked.push(await start({ municipalityCode: '1861', source: 'hallsberg' }));
  expect(new Set(asked.flatMap(({ runs }) => runs?.map(({ id }) => id))).size).toBe(1);
  expect(await waiting()).toHaveLength(1);
});

test('a run that is under way is not one that waits', async () => {
  await start({ municipalityCode: '1861' });
  await db.query(`update sync_run set status = 'RUNNING' where status = 'QUEUED'`);
  await start({ municipalityCode: '1861' });
  expect(await waiting()).toHaveLength(1);
});

test('an unknown municipality or directory is refused, by the path of what is unknown', async () => {
  const none = (field: string) => [{ code: 'NOT_FOUND', field: ['input', field] }];
  expect(await start({ municipalityCode: '9999' })).toMatchObject({
    runs: [],
    refusals: none('municipalityCode'),
  });
  expect(await start({ municipalityCode: '1861', source: 'laxa' })).toMatchObject({
    runs: [],
    refusals: none('source'),
  });
  expect(await waiting()).toEqual([]);
});

test('only technicians may ask', async () => {
  const others = [
    ...Object.keys(app.keys).filter((name) => name !== 'technician'),
    await app.token('employee', '1861', '40102'),
    await app.token('officer', '1861'),
  ];
  expect(others).toContain('operator');
  for (const who of others)
    expect((await start({ municipalityCode: '1861' }, who)).codes).toEqual(['FORBIDDEN']);
  expect(await waiting()).toEqual([]);
});

test('P7: everybody sees when all of a municipality had last been read', async () => {
  const query = '{ municipalities { code lastCompleteSyncAt sources { lastCompleteAt } } }';
  const ofHallsberg = async (who: string) => {
    app.clock.advance(2);
    const { data } = await app.ask(who, query);
    const all = at(data, 'municipalities') as { code: string; lastCompleteSyncAt: unknown }[];
    return all.find(({ code }) => code === '1861')?.lastCompleteSyncAt;
  };
  const { rows } = await db.query<{ read: Date }>(
    `select last_complete_at as read from directory_source where id = 'hallsberg'`,
  );
  const read = rows[0]?.read.toISOString();
  for (const who of ['operator', 'phoneSystem', await app.token('employee', '1860', '40102')])
    expect(await ofHallsberg(who)).toBe(read);
  await db.query(`update directory_source set last_complete_at = null where id = 'hallsberg'`);
  expect(await ofHallsberg('operator')).toBeNull();
});
