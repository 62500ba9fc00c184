import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { startTestApp, type TestApp } from '../../support/app.js';
import { at, textAt } from '../../support/json.js';
import { nextYear } from '../../support/next-year.js';

let app: TestApp;
let db: Client;
const mail = 'anna-karin.lindblad@hallsberg.test';
const same = (text: string) => text;

beforeAll(async () => {
  app = await startTestApp();
  db = new Client({ connectionString: app.databaseUrl });
  await db.connect();
}, 60_000);
afterAll(async () => {
  await db.end();
  await app.stop();
});
beforeEach(() => app.clock.advance(60));
afterEach(async () => {
  await app.changeDirectory('1861', same);
  await app.sync('1861');
});

/** Everything that a sync may write, as text, but for the runs' own record. */
async function directoryFacts(): Promise<string> {
  const { rows } = await db.query(
    `select (select jsonb_agg(to_jsonb(p) order by p.id) from person p) as people,
            (select jsonb_agg(to_jsonb(u) order by u.id) from unit u) as units,
            (select jsonb_agg(to_jsonb(n) order by n.person_id, n.position) from directory_number n) as numbers,
            (select jsonb_agg(to_jsonb(l) order by l.person_id) from person_local l) as local`,
  );
  return JSON.stringify(rows);
}

async function lastRun() {
  const { rows } = await db.query(
    `select status, seen, missing, message from sync_run where source_id = 'hallsberg' order by started_at desc limit 1`,
  );
  return rows[0] as { status: string; seen: number; missing: number; message: string | null };
}

/** An LDIF record without the lines that match. */
function without(text: string, uid: string): string {
  return text
    .split('\n\n')
    .filter((record) => !record.includes(`\nuid: ${uid}\n`))
    .join('\n\n');
}

describe('a read in which nothing changed', () => {
  test('writes no row', async () => {
    const before = await directoryFacts();
    app.clock.advance(900);
    expect(await app.sync('1861')).toMatchObject({ seen: 39, created: 0, updated: 0, missing: 0 });
    expect(await directoryFacts()).toBe(before);
  });

  test('reports again what it could not take, by key, field and code, without the value', async () => {
    const report = await app.sync('1861');
    expect(report?.status).toBe('COMPLETED_WITH_ERRORS');
    const { rows } = await db.query(
      `select field, code from sync_rejection where run_id = (select id from sync_run where source_id = 'hallsberg' order by started_at desc limit 1)`,
    );
    expect(rows).toEqual([{ field: 'telephoneNumber', code: 'NOT_A_NUMBER' }]);
  });
});

describe('local and live facts', () => {
  test('are never touched by a sync', async () => {
    const person = `{ person(ref: { email: "${mail}" }) { id version } }`;
    const { data } = await app.ask('technician', person);
    const [id, version] = [textAt(data, 'person.id'), textAt(data, 'person.version')];
    const changes = [
      [
        'technician',
        `mutation { setNumbers(input: { person: { id: "${id}" }, mobile: "+46701740697", expectedVersion: "${version}" }) { userErrors { code } } }`,
      ],
      [
        'operator',
        `mutation { setAbsence(input: { person: { id: "${id}" }, reason: VACATION, note: "hälsa", endsAt: "${nextYear}-12-01T00:00:00Z" }) { userErrors { code } } }`,
      ],
      [
        'operator',
        `mutation { setForwarding(input: { person: { id: "${id}" }, condition: BUSY, target: { voicemail: true } }) { userErrors { code } } }`,
      ],
      [
        'phoneSystem',
        `mutation { reportLines(input: { dialPlan: "sydnarke.test", lines: [{ number: "+46582001234", status: RINGING, reportSeq: "1", observedAt: "${app.clock.now().toISOString()}" }] }) { userErrors { code } } }`,
      ],
    ] as const;
    for (const [who, change] of changes)
      expect((await app.ask(who, change)).text).toContain('"userErrors":[]');
    const read = `{ person(ref: { email: "${mail}" }) { title numbers { e164 } absences { reason note } forwardings { condition } presence { lines { status } } } }`;
    const before = await app.ask('operator', read);
    await app.changeDirectory('1861', (text) =>
      text.replace('title: Kommunjurist', 'title: Stadsjurist'),
    );
    expect(await app.sync('1861')).toMatchObject({ updated: 1 });
    const after = await app.ask('operator', read);
    expect(at(after.data, 'person.title')).toBe('Stadsjurist');
    expect(after.text.replace('Stadsjurist', 'Kommunjurist')).toBe(before.text);
  });
});

describe('a dead directory server never fires anybody', () => {
  test('one that does not answer leaves everything as it was, and says so in a sentence', async () => {
    const before = await directoryFacts();
    await app.stopDirectory('1861');
    expect(await app.sync('1861')).toMatchObject({ status: 'FAILED' });
    expect(await directoryFacts()).toBe(before);
    expect((await lastRun()).message).toMatch(
      /^ldaps:\/\/127\.0\.0\.1:\d+: nothing answers on that port\.$/,
    );
    // The others are read as ever.
    expect(await app.sync('1860')).toMatchObject({ missing: 0, seen: 32 });
  });

  test('one that was emptied leaves everything as it was', async () => {
    const before = await directoryFacts();
    await app.changeDirectory('1861', (text) =>
      text.replaceAll('objectClass: inetOrgPerson', 'objectClass: device'),
    );
    expect(await app.sync('1861')).toMatchObject({ status: 'FAILED', seen: 0, missing: 0 });
    expect((await lastRun()).message).toContain('nobody at all');
    expect(await directoryFacts()).toBe(before);
  });

  test('one whose base is gone leaves everything as it was', async () => {
    const before = await directoryFacts();
    await app.changeDirectory('1861', (text) =>
      text.replaceAll(/ou=Personal/gi, 'ou=Flyttad').replaceAll('ou: Personal', 'ou: Flyttad'),
    );
    expect(await app.sync('1861')).toMatchObject({ status: 'FAILED', missing: 0 });
    expect((await lastRun()).message).toContain('noSuchObject');
    expect(await directoryFacts()).toBe(before);
  });

  test('somebody who is missing is marked, stays, and is taken back when seen again', async () => {
    await app.changeDirectory('1861', (text) => without(text, 'anna-karin.lindblad'));
    expect(await app.sync('1861')).toMatchObject({ seen: 38, missing: 1 });
    expect(await app.sync('1861')).toMatchObject({ missing: 0 });
    const marked = 'select count(*)::int as n from person where missing_since is not null';
    expect((await db.query(marked)).rows).toEqual([{ n: 1 }]);
    const { data } = await app.ask(
      'operator',
      `{ person(ref: { email: "${mail}" }) { displayName } }`,
    );
    expect(at(data, 'person.displayName')).toBe('Anna-Karin Lindblad');
    await app.changeDirectory('1861', same);
    await app.sync('1861');
    expect((await db.query(marked)).rows).toEqual([{ n: 0 }]);
  });
});

describe('a directory may raise a level, never lower it', () => {
  const level = async (uid: string) => {
    const { rows } = await db.query<{ level: string }>(
      `select l.protection_level as level from person p join person_local l on l.person_id = p.id where p.email = $1`,
      [`${uid}@hallsberg.test`],
    );
    return rows[0]?.level;
  };

  test('a mark that is taken away changes nothing', async () => {
    await app.changeDirectory('1861', (text) =>
      text
        .replaceAll('businessCategory: skyddad', 'businessCategory: öppen')
        .replaceAll('businessCategory: sekretess\n', ''),
    );
    await app.sync('1861');
    expect([await level('eva.sundin'), await level('josefin.arman')]).toEqual([
      'PROTECTED',
      'RESTRICTED',
    ]);
  });

  test('a lower mark than an officer has set changes nothing', async () => {
    await db.query(
      `update person_local set protection_level = 'PROTECTED'
        where person_id = (select id from person where email = 'mattias.lovgren@hallsberg.test')`,
    );
    await app.sync('1861');
    expect(await level('mattias.lovgren')).toBe('PROTECTED');
  });

  test('a mark that is set hides the person at the next read', async () => {
    const uid = 'desiree.holm';
    const mark = (text: string) =>
      text.replace(`uid: ${uid}\n`, `uid: ${uid}\nbusinessCategory: skyddad\n`);
    expect(await level(uid)).toBe('OPEN');
    await app.changeDirectory('1861', mark);
    await app.sync('1861');
    expect(await level(uid)).toBe('PROTECTED');
    const { data } = await app.ask(
      'operator',
      `{ person(ref: { email: "${uid}@hallsberg.test" }) { id } }`,
    );
    expect(data).toEqual({ person: null });
  });

  test('and a new person who carries it is protected before the first read', async () => {
    const uid = 'henrik.palm';
    await db.query(
      `with gone as (select id from person where email = $1), n as (delete from directory_number using gone where person_id = gone.id), l as (delete from person_local using gone where person_id = gone.id) select 1`,
      [`${uid}@hallsberg.test`],
    );
    await db.query('delete from person where email = $1', [`${uid}@hallsberg.test`]);
    await app.changeDirectory('1861', (text) =>
      text.replace(`uid: ${uid}\n`, `uid: ${uid}\nbusinessCategory: nytt ord\n`),
    );
    // Nobody PROTECTED is counted.
    expect(await app.sync('1861')).toMatchObject({ status: 'COMPLETED_WITH_ERRORS', created: 0 });
    expect(await level(uid)).toBe('PROTECTED');
  });
});

describe('one run of a source at a time', () => {
  test('of two that start at once one runs, and the other says that it did not', async () => {
    const reports = await Promise.all([app.sync('1861'), app.sync('1861')]);
    expect(reports.filter((report) => report === null)).toHaveLength(1);
  });

  test('one that was killed is closed as aborted by the next', async () => {
    await db.query(
      `insert into sync_run (id, municipality_code, source_id, status, started_at, kind, trigger, seen, created, updated,
           missing, moved, disabled, reappeared, left_scope, removed, raised, rejected)
         values (gen_random_uuid(), '1861', 'hallsberg', 'RUNNING', $1, 'COMPLETE', 'SCHEDULE', 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)`,
      [app.clock.now()],
    );
    await app.sync('1861');
    const { rows } = await db.query(
      `select status, count(*)::int as n from sync_run where status in ('RUNNING', 'ABORTED') group by status`,
    );
    expect(rows).toEqual([{ status: 'ABORTED', n: 1 }]);
  });
});

test('people are known by their key: one who marries and moves is the same person', async () => {
  const before = await app.ask(
    'operator',
    `{ person(ref: { email: "lena.ostlund@hallsberg.test" }) { id displayName } }`,
  );
  await app.changeDirectory('1861', (text) =>
    text
      .replaceAll('lena.ostlund', 'lena.berg')
      .replaceAll('Lena Östlund', 'Lena Berg')
      .replaceAll('sn: Östlund', 'sn: Berg'),
  );
  await app.sync('1861');
  const after = await app.ask(
    'operator',
    `{ person(ref: { email: "lena.berg@hallsberg.test" }) { id displayName } }`,
  );
  expect(at(after.data, 'person.id')).toBe(at(before.data, 'person.id'));
  expect(at(after.data, 'person.displayName')).toBe('Lena Berg');
});
