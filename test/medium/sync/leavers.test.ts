import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { startTestApp, type TestApp } from '../../support/app.js';
import { at, textAt } from '../../support/json.js';
import { nextYear } from '../../support/next-year.js';

let app: TestApp;
let id: string;
let colleague: string;
const mail = 'anna-karin.lindblad@hallsberg.test';
const without = (text: string) =>
  text
    .split('\n\n')
    .filter((record) => !record.includes('\nuid: anna-karin.lindblad\n'))
    .join('\n\n');

beforeAll(async () => {
  app = await startTestApp();
  colleague = await app.token('employee', '1861', '40104');
  const found = await app.ask('operator', `{ person(ref: { email: "${mail}" }) { id } }`);
  id = textAt(found.data, 'person.id');
  const note = `mutation { setAbsence(input: { person: { id: "${id}" }, reason: COURSE, endsAt: "${nextYear}-12-01T00:00:00Z" }) { userErrors { code } } }`;
  await app.ask('operator', note);
  await app.changeDirectory('1861', without);
}, 60_000);
afterAll(() => app.stop());

const fields =
  'displayName ... on Person { leftAt title numbers { e164 } absences { reason } currentAbsence { reason } presence { availability } reachability { verdict connectTo { e164 } trace } }';

async function seen(who: string) {
  const { data } = await app.ask(
    who,
    `query ($id: ID!) { node(id: $id) { ... on Person { ${fields} } } }`,
    { id },
  );
  return at(data, 'node');
}

const hits = async (who: string, query: string) =>
  at(
    (
      await app.ask(
        who,
        `{ searchDirectory(query: "${query}") { edges { node { displayName } } } }`,
      )
    ).data,
    'searchDirectory.edges.*.node.displayName',
  );

test('R2: who is missing once, or again within six hours, is still there for everybody', async () => {
  await app.sync('1861');
  app.clock.advance(6 * 3600 - 1);
  await app.sync('1861');
  for (const who of ['operator', colleague])
    expect(await seen(who)).toMatchObject({ leftAt: null, title: 'Kommunjurist' });
});

test('who is missing from two complete reads six hours apart is gone for all but operators and technicians', async () => {
  app.clock.advance(1);
  // A read that fails in between counts for nothing.
  await app.stopDirectory('1861');
  await app.sync('1861');
  expect(await seen(colleague)).toMatchObject({ leftAt: null });
  await app.changeDirectory('1861', without);
  await app.sync('1861');
  const leftAt = app.clock.now().toISOString();
  expect(await seen('operator')).toEqual({
    displayName: 'Anna-Karin Lindblad',
    leftAt,
    title: 'Kommunjurist',
    numbers: [],
    absences: [],
    currentAbsence: null,
    presence: null,
    reachability: { verdict: 'TAKE_MESSAGE', connectTo: null, trace: ['LEFT'] },
  });
  expect(await seen('technician')).toMatchObject({ leftAt, numbers: [] });
  expect(await hits('operator', 'lindblad')).toEqual(['Anna-Karin Lindblad']);
  for (const who of [colleague, 'intranetHallsberg', 'integration']) {
    expect(await seen(who)).toBeNull();
    expect(await hits(who, 'lindblad')).toEqual([]);
  }
});

test('is found by a number of the past by nobody, and is not to be changed', async () => {
  for (const who of ['operator', 'technician', 'phoneSystem']) {
    const { data } = await app.ask(
      who,
      '{ lookupNumber(number: "+46582001234") { label entry { id } } }',
    );
    expect(data).toEqual({ lookupNumber: { label: 'Hallsbergs kommun', entry: null } });
  }
  const set = `mutation { setAbsence(input: { person: { id: "${id}" }, reason: LUNCH }) { userErrors { code } } }`;
  expect(at((await app.ask('operator', set)).data, 'setAbsence.userErrors.*.code')).toEqual([
    'NOT_ALLOWED',
  ]);
  const stand = `mutation { setAbsence(input: { person: { email: "erik.bjorkman@hallsberg.test" }, reason: LUNCH, referral: { entryId: "${id}" } }) { userErrors { code } } }`;
  expect(at((await app.ask('operator', stand)).data, 'setAbsence.userErrors.*.code')).toEqual([
    'NOT_FOUND',
  ]);
});

test('has no sign-in here any more', async () => {
  const own = await app.token('employee', '1861', '40103');
  const { data } = await app.ask(own, '{ viewer { person { id } roles } }');
  expect(data).toEqual({ viewer: { person: null, roles: ['EMPLOYEE'] } });
});

test('who comes back has everything that was kept', async () => {
  await app.changeDirectory('1861', (text) => text);
  await app.sync('1861');
  expect(await seen('operator')).toMatchObject({
    leftAt: null,
    numbers: [{ e164: '+46582001234' }],
    currentAbsence: { reason: 'COURSE' },
  });
  expect(await seen(colleague)).toMatchObject({ leftAt: null });
});

test('after 90 days a leaver is gone for everybody', async () => {
  await app.changeDirectory('1861', without);
  await app.sync('1861');
  app.clock.advance(6 * 3600);
  await app.sync('1861');
  expect(await seen('operator')).not.toBeNull();
  app.clock.advance(20 * 86_400);
  await app.sync('1861');
  expect(await seen('operator')).not.toBeNull();
  app.clock.advance(70 * 86_400);
  await app.sync('1861');
  const key = await app.makeKey({
    role: 'OPERATOR',
    label: 'later',
    municipality: null,
    scopes: [],
    expiresAt: new Date(app.clock.now().getTime() + 86_400_000),
  });
  expect(await seen(key)).toBeNull();
  expect(await hits(key, 'lindblad')).toEqual([]);
});

test('whoever is erased answers for nobody, and nobody for that one: every such row goes along', async () => {
  const db = new Client({ connectionString: app.databaseUrl });
  await db.connect();
  try {
    const found = await db.query<{ id: string; unit: string }>(
      'select id, unit_id as unit from person where email = any($1) order by email = $2 desc',
      [[mail, 'erik.bjorkman@hallsberg.test'], mail],
    );
    const [gone, erik] = found.rows;
    if (!gone || !erik) throw new Error('Nobody.');
    const standsIn = `insert into stand_in (municipality_code, person_id, stand_in_id, position) values ('1861', $1, $2, 1)`;
    for (const [statement, ...values] of [
      [standsIn, gone.id, erik.id],
      [standsIn, erik.id, gone.id],
      [
        `insert into answer_group_member (municipality_code, person_id, unit_id, position) values ('1861', $1, $2, 1)`,
        gone.id,
        erik.unit,
      ],
      [
        `insert into unit_contact (municipality_code, fault_entry_id, unit_id, fault_instruction) values ('1861', $1, $2, 'Ring')`,
        gone.id,
        erik.unit,
      ],
      [
        `insert into best_reached (municipality_code, person_id, weekday, from_time, to_time) values ('1861', $1, 2, '09:00', '11:00')`,
        gone.id,
      ],
      [
        `insert into person_subject_word (municipality_code, person_id, subject, synonym, word, folded) values ('1861', $1, 0, 0, 'Diarium', 'diarium')`,
        gone.id,
      ],
      [
        `insert into number_greeting (municipality_code, person_id, e164, kind, names_alternative, confirmed_at)
         values ('1861', $1, '+46701740699', 'PERSONAL', true, '2026-11-02T08:00:00Z')`,
        gone.id,
      ],
      ['update person_local set responsible_id = $1 where person_id = $2', gone.id, erik.id],
    ] as [string, ...string[]][])
      await db.query(statement, values);
    expect(await columnsThatName(db, gone.id)).toEqual(
      expect.arrayContaining([
        'answer_group_member.person_id',
        'best_reached.person_id',
        'number_greeting.person_id',
        'person_local.responsible_id',
        'person_subject_word.person_id',
        'stand_in.person_id',
        'stand_in.stand_in_id',
        'unit_contact.fault_entry_id',
      ]),
    );
    await db.query(
      `update municipality_settings set decision_reference = 'KS 2026/1', decided_on = '2026-01-01',
         leavers_after_days = 30 where municipality_code = '1861'`,
    );
    await app.sync('1861');
    expect(await columnsThatName(db, gone.id)).toEqual([]);
  } finally {
    await db.end();
  }
});

/** Every column that refers to people and has this one, read from the tables themselves, so that a new table is in it. */
async function columnsThatName(db: Client, person: string): Promise<readonly string[]> {
  const { rows } = await db.query<{ table: string; column: string }>(
    `select c.conrelid::regclass::text as table, a.attname as column
       from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any(c.conkey)
      where c.contype = 'f' and c.confrelid = 'person'::regclass order by 1, 2`,
  );
  const named: string[] = [];
  for (const { table, column } of rows) {
    const found = await db.query(`select 1 from ${table} where ${column} = $1`, [person]);
    if (found.rows.length > 0) named.push(`${table}.${column}`);
  }
  return named;
}
