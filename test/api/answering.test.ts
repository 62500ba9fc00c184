import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { startTestApp, type TestApp } from '../support/app.js';
import { at, textAt, textsAt } from '../support/json.js';
import { relationFacts, type RelationFacts } from '../support/relations.js';

let app: TestApp;
let facts: RelationFacts;
let viewers: Readonly<Record<string, string>>;
let kansliet: string;
let kontaktcenter: string;
let id: Readonly<Record<string, string>>;

const mail = (uid: string) => `${uid}@hallsberg.test`;
const names = ['erik.bjorkman', 'desiree.holm', 'lars-ake.nilsson', 'sofia.renstrom'] as const;
const [erik, desiree, lars, sofia] = names;

beforeAll(async () => {
  app = await startTestApp();
  facts = await relationFacts(app);
  await facts.db.query('update person set manager_id = null');
  viewers = {
    erik: await app.token('employee', '1861', '40102'),
    desiree: await app.token('employee', '1861', '40104'),
    lars: await app.token('employee', '1861', '40105'),
    officer: await app.token('officer', '1861'),
    elsewhere: await app.token('employee', '1860'),
  };
  kansliet = await facts.unit('Kansliet');
  kontaktcenter = await facts.unit('Kontaktcenter');
  id = Object.fromEntries(
    await Promise.all(names.map(async (uid) => [uid, await facts.person(mail(uid))] as const)),
  );
  // Erik leads Kansliet and Kontaktcenter below it, Désirée answers for Kansliet.
  const duty = `insert into unit_duty (unit_id, person_id, duty, municipality_code)
    select u.id, p.id, $3, p.municipality_code from person p, unit u
     where p.email = $1 and u.name = $2 and u.municipality_code = '1861'`;
  await facts.db.query(duty, [mail(erik), 'Kansliet', 'MANAGER']);
  await facts.db.query(duty, [mail(desiree), 'Kansliet', 'PHONE_RESPONSIBLE']);
}, 60_000);
afterAll(async () => {
  await facts.close();
  await app.stop();
});
beforeEach(async () => {
  await facts.db.query(
    `update person_local set protection_level = 'OPEN' where person_id in (select id from person where email = any($1))`,
    [names.map(mail)],
  );
  for (const table of [
    'answer_group_member',
    'opening_hours',
    'unit_contact',
    'stand_in',
    'best_reached',
    'number_greeting',
    'department_decision',
  ])
    await facts.db.query(`delete from ${table}`);
  app.clock.advance(2);
});

async function change(who: string, name: string, input: object, result = '') {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { ${name}(input: $input) { ${result} userErrors { code field } } }`;
  const { data, errors } = await app.ask(viewers[who] ?? who, query, { input });
  if (errors) return errors.map((error) => error.extensions.code);
  const refusals = at(data, `${name}.userErrors`) as readonly { code: string; field: string[] }[];
  return refusals.map(({ code, field }) => [code, ...field.slice(1)].join(' '));
}
async function unit(who: string, unitId: string, fields: string) {
  const query = `query ($id: ID!) { node(id: $id) { ... on Unit { ${fields} } } }`;
  return at((await app.ask(viewers[who] ?? who, query, { id: unitId })).data, 'node');
}
async function person(who: string, uid: string, fields: string) {
  const query = `query ($email: EmailAddress!) { person(ref: { email: $email }) { ${fields} } }`;
  return at((await app.ask(viewers[who] ?? who, query, { email: mail(uid) })).data, 'person');
}
const version = async (uid: string) =>
  textAt(await person('technician', uid, 'version'), 'version');
const ofPerson = async (uid: string) => ({
  person: { email: mail(uid) },
  expectedVersion: await version(uid),
});
const level = (uid: string, to: string) =>
  facts.db.query(
    `update person_local l set protection_level = $2 from person p where p.id = l.person_id and p.email = $1`,
    [mail(uid), to],
  );
const group = async (who: string, unitId = kansliet) =>
  textsAt(await unit(who, unitId, 'answerGroup { displayName }'), 'answerGroup.*.displayName');
const standIns = async (who: string, uid: string) =>
  textsAt(await person(who, uid, 'standIns { displayName }'), 'standIns.*.displayName');
const newest = async (action: string) => (await facts.recorded(action))[0];

describe('P9: an answer group', () => {
  const setGroup = (who: string, uids: readonly string[], more: object = {}) =>
    change(who, 'setAnswerGroup', {
      unitId: kansliet,
      memberIds: uids.map((uid) => id[uid] ?? uid),
      ...more,
    });

  test('is kept in order by those who lead or answer for the unit and by technicians, and by nobody else', async () => {
    for (const who of ['technician', 'erik', 'desiree'])
      expect(await setGroup(who, [lars, erik])).toEqual([]);
    expect(await group('operator')).toEqual(['Lars-Åke Nilsson', 'Erik Björkman']);
    expect(await setGroup('erik', [erik, lars])).toEqual([]);
    expect(await group('elsewhere')).toEqual(['Erik Björkman', 'Lars-Åke Nilsson']);
    expect(await setGroup('lars', [lars])).toEqual(['NOT_ALLOWED unitId']);
    expect(await setGroup('elsewhere', [lars])).toEqual(['NOT_ALLOWED unitId']);
    expect(await setGroup('operator', [lars])).toEqual(['FORBIDDEN']);
    expect(await newest('SET_ANSWER_GROUP')).toMatchObject({ fields: ['Unit.answerGroup'] });
  });

  test('is answered for a person too, in the unit and above it, within three statements', async () => {
    await setGroup('technician', [erik]);
    const seen = await person('operator', desiree, 'unit { answerGroup { displayName } }');
    expect(at(seen, 'unit.answerGroup.*.displayName')).toEqual(['Erik Björkman']);
  });

  test('has at most ten, of the same municipality, all of whom are there for whoever names them', async () => {
    const { rows } = await facts.db.query<{ id: string; code: string }>(
      `select p.id, p.municipality_code as code from person p join person_local l on l.person_id = p.id
        where l.protection_level = 'OPEN' and p.employment = 'ACTIVE' order by p.id`,
    );
    const { globalId } = await import('../../src/kernel/ids.js');
    const of = (code: string) =>
      rows.filter((row) => row.code === code).map((row) => globalId('PERSON', row.id));
    expect(await setGroup('technician', of('1861').slice(0, 10))).toEqual([]);
    expect(await setGroup('technician', of('1861').slice(0, 11))).toEqual(['LIMIT memberIds']);
    expect(await setGroup('technician', of('1860').slice(0, 1))).toEqual(['INVALID memberIds']);
    const nobody = globalId('PERSON', '00000000-0000-4000-8000-000000000000');
    expect(await setGroup('technician', [nobody])).toEqual(['NOT_FOUND memberIds']);
    await level(lars, 'PROTECTED');
    expect(await setGroup('technician', [lars])).toEqual(['NOT_FOUND memberIds']);
    expect(await setGroup('erik', [lars])).toEqual(['NOT_FOUND memberIds']);
    await level(lars, 'OPEN');
    await facts.db.query(`update person set employment = 'LEFT', left_at = $2 where email = $1`, [
      mail(lars),
      app.clock.now(),
    ]);
    expect(await setGroup('technician', [lars])).toEqual(['NOT_FOUND memberIds']);
    await facts.db.query(
      `update person set employment = 'ACTIVE', left_at = null where email = $1`,
      [mail(lars)],
    );
  });

  test('hides who is PROTECTED or has left, who keeps the place when others are changed', async () => {
    await setGroup('technician', [erik, lars, desiree]);
    await level(lars, 'PROTECTED');
    const before = textAt(await unit('technician', kansliet, 'version'), 'version');
    expect(await group('technician')).toEqual(['Erik Björkman', 'Désirée Holm']);
    expect(await setGroup('erik', [desiree, sofia, erik], { expectedVersion: before })).toEqual([]);
    expect(await group('operator')).toEqual(['Désirée Holm', 'Sofia Renström', 'Erik Björkman']);
    expect(await group('officer')).toEqual([
      'Désirée Holm',
      'Lars-Åke Nilsson',
      'Sofia Renström',
      'Erik Björkman',
    ]);
    await level(lars, 'OPEN');
    const left = `update person set employment = $2, left_at = $3 where email = $1`;
    await facts.db.query(left, [mail(sofia), 'LEFT', app.clock.now()]);
    expect(await group('technician')).not.toContain('Sofia Renström');
    await facts.db.query(left, [mail(sofia), 'ACTIVE', null]);
  });

  test('is changed over the version that was read, which moves with what one sees and with nothing else', async () => {
    const before = textAt(await unit('erik', kansliet, 'version'), 'version');
    await setGroup('technician', [erik]);
    expect(await setGroup('erik', [lars], { expectedVersion: before })).toEqual([
      'CONFLICT expectedVersion',
    ]);
    const count = (await facts.recorded('SET_ANSWER_GROUP')).length;
    const now = textAt(await unit('erik', kansliet, 'version'), 'version');
    expect(await setGroup('erik', [erik], { expectedVersion: now })).toEqual([]);
    expect(await facts.recorded('SET_ANSWER_GROUP')).toHaveLength(count);
    expect(await unit('desiree', kansliet, 'version')).toEqual({ version: now });
    expect(await unit('lars', kansliet, 'version')).toEqual({ version: null });
  });
});

describe('opening hours of a unit', () => {
  const setHours = (who: string, windows: readonly object[], more: object = {}) =>
    change(who, 'setOpeningHours', { unitId: kansliet, windows, ...more });
  const window = (weekday: number, from: string, to: string) => ({ weekday, from, to });

  test('are kept in the order of the week by those who keep the unit, and shown to everybody', async () => {
    const [monday, tuesday] = [window(1, '08:00', '12:00'), window(2, '13:00', '24:00')];
    expect(await setHours('desiree', [tuesday, monday])).toEqual([]);
    for (const who of ['operator', 'elsewhere', 'integration', 'phoneSystem'])
      expect(await unit(who, kansliet, 'openingHours { weekday from to }')).toEqual({
        openingHours: [monday, tuesday],
      });
    expect(await setHours('lars', [])).toEqual(['NOT_ALLOWED unitId']);
    expect(await setHours('erik', [])).toEqual([]);
    expect(await unit('operator', kansliet, 'openingHours { weekday }')).toEqual({
      openingHours: [],
    });
    expect(await newest('SET_OPENING_HOURS')).toMatchObject({ fields: ['Unit.openingHours'] });
  });

  test('are real times that end after they begin, and none is inside another', async () => {
    const many = Array.from({ length: 22 }, (_, i) => window(1, `0${i % 10}:00`, '12:00'));
    for (const [windows, refusal] of [
      [[window(8, '08:00', '12:00')], 'INVALID windows 0 weekday'],
      [[window(1, '8', '12:00')], 'INVALID windows 0 from'],
      [[window(1, '08:00', '24:30')], 'INVALID windows 0 to'],
      [[window(1, '12:00', '12:00')], 'INVALID windows 0 to'],
      [[window(1, '08:00', '12:00'), window(1, '11:59', '13:00')], 'INVALID windows 1'],
      [many, 'LIMIT windows'],
    ] as const)
      expect(await setHours('technician', windows)).toEqual([refusal]);
    expect(await unit('operator', kansliet, 'openingHours { from }')).toEqual({ openingHours: [] });
  });

  test('are changed over the version that was read', async () => {
    const before = textAt(await unit('erik', kansliet, 'version'), 'version');
    await setHours('technician', [window(1, '08:00', '12:00')], { expectedVersion: before });
    expect(await setHours('erik', [], { expectedVersion: before })).toEqual([
      'CONFLICT expectedVersion',
    ]);
  });
});

describe('P6: who usually stands in for somebody', () => {
  const setStandIns = async (who: string, uid: string, uids: readonly string[]) =>
    change(who, 'setStandIns', {
      ...(await ofPerson(uid)),
      standInIds: uids.map((one) => id[one] ?? one),
    });

  test('is said by the person, an operator, and those who lead or answer for the unit', async () => {
    for (const who of ['desiree', 'operator', 'erik'])
      expect(await setStandIns(who, desiree, [lars, sofia])).toEqual([]);
    expect(await standIns('operator', desiree)).toEqual(['Lars-Åke Nilsson', 'Sofia Renström']);
    expect(await person('technician', desiree, 'standIns { displayName }')).toEqual({
      standIns: [],
    });
    expect(await setStandIns('lars', desiree, [erik])).toEqual(['NOT_ALLOWED person']);
    expect(await setStandIns('technician', desiree, [erik])).toEqual(['FORBIDDEN']);
    expect(await newest('SET_STAND_INS')).toMatchObject({ fields: ['standIns'] });
  });

  test('is somebody else who is there, and of three at most', async () => {
    expect(await setStandIns('desiree', desiree, [desiree])).toEqual(['LOOP standInIds']);
    expect(await setStandIns('desiree', desiree, Object.values(id))).toEqual(['LIMIT standInIds']);
    await level(lars, 'PROTECTED');
    expect(await setStandIns('desiree', desiree, [lars])).toEqual(['NOT_FOUND standInIds']);
    await level(lars, 'OPEN');
  });

  test('is hidden with the person, and keeps the place', async () => {
    await setStandIns('desiree', desiree, [lars, sofia]);
    await level(lars, 'PROTECTED');
    expect(await standIns('operator', desiree)).toEqual(['Sofia Renström']);
    expect(await setStandIns('operator', desiree, [erik])).toEqual([]);
    expect(await standIns('officer', desiree)).toEqual(['Lars-Åke Nilsson', 'Erik Björkman']);
    await level(lars, 'OPEN');
    expect(await standIns('operator', desiree)).toEqual(['Lars-Åke Nilsson', 'Erik Björkman']);
  });

  test('is changed over the version of the person, which moves when something changes', async () => {
    const before = await version(desiree);
    const input = { person: { email: mail(desiree) }, expectedVersion: before };
    const set = (standInIds: readonly (string | undefined)[]) =>
      change('operator', 'setStandIns', { ...input, standInIds });
    expect(await set([id[lars]])).toEqual([]);
    expect(await set([id[erik]])).toEqual(['CONFLICT expectedVersion']);
    const then = await version(desiree);
    expect(await setStandIns('operator', desiree, [lars])).toEqual([]);
    expect([then === before, await version(desiree)]).toEqual([false, then]);
  });
});

describe('P19: the greeting of a mobile number', () => {
  const told = { kind: 'PERSONAL', namesAlternative: true };
  const numbers = async (who: string) =>
    at(
      await person(
        who,
        erik,
        'numbers(kinds: [MOBILE]) { e164 greeting { kind namesAlternative } }',
      ),
      'numbers',
    ) as readonly { e164: string; greeting: unknown }[];
  const mobile = async () => (await numbers('technician'))[0]?.e164 ?? '';
  const setGreeting = async (who: string, more: object = {}) =>
    change(who, 'setGreeting', {
      ...(await ofPerson(erik)),
      number: await mobile(),
      ...told,
      ...more,
    });

  test('is told by its holder, those who lead or answer for the unit, and technicians', async () => {
    for (const who of ['erik', 'desiree', 'technician']) expect(await setGreeting(who)).toEqual([]);
    expect(await setGreeting('lars')).toEqual(['NOT_ALLOWED person']);
    expect(await setGreeting('operator')).toEqual(['FORBIDDEN']);
    for (const who of ['operator', 'erik', 'desiree', 'technician'])
      expect((await numbers(who))[0]?.greeting).toEqual(told);
    for (const who of ['lars']) expect((await numbers(who))[0]?.greeting).toBeNull();
    expect(await newest('SET_GREETING')).toMatchObject({ fields: ['greeting'] });
  });

  test('is of a number that the person has, and says nothing when voicemail is off', async () => {
    expect(await setGreeting('erik', { number: '+46582009999' })).toEqual(['NOT_FOUND number']);
    expect(await setGreeting('erik', { kind: 'OFF' })).toEqual(['INVALID namesAlternative']);
  });

  test('of somebody RESTRICTED is told by that one alone: to name a number would be to ask for it', async () => {
    const number = await mobile();
    await level(erik, 'RESTRICTED');
    for (const who of ['desiree', 'technician'])
      for (const one of [number, '+46582009999'])
        expect(await setGreeting(who, { number: one })).toEqual(['NOT_ALLOWED person']);
    expect(await setGreeting('erik', { number })).toEqual([]);
    await level(erik, 'OPEN');
  });

  test('is gone from view with the number', async () => {
    await setGreeting('erik');
    const number = await mobile();
    const move = `update directory_number set e164 = $2 where e164 = $1`;
    await facts.db.query(move, [number, '+46701740699']);
    expect((await numbers('erik'))[0]?.greeting).toBeNull();
    await facts.db.query(move, ['+46701740699', number]);
  });
});
