import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { HeldPlansStore } from '../../../src/store/held-plans.store.js';
import { SyncSchedule } from '../../../src/sync/sync-schedule.js';
import type { Source } from '../../../src/sync/read-source.js';
import { SyncSource } from '../../../src/sync/sync-source.js';
import { auditFact } from '../../support/audit-fact.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { startCuttingProxy } from '../../support/cutting-proxy.js';
import { generateLdif } from '../../support/ldif-generator.js';

let app: TestApp;
let db: Client;
const people = 1_200;
const generated = [
  ...generateLdif({ people, seed: 7, flavour: 'OPENLDAP', domain: 'hallsberg', areaCode: '0582' }),
].join('');

/** Nobody PROTECTED is counted: three here, and one of the demonstration's own. */
const told = people - (generated.match(/^businessCategory: skyddad$/gm)?.length ?? 0);

beforeAll(async () => {
  app = await startTestApp();
  db = new Client({ connectionString: app.databaseUrl });
  await db.connect();
  await app.changeDirectory('1861', () => generated);
  // Everybody is gone and twelve hundred others are there: that has to be approved.
  expect(await app.sync('1861')).toMatchObject({ status: 'HELD' });
  const plans = app.app.get(HeldPlansStore, { strict: false });
  for (const { hash } of await plans.waiting())
    await plans.decide(hash, 'APPROVED', auditFact({ at: app.clock.now() }));
  expect(await app.sync('1861')).toMatchObject({ created: told, missing: 39 });
}, 60_000);
afterAll(async () => {
  await db.end();
  await app.stop();
});

async function hallsberg(): Promise<{ readonly source: Source; readonly port: number }> {
  const source = app.app
    .get(SyncSchedule)
    .sources()
    .find((one) => one.directory.id === 'hallsberg');
  if (source === undefined) throw new Error('There is no such source.');
  return { source, port: Number(new URL(source.directory.servers[0] ?? '').port) };
}

async function levels(mail: string) {
  const { rows } = await db.query<{ level: string; title: string }>(
    `select l.protection_level as level, p.title from person p join person_local l on l.person_id = p.id where p.email = $1`,
    [mail],
  );
  return rows[0];
}

test('more people than a page are all read, page by page', async () => {
  const report = await app.sync('1861');
  expect(report).toMatchObject({ seen: told, created: 0, updated: 0, missing: 0 });
});

test('a connection that breaks between pages changes nobody, but that the people already read are protected', async () => {
  const mark = (text: string) =>
    text
      .replace('mail: person1@', 'businessCategory: skyddad\nmail: person1@')
      .replace('mail: person2@', 'description: moved on\nmail: person2@')
      .replaceAll('title: Rektor', 'title: Skolledare');
  await app.changeDirectory('1861', () => mark(generated));
  const { source, port } = await hallsberg();
  const before = await db.query('select count(*)::int as n from person where title = $1', [
    'Skolledare',
  ]);
  // The first page of 500 people is less than this, and all of them are more.
  const proxy = await startCuttingProxy(port, 400_000);
  try {
    const directory = { ...source.directory, servers: [`ldaps://127.0.0.1:${proxy.port}`] };
    const report = await app.app.get(SyncSource, { strict: false }).run({ ...source, directory });
    expect(report).toMatchObject({ status: 'FAILED', created: 0, updated: 0, missing: 0 });
  } finally {
    await proxy.close();
  }
  const after = await db.query('select count(*)::int as n from person where title = $1', [
    'Skolledare',
  ]);
  expect(after.rows).toEqual(before.rows);
  expect(await levels('person1@hallsberg.test')).toMatchObject({ level: 'PROTECTED' });
  const missing = await db.query('select 1 from person where missing_since is not null');
  expect(missing.rows).toHaveLength(40); // The demonstration's own people, gone since the first read here.
  expect(await app.sync('1861')).toMatchObject({ seen: told - 1, missing: 0 });
  const healthy = await db.query('select count(*)::int as n from person where title = $1', [
    'Skolledare',
  ]);
  expect(healthy.rows).not.toEqual(before.rows);
});
