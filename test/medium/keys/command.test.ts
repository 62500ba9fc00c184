import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { keyIdOf } from '../../../src/identity/api-key.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { runCommand } from '../../support/command.js';

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

const run = (...args: string[]) => runCommand('key.ts', args, app.environment);

test('a key is made, listed and revoked at the command line, and that is recorded', async () => {
  const { code, said } = await run('create', 'intranet', 'Intranätet', '--municipality', '1861');
  const keyId = keyIdOf(said.trim()) ?? '';
  expect([code, keyId]).toEqual([0, expect.stringMatching(/^\w{8}$/)]);
  expect((await app.ask(said.trim(), '{ viewer { roles } }')).data).toEqual({
    viewer: { roles: ['INTRANET_KEY'] },
  });
  const list = await run('list');
  const line = list.said.split('\n').find((one) => one.startsWith(keyId));
  expect(line?.split('\t').slice(1, 5)).toEqual(['live', 'INTRANET_KEY', '1861', '-']);
  expect(list.said).not.toContain(said.trim().slice(-43));
  expect(await run('revoke', keyId)).toEqual({ code: 0, said: `vxk_ik_${keyId} is revoked.\n` });
  app.clock.advance(1);
  expect((await app.ask(said.trim(), '{ viewer { roles } }')).status).toBe(401);
  const { rows } = await db.query(
    'select action, actor, roles, origin from audit_entry where object = $1 order by id',
    [keyId],
  );
  const command = { actor: 'command', roles: '', origin: 'COMMAND' };
  expect(rows).toEqual([
    { action: 'CREATE_KEY', ...command },
    { action: 'REVOKE_KEY', ...command },
  ]);
}, 120_000);

test('what is refused ends with 1, and what is not understood with 2', async () => {
  expect(await run('revoke', 'AAAAAAAA')).toEqual({ code: 1, said: 'There is no such key.\n' });
  expect(await run('create', 'operator', 'Anna 191212121212')).toEqual({
    code: 1,
    said: 'Etiketten får inte innehålla ett personnummer.\n',
  });
  const wrong = await run('create', 'officer', 'Sekretess');
  expect([wrong.code, wrong.said]).toEqual([2, expect.stringContaining('Usage: npm run key')]);
}, 120_000);
