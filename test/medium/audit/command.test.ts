import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { SealRows } from '../../../src/audit/seal-rows.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { runCommand } from '../../support/command.js';

let app: TestApp;
let db: Client;

beforeAll(async () => {
  app = await startTestApp();
  db = new Client({ connectionString: app.databaseUrl });
  await db.connect();
  await db.query(
    `insert into audit_entry (id, at, municipality_code, actor, roles, action, origin, fields)
     values (nextval('audit_entry_number'), '2026-01-15T12:00:00Z', '1861', 'key:a', '', 'SET_ABSENCE', 'API', '{}')`,
  );
  await app.app.get(SealRows, { strict: false }).everything();
}, 60_000);
afterAll(async () => {
  await db.end();
  await app.stop();
});

const run = (...args: string[]) => runCommand('audit.ts', args, app.environment);

test('says in a line for each municipality that all is as it was sealed, and the last seal', async () => {
  const { code, said } = await run('verify');
  expect(said).toMatch(/^1861: as it was sealed, \d+ rows, last seal \d+ [0-9a-f]{64}$/m);
  expect(code).toBe(0);
}, 120_000);

test('ends with 1 when a row was altered, and says at which seal', async () => {
  await db.query(`update audit_entry set actor = 'key:b' where at < '2026-02-01'`);
  const broken = {
    code: 1,
    said: expect.stringMatching(/^1861: BROKEN at seal \d+: a row was altered/m),
  };
  expect(await run('verify')).toMatchObject(broken);
  expect(await run('drop', '2026-01')).toMatchObject(broken);
  await db.query(`update audit_entry set actor = 'key:a' where at < '2026-02-01'`);
}, 120_000);

test('drops a month as the owner of the tables, and not otherwise', async () => {
  const { DATABASE_OWNER_URL, ...without } = app.environment;
  expect(DATABASE_OWNER_URL).toBeDefined();
  expect(await runCommand('audit.ts', ['drop', '2026-01'], without)).toEqual({
    code: 2,
    said: 'DATABASE_OWNER_URL is not set.\n',
  });
  expect(await run('drop', '2026-01')).toEqual({
    code: 0,
    said: '1861: 1 rows of 2026-01 dropped; their seals stay.\n',
  });
  expect(await run('verify')).toMatchObject({ code: 0 });
}, 120_000);

test('called wrongly, or without a database, ends with 2', async () => {
  expect(await run('seal')).toMatchObject({ code: 2, said: expect.stringContaining('Usage:') });
  expect(await runCommand('audit.ts', ['verify'], {})).toMatchObject({ code: 2 });
}, 60_000);
