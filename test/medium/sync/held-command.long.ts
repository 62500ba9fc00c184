import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { startTestApp, type TestApp } from '../../support/app.js';
import { runCommand } from '../../support/command.js';

let app: TestApp;
let db: Client;
const sync = (...args: string[]) => runCommand('sync.ts', args, app.environment);

beforeAll(async () => {
  app = await startTestApp();
  db = new Client({ connectionString: app.databaseUrl });
  await db.connect();
}, 60_000);
afterAll(async () => {
  await db.end();
  await app.stop();
});

async function everything(): Promise<string> {
  const { rows } = await db.query(
    `select (select jsonb_agg(to_jsonb(p) order by p.id) from person p) as people,
            (select jsonb_agg(to_jsonb(r) order by r.id) from sync_run r) as runs,
            (select jsonb_agg(to_jsonb(h)) from held_plan h) as held,
            (select jsonb_agg(to_jsonb(l) order by l.person_id) from person_local l) as local`,
  );
  return JSON.stringify(rows);
}

test('a held run ends with 3; its preview says the same and writes nothing; an approval carries it out', async () => {
  await app.changeDirectory('1861', (text) =>
    text
      .replaceAll(/^telephoneNumber: .*\n/gm, '')
      .replace('uid: anna.johansson\n', 'uid: anna.johansson\nbusinessCategory: skyddad\n'),
  );
  const before = await everything();
  const preview = await sync('1861', '--preview');
  expect(preview.code).toBe(3);
  expect(preview.said).toMatch(
    /^hallsberg: PREVIEW HELD: 38 seen, .* Held by FIELD_LOSS: approve or reject plan [0-9a-f]{32}\.\n$/,
  );
  expect(await everything()).toBe(before);
  const held = await sync('hallsberg');
  expect(held.code).toBe(3);
  const hash = /plan ([0-9a-f]{32})/.exec(held.said)?.[1] ?? '';
  const approved = await sync('1861', '--approve', hash);
  expect(approved.said).toMatch(
    new RegExp(`^Plan ${hash}: APPROVED\\.\\nhallsberg: SUCCEEDED: 38 seen`),
  );
  expect(approved.code).toBe(0);
  const { rows } = await db.query('select decided_by from held_plan where hash = $1', [hash]);
  expect(rows).toEqual([{ decided_by: 'command' }]);
  expect((await sync('--approve', hash)).code).toBe(2);
}, 60_000);

test('what a preview has shown can be approved by its hash, without waiting for a run to hold it', async () => {
  await app.changeDirectory('1882', (text) => text.replaceAll(/^mail: .*\n/gm, ''));
  const preview = await sync('1882', '--preview');
  expect(preview.said).toMatch(/^askersund: PREVIEW HELD: .* Held by FIELD_LOSS/);
  const hash = /plan ([0-9a-f]{32})/.exec(preview.said)?.[1] ?? '';
  const approved = await sync('1882', '--approve', hash);
  expect(approved.said).toContain(`Plan ${hash}: APPROVED.\naskersund: COMPLETED_WITH_ERRORS`);
  expect(approved.code).toBe(0);
  const { rows } = await db.query('select decision, decided_by from held_plan where hash = $1', [
    hash,
  ]);
  expect(rows).toEqual([{ decision: 'APPROVED', decided_by: 'command' }]);
}, 60_000);
