import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { SyncRunsView } from '../../../src/view/sync-runs.view.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { at, textAt, textsAt } from '../../support/json.js';
import { viewer } from '../../support/people.js';

let app: TestApp;
let db: Client;

beforeAll(async () => {
  app = await startTestApp();
  db = new Client({ connectionString: app.databaseUrl });
  await db.connect();
}, 60_000);
afterAll(async () => {
  await db.end();
  await app.stop();
});

/** One page of the list, as its ids and what a page says of itself. */
async function page(narrowed: Record<string, unknown>, who = 'technician') {
  const query = `query ($municipalityCode: String, $source: String, $first: Int! = 20, $after: String) {
    syncRuns(municipalityCode: $municipalityCode, source: $source, first: $first, after: $after) {
      edges { cursor node { id source municipality { code } } }
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`;
  const answer = await app.ask(who, query, narrowed);
  return {
    ids: at(answer.data, 'syncRuns.edges.*.node.id'),
    sources: at(answer.data, 'syncRuns.edges.*.node.source'),
    info: at(answer.data, 'syncRuns.pageInfo') as Record<string, unknown> | undefined,
    codes: at(answer, 'errors.*.extensions.code'),
  };
}

test('a technician sees each run of the start, with its numbers', async () => {
  const query = `{ syncRuns(source: "hallsberg", first: 5) { edges { node {
    municipality { code name } source kind trigger status startedAt finishedAt server seen created updated moved
    disabled reappeared missing leftScope removed raised rejected message planHash
    rejections { key field code } } } } }`;
  const { data, errors } = await app.ask('technician', query);
  expect(errors).toBeUndefined();
  expect(at(data, 'syncRuns.edges.*.node')).toEqual([
    expect.objectContaining({
      municipality: { code: '1861', name: 'Hallsberg' },
      source: 'hallsberg',
      kind: 'COMPLETE',
      trigger: 'SCHEDULE',
      status: 'COMPLETED_WITH_ERRORS',
      startedAt: app.clock.now().toISOString(),
      missing: 0,
      rejected: 1,
      planHash: null,
      rejections: [expect.objectContaining({ key: expect.stringMatching(/^[0-9a-f-]{36}$/) })],
    }),
  ]);
});

describe('the list of runs', () => {
  /** Runs that began in the same millisecond, and two of them in the same microsecond. */
  const starts = ['.000001', '.000002', '.000002', '.000999', '.001000'];

  beforeAll(async () => {
    await db.query('delete from sync_rejection');
    await db.query('delete from sync_run');
    for (const start of starts)
      await db.query(
        `insert into sync_run (id, municipality_code, source_id, status, started_at, finished_at,
             kind, trigger, seen, created, updated, moved, disabled, reappeared, missing, left_scope,
             removed, raised, rejected)
         values (gen_random_uuid(), '1860', 'laxa', 'SUCCEEDED', $1, $1, 'COMPLETE', 'SCHEDULE',
             0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)`,
        [`2026-11-24T09:00:00${start}Z`],
      );
    app.clock.advance(3600);
    await app.sync('1861');
    await app.sync('1882');
  }, 60_000);

  test('is read to its end a page at a time, nobody twice and nobody left out', async () => {
    const whole = await page({});
    expect(whole.ids).toHaveLength(7);
    expect(whole.info).toMatchObject({ hasNextPage: false, hasPreviousPage: false });
    const seen: unknown[] = [];
    for (let after: unknown = null, more: unknown = true; more;) {
      const { ids, info } = await page({ first: 2, after });
      seen.push(...(ids as unknown[]));
      expect(info).toMatchObject({ hasPreviousPage: after !== null });
      after = info?.['endCursor'];
      more = info?.['hasNextPage'];
    }
    expect(seen).toEqual(whole.ids);
    const { rows } = await db.query<{ id: string }>(
      'select id from sync_run order by started_at desc, id desc',
    );
    const bytes = (id: unknown) => Buffer.from(String(id), 'base64url').subarray(1).toString('hex');
    expect(seen.map(bytes)).toEqual(rows.map(({ id }) => id.replaceAll('-', '')));
  });

  test('is narrowed to a municipality and to a directory', async () => {
    expect((await page({ municipalityCode: '1861' })).sources).toEqual(['hallsberg']);
    expect((await page({ source: 'laxa' })).ids).toHaveLength(starts.length);
    expect((await page({ municipalityCode: '1861', source: 'laxa' })).ids).toEqual([]);
    expect((await page({ municipalityCode: '9999' })).ids).toEqual([]);
  });

  test('takes a cursor for the same list and the same viewer only, and pages of 1 to 100', async () => {
    const { info } = await page({ first: 1 });
    const after = info?.['endCursor'];
    const other = await app.makeKey({
      role: 'TECHNICIAN',
      label: 'another',
      municipality: null,
      scopes: [],
      expiresAt: new Date(app.clock.now().getTime() + 86_400_000),
    });
    expect((await page({ after }, other)).codes).toEqual(['BAD_USER_INPUT']);
    for (const wrong of [{ after, source: 'laxa' }, { after: 'x' }, { first: 0 }, { first: 101 }])
      expect((await page(wrong)).codes).toEqual(['BAD_USER_INPUT']);
    expect((await page({ first: 100 })).codes).toBeUndefined();
  });

  test('is for technicians only, and so is each run by its id', async () => {
    const [id] = (await page({})).ids as string[];
    const node = 'query ($id: ID!) { node(id: $id) { __typename id ... on SyncRun { status } } }';
    const found = await app.ask('technician', node, { id });
    expect(at(found.data, 'node.__typename')).toBe('SyncRun');
    expect(at(found.data, 'node.id')).toBe(id);
    // The view keeps them too, whoever lets somebody through to it.
    const view = app.app.get(SyncRunsView, { strict: false });
    const wanted = { municipalityCode: null, source: null, first: 5, after: null };
    expect((await view.page(viewer('OPERATOR'), wanted)).edges).toEqual([]);
    expect((await view.page(viewer('TECHNICIAN'), wanted)).edges).not.toEqual([]);
    const employee = await app.token('employee', '1861', '40102');
    const officer = await app.token('officer', '1861');
    const keys = Object.keys(app.keys).filter((name) => name !== 'technician');
    expect(keys).toContain('operator');
    for (const who of [...keys, employee, officer]) {
      expect((await page({}, who)).codes).toEqual(['FORBIDDEN']);
      expect(await app.ask(who, node, { id })).toMatchObject({ data: { node: null } });
    }
    const none = 'BgAAAAAAAAAAAAAAAAAAAAA';
    expect(await app.ask('technician', node, { id: none })).toMatchObject({ data: { node: null } });
  });
});

describe('what was not taken', () => {
  const anna = '3dfd6b1f-ea96-4aba-b148-673f6954ad07';
  const eva = '3fd134d0-1db6-4232-b499-4a5676eb27cc';
  const nobody = '00000000-0000-4000-8000-000000000001';

  async function rejections(first = 100) {
    const query = `query ($first: Int!) { syncRuns(source: "hallsberg", first: 1) { edges { node {
      rejected rejections(first: $first) { key field code } } } } }`;
    return app.ask('technician', query, { first });
  }

  beforeAll(async () => {
    const { rows } = await db.query<{ id: string }>(
      `select id from sync_run where source_id = 'hallsberg' order by started_at desc limit 1`,
    );
    const run = rows[0]?.id;
    await db.query('delete from sync_rejection where run_id = $1', [run]);
    for (const key of [anna, eva, nobody])
      await db.query(
        `insert into sync_rejection (id, municipality_code, run_id, directory_key, field, code)
         values (gen_random_uuid(), '1861', $1, $2, 'mobile', 'NOT_A_NUMBER')`,
        [run, key],
      );
    await db.query('update sync_run set rejected = 3 where id = $1', [run]);
  });

  const keys = (data: unknown) => textsAt(data, 'syncRuns.edges.0.node.rejections.*.key');
  const rejected = (data: unknown) => at(data, 'syncRuns.edges.0.node.rejected');

  test('is never about somebody PROTECTED, in the list, its pages or its number', async () => {
    const { data, text } = await rejections();
    expect(keys(data)).toEqual([nobody, anna]);
    expect(rejected(data)).toBe(2);
    expect(text).not.toContain(eva);
    expect(keys((await rejections(1)).data)).toEqual([nobody]);
  });

  test('is not about somebody who has become PROTECTED since either', async () => {
    const officer = await app.token('officer', '1861');
    const find = '{ person(ref: { email: "anna.johansson@hallsberg.test" }) { id version } }';
    const { data } = await app.ask(officer, find);
    const raise = `mutation ($id: ID!, $version: String!) { setProtection(input: { personId: $id, level: PROTECTED, caseReference: "KS 2026-118", expectedVersion: $version }) { userErrors { code } } }`;
    const raised = await app.ask(officer, raise, {
      id: textAt(data, 'person.id'),
      version: textAt(data, 'person.version'),
    });
    expect(at(raised.data, 'setProtection.userErrors')).toEqual([]);
    const after = await rejections();
    expect(keys(after.data)).toEqual([nobody]);
    expect(rejected(after.data)).toBe(1);
  });

  test('is asked for 1 to 1000 at a time', async () => {
    for (const first of [0, 1001])
      expect(at(await rejections(first), 'errors.0.extensions.code')).toBe('BAD_USER_INPUT');
  });
});
