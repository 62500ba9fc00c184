import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { startTestApp, type TestApp } from '../../support/app.js';
import { runCommand } from '../../support/command.js';

let app: TestApp;
let folder: string;

beforeAll(async () => {
  app = await startTestApp();
  folder = mkdtempSync(join(tmpdir(), 'ett-samtal-'));
}, 60_000);
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await app.stop();
});

const run = (...args: string[]) => runCommand('export.ts', args, app.environment);

test('by default writes a dated file in this folder, for its owner alone', async () => {
  const { code, said } = await runCommand('export.ts', ['operators'], app.environment, folder);
  const [name = '', ...others] = readdirSync(folder);
  expect(others).toEqual([]);
  expect(name).toMatch(/^operatorer-20\d\d-\d\d-\d\dT\d{4}\.csv$/);
  expect(said).toMatch(/\.csv: \d+ people\.\n$/);
  expect([code, said.startsWith(join(folder, name))]).toEqual([0, true]);
  expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
}, 60_000);

test('overwrites nothing, and says so', async () => {
  const path = join(folder, 'mine.csv');
  writeFileSync(path, 'mine');
  expect(await run('operators', '--out', path)).toEqual({
    code: 2,
    said: `${path} is there already, and no file is overwritten.\n`,
  });
  expect(readFileSync(path, 'utf8')).toBe('mine');
}, 60_000);

test('called wrongly, or without a database, ends with 2', async () => {
  expect(await run('everybody')).toMatchObject({
    code: 2,
    said: expect.stringContaining('Usage: npm run export'),
  });
  expect(await runCommand('export.ts', ['operators'], {})).toEqual({
    code: 2,
    said: 'DATABASE_URL is not set: the demonstration is for npm start.\n',
  });
}, 60_000);

test('a failure ends with 1, tells no name, and leaves nothing', async () => {
  const db = new Client({ connectionString: app.databaseUrl });
  await db.connect();
  await db.query('alter table phone_number rename to phone_number_away');
  await db.end();
  const path = join(folder, 'failed.csv');
  expect(await run('operators', '--out', path)).toEqual({
    code: 1,
    said: 'The list was not written (QueryFailedError 42P01).\n',
  });
  expect(readdirSync(folder).filter((name) => name.includes('failed'))).toEqual([]);
}, 60_000);
