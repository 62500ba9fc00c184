import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { Client } from 'pg';
import { globalId } from '../../src/kernel/ids.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { everyRow } from '../support/forwardings.js';
import { at } from '../support/json.js';
import { dialledIn, dialOn, said, seenOf, toTen, type Input } from '../support/keypad.js';
import { carryOut } from '../support/matrix/carry-out.js';

let app: TestApp;
let db: Client;
const annaMail = 'anna-karin.lindblad@hallsberg.test';
const [annas, johanssons, desirees] = ['+46582001234', '+46582001271', '+46582001235'];
/** Eva Sundin's, who is PROTECTED, and a number that nobody has. */
const [evas, nobodys] = ['+46582001252', '+46582009999'];
/** Extensions of Amir Hosseini, who is RESTRICTED, and Birgitta Hallén; Désirée Holm gets one. */
const [amirs, birgittas, desireesExtension] = ['3153', '3101', '9235'];
const privateNumber = '0701740688';

beforeAll(async () => {
  app = await startTestApp();
  db = new Client({ connectionString: app.databaseUrl });
  await db.connect();
}, 60_000);
afterAll(async () => {
  await db.end();
  await app.stop();
});
beforeEach(async () => {
  await db.query('truncate forwarding, phone_report, absence, audit_entry');
});

const dial = (dialled: string, more: Input = {}, who = 'phoneSystem') =>
  dialOn(app, dialled, more, who);
const seen = (email = annaMail) => seenOf(app, email);
const refusal = (code: string, field = 'dialled') => ({
  applied: false,
  spoken: null,
  userErrors: [{ code, field: ['input', field], message: expect.any(String) }],
});
const recorded = async () =>
  (await db.query<Input>('select action, actor, roles, fields from audit_entry order by id')).rows;

describe('P15, P17: an absence that is dialled', () => {
  beforeEach(() => toTen(app));

  test('until a time is there for operators at once, as a fact of the telephone system', async () => {
    expect(await dial('*23*3*1330#')).toEqual(said('Frånvaron är inlagd till klockan 13.30.'));
    expect((await seen()).currentAbsence).toMatchObject({
      reason: 'MEETING',
      endsAtPrecision: 'EXACT',
      source: 'PHONE_SYSTEM',
    });
    expect(await recorded()).toMatchObject([
      { action: 'SET_ABSENCE', actor: expect.stringMatching(/^key:/) },
    ]);
    expect(await dial('#23#')).toEqual(said('Frånvaron är avslutad.'));
    expect((await seen()).currentAbsence).toBeNull();
    expect(await dial('#23#')).toEqual(said('Ingen frånvaro är inlagd.'));
  });

  test('until a day, as long as is usual, or for nobody knows how long', async () => {
    const { day } = dialledIn(app, 24);
    expect(await dial(`*23*6*${day}#`)).toEqual(said('Frånvaron är inlagd till i morgon.'));
    expect((await seen()).currentAbsence).toMatchObject({
      reason: 'VACATION',
      endsAtPrecision: 'DAY',
    });
    await dial('#23#');
    expect(await dial('*23*0#')).toEqual(said('Frånvaron är inlagd till omkring klockan 11.'));
    await dial('#23#');
    expect(await dial('*23*7#')).toEqual(said('Frånvaron är inlagd tills vidare.'));
    const { currentAbsence } = await seen();
    expect(currentAbsence).toMatchObject({ endsAt: null, endsAtPrecision: 'UNKNOWN' });
  });

  test.each([
    ['*23*3*2460#', 'INVALID'],
    ['*23*6*1332#', 'INVALID'],
    ['*23*3*0959#', 'IN_PAST'],
    ['*'.repeat(5_000), 'INVALID'],
  ])('%s is refused, and nothing is half done', async (dialled, code) => {
    expect(await dial(dialled)).toEqual(refusal(code));
    expect((await seen()).currentAbsence).toBeNull();
    expect(await recorded()).toEqual([]);
  });

  test('says where it broke off', async () => {
    expect(await dial('*23*3*2460#')).toMatchObject({
      userErrors: [{ message: 'Koden går inte att förstå från tecken 7.' }],
    });
  });

  test('once is done once: what comes late or twice is dropped', async () => {
    expect(await dial('*23*3*1330#', { reportSeq: '7' })).toMatchObject({ applied: true });
    for (const reportSeq of ['7', '6'])
      expect(await dial('*23*3*1330#', { reportSeq })).toEqual({
        applied: false,
        spoken: 'Det är redan gjort.',
        userErrors: [],
      });
    expect((await db.query('select 1 from absence')).rows).toHaveLength(1);
    expect(await dial('#23#', { reportSeq: '8' })).toEqual(said('Frånvaron är avslutad.'));
    expect(await dial('#23#', { reportSeq: 'x' })).toEqual(refusal('INVALID', 'reportSeq'));
  });
});

describe('P12, P17: an absence that is dialled for another extension', () => {
  beforeEach(() => toTen(app));

  test('is for whoever leads or answers for that unit, or is an operator', async () => {
    const dialled = `*230*${amirs}*3*1330#`;
    expect(await dial(dialled)).toEqual(refusal('NOT_ALLOWED'));
    await carryOut(app, 'technician', 'grantRole', {
      person: { email: 'desiree.holm@hallsberg.test' },
      role: 'OPERATOR',
    });
    app.clock.advance(2);
    expect(await dial(dialled, { number: desirees })).toEqual(
      said('Frånvaron är inlagd till klockan 13.30.'),
    );
    const { rows } = await db.query(
      `select a.source, p.email from absence a join person p on p.id = a.person_id`,
    );
    expect(rows).toMatchObject([{ source: 'PHONE_SYSTEM' }]);
    expect(await dial(`#230*${amirs}#`)).toEqual(refusal('NOT_ALLOWED'));
    expect(await dial(`#230*${amirs}#`, { number: desirees })).toEqual(
      said('Frånvaron är avslutad.'),
    );
  });

  test('is for a telefonansvarig, on the own telephone', async () => {
    await db.query('update directory_number set extension = $1 where e164 = $2', [
      desireesExtension,
      desirees,
    ]);
    const { rows } = await db.query(
      `select p.unit_id from person p join phone_number n on n.person_id = p.id where n.extension = $1`,
      [desireesExtension],
    );
    const [{ unit_id: unit }] = rows as [{ unit_id: string }];
    const anna = await db.query(`select id from person where email = $1`, [annaMail]);
    const [{ id: annaId }] = anna.rows as [{ id: string }];
    await carryOut(app, 'technician', 'setUnitDuties', {
      unitId: globalId('UNIT', unit),
      phoneResponsibleIds: [globalId('PERSON', annaId)],
    });
    expect(await dial(`*230*${desireesExtension}*3*1330#`)).toMatchObject({ applied: true });
    await carryOut(app, 'technician', 'setUnitDuties', {
      unitId: globalId('UNIT', unit),
      phoneResponsibleIds: [],
    });
    expect(await dial(`#230*${desireesExtension}#`)).toEqual(refusal('NOT_ALLOWED'));
  });

  test('of somebody PROTECTED is as for one that nobody has', async () => {
    await db.query(`update directory_number set extension = '9252' where e164 = $1`, [evas]);
    for (const [code, more] of [
      ['*230*X*3*1330#', {}],
      ['#230*X#', { number: desirees }],
    ] as const)
      expect(await dial(code.replace('X', '9252'), more)).toEqual(
        await dial(code.replace('X', '9999'), more),
      );
    expect(await dial('*230*9252*3#')).toEqual(refusal('NOT_FOUND'));
    await db.query(`update directory_number set extension = null where e164 = $1`, [evas]);
    expect(await dial('*230*3153*3#', { number: nobodys })).toEqual(refusal('NOT_FOUND', 'number'));
  });
});

describe('P10, P18: a forwarding that is dialled', () => {
  test('to a colleague is registered, switched off, and on again', async () => {
    expect(await dial('*21*0582001271#')).toEqual(said('Vidarekopplingen är på.'));
    const target = { kind: 'PERSON', entry: { displayName: 'Anna Johansson' } };
    const kept = { condition: 'UNCONDITIONAL', layer: 'PBX', source: 'PHONE_SYSTEM', target };
    expect((await seen()).forwardings).toMatchObject([{ ...kept, active: true }]);
    expect(await dial('#21#')).toEqual(said('Vidarekopplingen är av.'));
    expect((await seen()).forwardings).toMatchObject([{ ...kept, active: false }]);
    expect(await dial('*21#')).toEqual(said('Vidarekopplingen är på.'));
    expect((await seen()).forwardings).toMatchObject([{ ...kept, active: true }]);
    const actions = (await recorded()).map(({ action, fields }) => [action, fields]);
    expect(actions).toEqual([
      ['SET_FORWARDING', expect.arrayContaining(['target', 'condition'])],
      ['SET_FORWARDING', ['active', 'source']],
      ['SET_FORWARDING', ['active']],
    ]);
  });

  test('on busy, without an answer or out of reach, each for itself; and all off at once', async () => {
    for (const code of ['*67*0582001271#', `*61*${birgittas}*15#`, '*62*0582000000#'])
      expect(await dial(code)).toEqual(said('Vidarekopplingen är på.'));
    const of = async () =>
      Object.fromEntries(
        (await seen()).forwardings.map((one) => [
          one['condition'],
          [at(one, 'target.kind'), one['noAnswerSeconds'], one['active']],
        ]),
      );
    const all = {
      BUSY: ['PERSON', null, true],
      NO_ANSWER: ['PERSON', 15, true],
      NOT_REACHABLE: ['SWITCHBOARD', null, true],
    };
    expect(await of()).toEqual(all);
    await dial('#61#');
    expect(await of()).toEqual({ ...all, NO_ANSWER: ['PERSON', 15, false] });
    expect(await dial('#002#')).toEqual(said('Alla vidarekopplingar är av.'));
    expect(Object.values(await of()).map((one) => at(one, '2'))).toEqual([false, false, false]);
    expect(await dial('*61#')).toMatchObject({ applied: true });
    expect(await of()).toMatchObject({ NO_ANSWER: ['PERSON', 15, true] });
  });

  test('is under the rules of every forwarding: rings, seconds, targets, and what is registered', async () => {
    expect(await dial('*21#')).toEqual(refusal('NOT_FOUND'));
    expect(await dial('*21*99#')).toEqual(refusal('INVALID'));
    expect(await dial('*61*0582001271*3#')).toEqual(refusal('INVALID'));
    await dial('*21*0582001271#');
    expect(await dial('*67*0582001234#', { number: johanssons })).toEqual(refusal('LOOP'));
    expect((await seen('anna.johansson2@hallsberg.test')).forwardings).toEqual([]);
  });

  test('out of the telephone system is refused while the person is absent, also when it is only switched on', async () => {
    expect(await dial(`*21*${privateNumber}#`)).toMatchObject({ applied: true });
    await dial('#21#');
    await dial('*23*0#');
    expect(await dial(`*21*${privateNumber}#`)).toEqual(refusal('NUMBER_NOT_ALLOWED'));
    expect(await dial('*21#')).toEqual(refusal('NUMBER_NOT_ALLOWED'));
    expect((await seen()).forwardings).toMatchObject([{ active: false }]);
  });
});

test('a telephone of somebody PROTECTED is as one that nobody has, and nothing comes of it', async () => {
  for (const code of ['*23*0#', '#23#', '*21*0582001271#', '#002#', '*21#', 'x'])
    expect(await dial(code, { number: evas })).toEqual(await dial(code, { number: nobodys }));
  expect(await dial('*23*0#', { number: evas })).toEqual(refusal('NOT_FOUND', 'number'));
  expect(await dial('*23*0#', { dialPlan: 'elsewhere.test' })).toEqual(
    refusal('NOT_FOUND', 'number'),
  );
  expect(await dial('*23*0#', { extension: '9999' })).toEqual(refusal('NOT_FOUND', 'extension'));
  expect(await dial('*23*0#', { number: annas, extension: amirs })).toMatchObject({
    userErrors: [{ code: 'INVALID' }],
  });
  expect(await recorded()).toEqual([]);
});

test('is for the telephone system with the scope only', async () => {
  const anna = await app.token('employee', '1861', '40103');
  for (const who of ['operator', 'technician', 'intranetHallsberg', 'integration', anna])
    expect(await dial('*23*0#', {}, who)).toMatch(/"code":"FORBIDDEN"/);
});

test('P22: what was dialled is in no table but as what came of it, and in no line of the log', async () => {
  const written: string[] = [];
  const spies = [process.stdout, process.stderr].map((stream) =>
    jest.spyOn(stream, 'write').mockImplementation((text) => written.push(String(text)) > 0),
  );
  try {
    await dial('*23*0#');
    await dial(`*21*${privateNumber}#`, { reportSeq: '3' });
    await dial(`*61*${privateNumber}*99#`, { reportSeq: '4' });
    await dial(`*77*${privateNumber}#`, { reportSeq: '5' });
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
  const rows = await everyRow(db);
  expect(rows.length).toBeGreaterThan(100);
  expect(rows.filter((row) => row.includes('701740688'))).toEqual([]);
  expect(written.join('')).not.toContain('701740688');
  await dial('#23#');
  await dial(`*21*${privateNumber}#`);
  expect((await everyRow(db)).filter((row) => row.includes('701740688'))).toHaveLength(1);
});
