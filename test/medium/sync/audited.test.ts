import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { startTestApp, type TestApp } from '../../support/app.js';
import { syncedFacts } from '../../support/synced-facts.js';

let app: TestApp;
let db: Client;
const same = (text: string) => text;
const anna = 'anna-karin.lindblad';

beforeAll(async () => {
  app = await startTestApp();
  db = new Client({ connectionString: app.databaseUrl });
  await db.connect();
}, 60_000);
afterAll(async () => {
  await db.end();
  await app.stop();
});

async function lastNumber(): Promise<string> {
  const { rows } = await db.query<{ last: string }>(
    'select coalesce(max(id), 0)::text as last from audit_entry',
  );
  return rows[0]?.last ?? '0';
}

/** What has been recorded since, as `who: ACTION fields`, in the order of the names. */
async function recordedSince(number: string): Promise<readonly string[]> {
  const { rows } = await db.query<{ line: string }>(
    `select coalesce(split_part(p.email, '@', 1), '-') || ': ' || a.action
         || coalesce(' ' || nullif(array_to_string(a.fields, ' '), ''), '') as line
       from audit_entry a join person p on p.id = a.about where a.id > $1 order by 1`,
    [number],
  );
  return rows.map(({ line }) => line);
}

/** Runs Hallsberg's directory, changed so; gives what was recorded of it. */
async function after(edit: (text: string) => string, minutes = 1): Promise<readonly string[]> {
  const number = await lastNumber();
  app.clock.advance(minutes * 60);
  await app.changeDirectory('1861', edit);
  await app.sync('1861');
  return recordedSince(number);
}

async function updatedByLastRun(): Promise<number | undefined> {
  const { rows } = await db.query<{ updated: number }>(
    `select updated from sync_run where source_id = 'hallsberg' order by started_at desc limit 1`,
  );
  return rows[0]?.updated;
}

/** Changes the record of one person only; '' takes it out. */
function inRecord(text: string, uid: string, edit: (record: string) => string): string {
  const records = text.split('\n\n');
  const at = records.findIndex((record) => record.includes(`\nuid: ${uid}\n`));
  if (at < 0) throw new Error(`Nobody is ${uid}.`);
  const changed = edit(records[at] ?? '');
  if (changed === records[at]) throw new Error(`Nothing has changed of ${uid}.`);
  return [...records.slice(0, at), ...(changed ? [changed] : []), ...records.slice(at + 1)].join(
    '\n\n',
  );
}

test('the first run records each person once, by whom, through what, for whom and when', async () => {
  const { rows } = await db.query(
    `select a.actor, a.origin, a.roles, a.organisation, a.municipality_code as municipality, a.action, a.fields,
         count(*)::int as rows, count(distinct a.about)::int as people
       from audit_entry a join person p on p.id = a.about and p.municipality_code = a.municipality_code
      where a.action like 'SYNC%' and a.at = (select min(started_at) from sync_run where source_id = p.source_id)
      group by 1, 2, 3, 4, 5, 6, 7 order by 1`,
  );
  const people = await db.query<{ source: string; count: number }>(
    'select source_id as source, count(*)::int as count from person group by 1 order by 1',
  );
  const code: Record<string, string> = { askersund: '1882', hallsberg: '1861', laxa: '1860' };
  expect(rows).toEqual(
    people.rows.map(({ source, count }) => ({
      actor: `sync:${source}`,
      origin: 'SYNC',
      roles: '',
      organisation: null,
      municipality: code[source],
      action: 'SYNC_CREATE',
      fields: [],
      rows: count,
      people: count,
    })),
  );
});

test('a run in which nothing has changed records nothing', async () => {
  expect(await after(same)).toEqual([]);
});

test('an update names the fields that really changed, and nobody of whom none did', async () => {
  const edit = (text: string) =>
    inRecord(
      inRecord(text, anna, (record) =>
        record
          .replace('title: Kommunjurist', 'title: Kanslijurist')
          .replace(/telephoneNumber: .*/, 'telephoneNumber: 0582-00 12 99'),
      ),
      'erik.bjorkman',
      (record) => record.replace('displayName: Erik ', 'displayName: Erik   '),
    );
  expect(await after(edit)).toEqual([`${anna}: SYNC_UPDATE title numbers`]);
  expect(await updatedByLastRun()).toBe(2);
  expect(await after(same)).toEqual([`${anna}: SYNC_UPDATE title numbers`]);
});

test('a new person is recorded once, and the supervisor of the first day is no change', async () => {
  const added = (text: string) =>
    inRecord(
      text,
      anna,
      (record) =>
        `${record}\n\n${record
          .replaceAll(anna, 'ny.person')
          .replace(/^entryUUID: .*$/m, `entryUUID: ${randomUUID()}`)
          .replace(/^employeeNumber: .*$/m, 'employeeNumber: 49998')}`,
    );
  expect(await after(added)).toEqual(['ny.person: SYNC_CREATE']);
  const { rows } = await db.query(
    `select m.email from person p join person m on m.id = p.manager_id where p.email like 'ny.person@%'`,
  );
  expect(rows).toEqual([{ email: 'erik.bjorkman@hallsberg.test' }]);
  expect(await after(same)).toEqual(['ny.person: SYNC_MISSING']);
});

test('names, mail, kind and employee id are named as the schema has them', async () => {
  const edit = (text: string) =>
    inRecord(text, anna, (record) =>
      record
        .replace(/^givenName: .*$/m, 'givenName: Anna')
        .replace(/^sn: .*$/m, 'sn: Lind')
        .replace(/^displayName: .*$/m, 'displayName: Anna Lind')
        .replace(/^employeeNumber: .*$/m, 'employeeNumber: 49999')
        .replace(/^employeeType: .*$/m, 'employeeType: förtroendevald'),
    );
  const fields = 'displayName givenName familyName employeeId kind';
  expect(await after(edit)).toEqual([`${anna}: SYNC_UPDATE ${fields}`]);
  expect(await after(same)).toEqual([`${anna}: SYNC_UPDATE ${fields}`]);
});

test('another unit is a change of the unit, and another supervisor one of the manager', async () => {
  const elsewhere = (text: string) =>
    inRecord(text, anna, (record) =>
      record
        .replace('ou=Kansliet,', 'ou=IT,')
        .replace(/^manager: (.*)\n (.*)$/m, 'manager: $1$2')
        .replace(/^manager: .*$/m, 'manager: uid=nobody,dc=test'),
    );
  expect(await after(elsewhere)).toEqual([
    `${anna}: SYNC_UPDATE manager`,
    `${anna}: SYNC_UPDATE unit`,
  ]);
  expect(await after(same)).toEqual([`${anna}: SYNC_UPDATE manager`, `${anna}: SYNC_UPDATE unit`]);
});

test('a mark that raises is recorded as such', async () => {
  const marked = (text: string) =>
    inRecord(text, 'filip.aronsson', (record) => `${record}\nbusinessCategory: sekretess`);
  expect(await after(marked)).toEqual(['filip.aronsson: SYNC_RAISE protectionLevel']);
  // Nothing lowers.
  expect(await after(same)).toEqual([]);
});

test('whoever was made anew with a mark is raised when it is agreed who it is, which is recorded', async () => {
  const anew = (text: string) =>
    inRecord(text, 'marianne.falk', (record) =>
      record.replace(/^entryUUID: .*$/m, `entryUUID: ${key}\nbusinessCategory: sekretess`),
    );
  const key = randomUUID();
  expect(await after(anew)).toEqual([]);
  const hash = '(select hash from held_plan where decision is null)';
  await db.query(
    `update held_plan set decision = 'APPROVED', decided_at = held_at, decided_by = 'test' where hash = ${hash}`,
  );
  expect(await after(anew)).toEqual(['marianne.falk: SYNC_RAISE protectionLevel']);
  const { rows } = await db.query(
    `select l.protection_level as level, p.directory_key as key
       from person p join person_local l on l.person_id = p.id where p.email like 'marianne.falk@%'`,
  );
  expect(rows).toEqual([{ level: 'RESTRICTED', key }]);
});

test('missing is recorded once, and so are leaving and the return', async () => {
  const without = (text: string) => inRecord(text, anna, () => '');
  expect(await after(without)).toEqual([`${anna}: SYNC_MISSING`]);
  expect(await after(without)).toEqual([]);
  const left = await after(without, 360);
  expect(left.filter((line) => line.startsWith(anna))).toEqual([`${anna}: SYNC_UPDATE leftAt`]);
  expect(await after(same)).toEqual([`${anna}: SYNC_RETURN`]);
});

test('what cannot be recorded is not done', async () => {
  const before = await syncedFacts(db);
  await db.query('revoke insert on audit_entry from ett_samtal_program');
  try {
    const edit = (text: string) => text.replaceAll('title: Kommunjurist', 'title: Jurist');
    expect(await after(edit)).toEqual([]);
    const run = await db.query(
      `select status from sync_run where source_id = 'hallsberg' order by started_at desc limit 1`,
    );
    expect(run.rows).toEqual([{ status: 'FAILED' }]);
    expect(await syncedFacts(db)).toEqual(before);
  } finally {
    await db.query('grant insert on audit_entry to ett_samtal_program');
  }
  expect(await after(same)).toEqual([]);
});

test('erasing a leaver is recorded as retention', async () => {
  const without = (text: string) => inRecord(text, anna, () => '');
  await after(without);
  await after(without, 360);
  const number = await lastNumber();
  app.clock.advance(31 * 86_400);
  await db.query(
    `update municipality_settings set decision_reference = 'KS 2026/1', decided_on = '2026-01-01',
         leavers_after_days = 30 where municipality_code = '1861'`,
  );
  await app.sync('1861');
  const { rows } = await db.query(
    `select a.action, a.actor, a.origin, p.employment, p.display_name as name
       from audit_entry a join person p on p.id = a.about where a.id > $1`,
    [number],
  );
  const erased = { action: 'ERASE_LEAVER', actor: 'sync:hallsberg', origin: 'RETENTION' };
  const one = { ...erased, employment: 'ERASED', name: '' };
  // And whoever came and went above.
  expect(rows).toEqual([one, one]);
});
