import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import {
  desiree,
  erik,
  lars,
  mail,
  namesIn,
  sofia,
  startAnswering,
  type Answering,
} from '../support/answering.js';
import { at } from '../support/json.js';

let world: Answering;

beforeAll(async () => {
  world = await startAnswering();
}, 60_000);
afterAll(() => world.stop());
beforeEach(() => world.forget());

const standIns = async (who: string, uid: string) =>
  namesIn(await world.person(who, uid, 'standIns { displayName }'), 'standIns');
const version = async (uid: string) => (await world.ofPerson(uid)).expectedVersion;

describe('P6: who usually stands in for somebody', () => {
  const setStandIns = async (who: string, uid: string, uids: readonly string[]) =>
    world.change(who, 'setStandIns', {
      ...(await world.ofPerson(uid)),
      standInIds: uids.map((one) => world.id[one] ?? one),
    });

  test('is said by the person, an operator, and those who lead or answer for the unit', async () => {
    for (const who of ['desiree', 'operator', 'erik'])
      expect(await setStandIns(who, desiree, [lars, sofia])).toEqual([]);
    expect(await standIns('operator', desiree)).toEqual(['Lars-Åke Nilsson', 'Sofia Renström']);
    expect(await world.person('technician', desiree, 'standIns { displayName }')).toEqual({
      standIns: [],
    });
    expect(await setStandIns('lars', desiree, [erik])).toEqual(['NOT_ALLOWED person']);
    expect(await setStandIns('technician', desiree, [erik])).toEqual(['FORBIDDEN']);
    expect(await world.newest('SET_STAND_INS')).toMatchObject({ fields: ['standIns'] });
  });

  test('is somebody else who is there, and of three at most', async () => {
    expect(await setStandIns('desiree', desiree, [desiree])).toEqual(['LOOP standInIds']);
    expect(await setStandIns('desiree', desiree, Object.values(world.id))).toEqual([
      'LIMIT standInIds',
    ]);
    await world.level(lars, 'PROTECTED');
    expect(await setStandIns('desiree', desiree, [lars])).toEqual(['NOT_FOUND standInIds']);
    await world.level(lars, 'OPEN');
  });

  test('is hidden with the person, and keeps the place', async () => {
    await setStandIns('desiree', desiree, [lars, sofia]);
    await world.level(lars, 'PROTECTED');
    expect(await standIns('operator', desiree)).toEqual(['Sofia Renström']);
    expect(await setStandIns('operator', desiree, [erik])).toEqual([]);
    expect(await standIns('officer', desiree)).toEqual(['Lars-Åke Nilsson', 'Erik Björkman']);
    await world.level(lars, 'OPEN');
    expect(await standIns('operator', desiree)).toEqual(['Lars-Åke Nilsson', 'Erik Björkman']);
  });

  test('is changed over the version of the person, which moves when something changes', async () => {
    const before = await version(desiree);
    const input = { person: { email: mail(desiree) }, expectedVersion: before };
    const set = (standInIds: readonly (string | undefined)[]) =>
      world.change('operator', 'setStandIns', { ...input, standInIds });
    expect(await set([world.id[lars]])).toEqual([]);
    expect(await set([world.id[erik]])).toEqual(['CONFLICT expectedVersion']);
    const then = await version(desiree);
    expect(await setStandIns('operator', desiree, [lars])).toEqual([]);
    expect([then === before, await version(desiree)]).toEqual([false, then]);
  });
});

describe('P19: the greeting of a mobile number', () => {
  const told = { kind: 'PERSONAL', namesAlternative: true };
  const numbers = async (who: string) =>
    at(
      await world.person(
        who,
        erik,
        'numbers(kinds: [MOBILE]) { e164 greeting { kind namesAlternative } }',
      ),
      'numbers',
    ) as readonly { e164: string; greeting: unknown }[];
  const mobile = async () => (await numbers('technician'))[0]?.e164 ?? '';
  const setGreeting = async (who: string, more: object = {}) =>
    world.change(who, 'setGreeting', {
      ...(await world.ofPerson(erik)),
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
    expect(await world.newest('SET_GREETING')).toMatchObject({ fields: ['greeting'] });
  });

  test('is of a number that the person has, and says nothing when voicemail is off', async () => {
    expect(await setGreeting('erik', { number: '+46582009999' })).toEqual(['NOT_FOUND number']);
    expect(await setGreeting('erik', { kind: 'OFF' })).toEqual(['INVALID namesAlternative']);
  });

  test('of somebody RESTRICTED is told by that one alone: to name a number would be to ask for it', async () => {
    const number = await mobile();
    await world.level(erik, 'RESTRICTED');
    for (const who of ['desiree', 'technician'])
      for (const one of [number, '+46582009999'])
        expect(await setGreeting(who, { number: one })).toEqual(['NOT_ALLOWED person']);
    expect(await setGreeting('erik', { number })).toEqual([]);
    await world.level(erik, 'OPEN');
  });

  test('is gone from view with the number', async () => {
    await setGreeting('erik');
    const number = await mobile();
    const move = `update directory_number set e164 = $2 where e164 = $1`;
    await world.facts.db.query(move, [number, '+46701740699']);
    expect((await numbers('erik'))[0]?.greeting).toBeNull();
    await world.facts.db.query(move, ['+46701740699', number]);
  });
});

describe('P8: when somebody is best reached', () => {
  const windows = [{ weekday: 2, from: '09:00', to: '11:00' }];
  const set = async (who: string, more: object = { windows }) =>
    world.change(who, 'setBestReached', { ...(await world.ofPerson(desiree)), ...more });
  const told = async (who: string) =>
    at(await world.person(who, desiree, 'bestReached { weekday from to }'), 'bestReached');
  const decide = (yes: boolean) =>
    world.facts.db.query(
      yes
        ? `insert into department_decision (unit_id, municipality_code, decision_reference, decided_on)
           select coalesce(parent_id, id), municipality_code, 'KS 2026-9', '2026-11-02' from unit
            where name = 'Kansliet' and municipality_code = '1861'`
        : 'delete from department_decision',
    );

  test('is kept only where the department, or one above, has decided so, and shown while that stands', async () => {
    expect(await set('desiree')).toEqual(['NOT_ALLOWED windows']);
    await decide(true);
    for (const who of ['desiree', 'erik']) expect(await set(who)).toEqual([]);
    for (const who of ['lars', 'elsewhere', 'operator', 'technician', 'intranetLaxa'])
      expect(await told(who)).toEqual(windows);
    await decide(false);
    for (const who of ['desiree', 'operator']) expect(await told(who)).toEqual([]);
    expect(await set('desiree', { windows: [] })).toEqual([]);
    await decide(true);
    expect(await told('operator')).toEqual([]);
    expect(await world.newest('SET_BEST_REACHED')).toMatchObject({ fields: ['bestReached'] });
  });

  test('of somebody RESTRICTED is told to that one, operators, and those of the unit', async () => {
    await decide(true);
    await set('desiree');
    await world.level(desiree, 'RESTRICTED');
    for (const who of ['desiree', 'operator', 'erik']) expect(await told(who)).toEqual(windows);
    for (const who of ['lars', 'elsewhere', 'technician', 'intranetHallsberg'])
      expect(await told(who)).toEqual([]);
  });

  test('is said by nobody else, and in real times', async () => {
    await decide(true);
    expect(await set('lars')).toEqual(['NOT_ALLOWED person']);
    expect(await set('technician')).toEqual(['FORBIDDEN']);
    const wrong = [{ weekday: 0, from: '09:00', to: '11:00' }];
    expect(await set('desiree', { windows: wrong })).toEqual(['INVALID windows 0 weekday']);
  });
});

describe('P16: who is responsible for a shared telephone', () => {
  const line = async (who: string, fields: string) => {
    const query = `query ($id: ID!) { node(id: $id) { ... on SharedLine { ${fields} } } }`;
    return at((await world.app.ask(who, query, { id: world.id[sofia] })).data, 'node');
  };
  const set = async (who: string, responsibleId: string | null | undefined) =>
    world.change(who, 'setSharedLine', {
      id: world.id[sofia],
      responsibleId,
      expectedVersion: at(await line('technician', 'version'), 'version'),
    });
  const responsible = async (who: string) =>
    at(await line(who, 'responsible { displayName }'), 'responsible.displayName');
  const kind = (to: string, manager: string | null) =>
    world.facts.db.query(
      `update person set kind = $2, manager_id = (select id from person where email = $3) where email = $1`,
      [mail(sofia), to, manager && mail(manager)],
    );

  test('is whoever was named, or else the nearest supervisor of the directory', async () => {
    await kind('SHARED_PHONE', lars);
    expect(await responsible('operator')).toBe('Lars-Åke Nilsson');
    expect(await set('technician', world.id[desiree])).toEqual([]);
    expect(await responsible('operator')).toBe('Désirée Holm');
    await world.level(desiree, 'PROTECTED');
    expect(await responsible('operator')).toBe('Lars-Åke Nilsson');
    const before = at(await line('technician', 'version'), 'version');
    expect(await set('technician', null)).toEqual([]);
    expect(at(await line('technician', 'version'), 'version')).toBe(before);
    await world.level(desiree, 'OPEN');
    expect(await responsible('operator')).toBe('Désirée Holm');
    expect(await set('technician', null)).toEqual([]);
    expect(await responsible('operator')).toBe('Lars-Åke Nilsson');
    expect(await world.newest('SET_SHARED_LINE')).toMatchObject({ fields: ['responsible'] });
    await kind('EMPLOYEE', null);
  });

  test('is a person, and of a shared telephone only', async () => {
    expect(await set('technician', world.id[desiree])).not.toEqual([]);
    await kind('SHARED_PHONE', null);
    expect(await set('technician', world.id[sofia])).toEqual(['INVALID responsibleId']);
    await world.level(desiree, 'PROTECTED');
    expect(await set('technician', world.id[desiree])).toEqual(['NOT_FOUND responsibleId']);
    expect(await set('elsewhere', world.id[lars])).toEqual(['NOT_ALLOWED id']);
    await kind('EMPLOYEE', null);
  });
});
