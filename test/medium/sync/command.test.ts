import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startTestApp, type TestApp } from '../../support/app.js';
import { runCommand } from '../../support/command.js';
import { at } from '../../support/json.js';

let app: TestApp;
const sync = (...args: string[]) => runCommand('sync.ts', args, app.environment);

beforeAll(async () => {
  app = await startTestApp();
}, 60_000);
afterAll(() => app.stop());

test('reads all directories, a line each, and ends with 0', async () => {
  const { code, said } = await sync();
  expect(said.trim().split('\n')).toEqual([
    'askersund: COMPLETED_WITH_ERRORS: 41 seen, 0 new, 0 changed, 0 missing, 0 hidden, 3 rejected.',
    'hallsberg: COMPLETED_WITH_ERRORS: 39 seen, 0 new, 0 changed, 0 missing, 0 hidden, 1 rejected.',
    'laxa: COMPLETED_WITH_ERRORS: 32 seen, 0 new, 0 changed, 0 missing, 0 hidden, 1 rejected.',
  ]);
  expect(code).toBe(0);
}, 30_000);

test('a dead directory ends with 1 and a sentence, and wrong words with 2', async () => {
  await app.stopDirectory('1860');
  const dead = await sync('1860', '1882');
  expect(dead.code).toBe(1);
  expect(dead.said).toMatch(/laxa: FAILED: .*nothing answers on that port\./);
  expect(dead.said).toMatch(/askersund: COMPLETED_WITH_ERRORS/);
  expect(await sync('9999')).toMatchObject({
    code: 2,
    said: expect.stringContaining('There is no such directory.'),
  });
  expect(await sync('--force')).toMatchObject({ code: 2, said: expect.stringContaining('Usage:') });
}, 60_000);

test('the first key of an installation is made on the command line, and works', async () => {
  const made = await runCommand('key.ts', ['create', 'operator', 'Växeln'], app.environment);
  expect(made.code).toBe(0);
  const answer = await app.ask(made.said.trim(), '{ viewer { roles } }');
  expect(at(answer.data, 'viewer.roles')).toEqual(['OPERATOR']);
  expect(await runCommand('key.ts', ['create', 'king', 'x'], app.environment)).toMatchObject({
    code: 2,
  });
  expect(await runCommand('key.ts', ['create', 'operator', 'x'], {})).toMatchObject({ code: 2 });
}, 60_000);
