import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { globalId } from '../../src/kernel/ids.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { at, textAt, textsAt } from '../support/json.js';
import { relationFacts, type RelationFacts } from '../support/relations.js';
import { everybody, everyViewer } from '../support/viewers.js';

let app: TestApp;
let facts: RelationFacts;
let viewers: Readonly<Record<string, string>>;
let kansliet: string;
let kontaktcenter: string;
let hemtjanst: string;

beforeAll(async () => {
  app = await startTestApp();
  facts = await relationFacts(app);
  await facts.db.query('update person set manager_id = null');
  viewers = {
    ...(await everyViewer(app)),
    erik: await app.token('employee', '1861', '40102'),
    marianne: await app.token('employee', '1861', '40101'),
    lars: await app.token('employee', '1861', '40105'),
    eva: await app.token('employee', '1861', '40116'),
  };
  kansliet = await facts.unit('Kansliet');
  kontaktcenter = await facts.unit('Kontaktcenter');
  hemtjanst = await facts.unit('Hemtjänst');
}, 60_000);
afterAll(async () => {
  await facts.close();
  await app.stop();
});
beforeEach(async () => {
  await facts.db.query('delete from unit_duty');
  app.clock.advance(2);
});

const mail = (uid: string) => `${uid}@hallsberg.test`;
const ask = (who: string, query: string, variables?: Record<string, unknown>) =>
  app.ask(viewers[who] ?? '', query, variables);
const mutation = `mutation ($input: SetUnitDutiesInput!) { setUnitDuties(input: $input) { unit { manager { displayName } phoneResponsibles { displayName } } userErrors { code field } } }`;

type Duties = { managers?: string[]; phones?: string[]; expectedVersion?: string };
async function appoint(who: string, unitId: string, duties: Duties) {
  const ids = (uids?: string[]) => uids && Promise.all(uids.map((uid) => facts.person(mail(uid))));
  const input = {
    unitId,
    managerIds: await ids(duties.managers),
    phoneResponsibleIds: await ids(duties.phones),
    expectedVersion: duties.expectedVersion,
  };
  const { data, errors } = await ask(who, mutation, { input });
  if (errors) return errors.map((error) => error.extensions.code);
  app.clock.advance(1);
  return textsAt(data, 'setUnitDuties.userErrors.*.code');
}
async function unit(who: string, id: string, fields: string) {
  const query = `query ($id: ID!) { node(id: $id) { ... on Unit { ${fields} } } }`;
  return at((await ask(who, query, { id })).data, 'node');
}
const level = async (who: string, uid: string) => {
  const id = await facts.person(mail(uid));
  const query = `query ($id: ID!) { person(ref: { id: $id }) { protectionLevel } }`;
  const { data } = await ask(who, query, { id });
  return at(data, 'person') === null ? 'nobody' : at(data, 'person.protectionLevel');
};

describe('P11: who manages a unit', () => {
  test('is manager to everybody in it and below, within a second, and to nobody else', async () => {
    expect(await level('erik', 'lars-ake.nilsson')).toBeNull();
    expect(await appoint('technician', kansliet, { managers: ['erik.bjorkman'] })).toEqual([]);
    expect(await level('erik', 'desiree.holm')).toBe('OPEN');
    expect(await level('erik', 'lars-ake.nilsson')).toBe('OPEN');
    expect(await level('erik', 'marianne.falk')).toBeNull();
    expect(await appoint('technician', kansliet, { managers: [] })).toEqual([]);
    expect(await level('erik', 'lars-ake.nilsson')).toBeNull();
  });

  test('sees nobody PROTECTED by it, by the directory neither', async () => {
    await appoint('technician', hemtjanst, { managers: ['erik.bjorkman'] });
    await facts.db.query(
      `update person set manager_id = (select id from person where email = $1) where email = any($2)`,
      [mail('erik.bjorkman'), [mail('eva.sundin'), mail('josefin.arman')]],
    );
    expect(await level('erik', 'anna.johansson')).toBe('OPEN');
    expect(await level('erik', 'eva.sundin')).toBe('nobody');
    // Whom the directory names as her manager is that, also outside a unit of his.
    expect(await level('erik', 'josefin.arman')).toBe('RESTRICTED');
    await facts.db.query('update person set manager_id = null');
    expect(await level('erik', 'josefin.arman')).toBeNull();
  });

  test('is nobody who has left', async () => {
    await appoint('technician', kansliet, { managers: ['erik.bjorkman'] });
    await facts.db.query(`update person set employment = 'LEFT', left_at = $2 where email = $1`, [
      mail('erik.bjorkman'),
      app.clock.now(),
    ]);
    app.clock.advance(1);
    expect(await level('erik', 'desiree.holm')).toBeNull();
    expect(await unit('technician', kansliet, 'manager { displayName }')).toEqual({
      manager: null,
    });
    await facts.db.query(
      `update person set employment = 'ACTIVE', left_at = null where email = $1`,
      [mail('erik.bjorkman')],
    );
  });

  test.each(everybody)('is told %s', async (who) => {
    await appoint('technician', kansliet, {
      managers: ['erik.bjorkman'],
      phones: ['desiree.holm'],
    });
    expect(await unit(who, kansliet, 'manager { displayName }')).toEqual({
      manager: { displayName: 'Erik Björkman' },
    });
    const told = /^(operator|technician|employee|officer|intranetHallsberg)/.test(who);
    expect(await unit(who, kansliet, 'phoneResponsibles { displayName }')).toEqual({
      phoneResponsibles: told ? [{ displayName: 'Désirée Holm' }] : [],
    });
  });
});

describe('P12: a telefonansvarig', () => {
  test('is appointed by whoever manages the unit or one above, and by technicians', async () => {
    await appoint('technician', kansliet, { managers: ['erik.bjorkman'] });
    for (const place of [kansliet, kontaktcenter])
      expect(await appoint('erik', place, { phones: ['lars-ake.nilsson'] })).toEqual([]);
    expect(await appoint('erik', hemtjanst, { phones: ['lars-ake.nilsson'] })).toEqual([
      'NOT_ALLOWED',
    ]);
    expect(await appoint('lars', kontaktcenter, { phones: [] })).toEqual(['NOT_ALLOWED']);
    expect(await appoint('erik', kontaktcenter, { managers: ['erik.bjorkman'] })).toEqual([
      'NOT_ALLOWED',
    ]);
    expect(await appoint('operator', kontaktcenter, { phones: [] })).toEqual(['FORBIDDEN']);
  });

  test('may keep the people of the workplace up to date, and nobody else there', async () => {
    const absence = async (uid: string) => {
      const { data } = await ask(
        'lars',
        `mutation ($email: EmailAddress!) { setAbsence(input: { person: { email: $email }, reason: MEETING }) { userErrors { code } } }`,
        { email: mail(uid) },
      );
      return at(data, 'setAbsence.userErrors.*.code');
    };
    expect(await absence('sofia.renstrom')).toEqual(['NOT_ALLOWED']);
    await appoint('technician', kontaktcenter, { phones: ['lars-ake.nilsson'] });
    expect(await absence('sofia.renstrom')).toEqual([]);
    expect(await absence('erik.bjorkman')).toEqual(['NOT_ALLOWED']);
  });

  test('is somebody who is there, in the same municipality', async () => {
    expect(await appoint('technician', kansliet, { phones: ['eva.sundin'] })).toEqual([
      'NOT_FOUND',
    ]);
    const { rows } = await facts.db.query<{ id: string }>(
      `select id from person p join person_local l on l.person_id = p.id
        where p.municipality_code = '1860' and protection_level = 'OPEN'
          and kind = 'EMPLOYEE' limit 1`,
    );
    const input = {
      unitId: kansliet,
      phoneResponsibleIds: [globalId('PERSON', rows[0]?.id ?? '')],
    };
    const { data } = await ask('technician', mutation, { input });
    expect(at(data, 'setUnitDuties.userErrors.*.code')).toEqual(['INVALID']);
  });
});

describe('somebody PROTECTED who has a duty', () => {
  const protect = (uid: string, to: string) =>
    facts.db.query(
      `update person_local l set protection_level = $2 from person p
        where p.id = l.person_id and p.email = $1`,
      [mail(uid), to],
    );

  test('is hidden, and keeps it when others are appointed who cannot see that one', async () => {
    await appoint('technician', kansliet, { phones: ['desiree.holm'] });
    const before = at(await unit('technician', kansliet, 'version'), 'version');
    await appoint('technician', kansliet, { phones: ['desiree.holm', 'lars-ake.nilsson'] });
    await protect('lars-ake.nilsson', 'PROTECTED');
    const fields = 'version phoneResponsibles { displayName }';
    expect(await unit('technician', kansliet, fields)).toEqual({
      version: before,
      phoneResponsibles: [{ displayName: 'Désirée Holm' }],
    });
    expect(await appoint('technician', kansliet, { phones: ['sofia.renstrom'] })).toEqual([]);
    expect(await unit('officerHallsberg', kansliet, 'phoneResponsibles { displayName }')).toEqual({
      phoneResponsibles: [{ displayName: 'Lars-Åke Nilsson' }, { displayName: 'Sofia Renström' }],
    });
    await protect('lars-ake.nilsson', 'OPEN');
  });
});

describe('a change of duties', () => {
  test('is refused when somebody else has made one since, and recorded by the names of its fields', async () => {
    const version = textAt(await unit('technician', kansliet, 'version'), 'version');
    await appoint('technician', kansliet, { managers: ['erik.bjorkman'] });
    const late = { managers: ['marianne.falk'], expectedVersion: version };
    expect(await appoint('technician', kansliet, late)).toEqual(['CONFLICT']);
    expect((await facts.recorded('SET_UNIT_DUTY'))[0]).toMatchObject({
      roles: 'TECHNICIAN',
      municipality: '1861',
      fields: ['Unit.manager'],
    });
    const count = (await facts.recorded('SET_UNIT_DUTY')).length;
    await appoint('technician', kansliet, { managers: ['erik.bjorkman'] });
    expect(await facts.recorded('SET_UNIT_DUTY')).toHaveLength(count);
  });
});
