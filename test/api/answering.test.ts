import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { globalId } from '../../src/kernel/ids.js';
import {
  desiree,
  erik,
  lars,
  namesIn,
  sofia,
  startAnswering,
  type Answering,
} from '../support/answering.js';
import { at, textAt } from '../support/json.js';

let world: Answering;

beforeAll(async () => {
  world = await startAnswering();
}, 60_000);
afterAll(() => world.stop());
beforeEach(() => world.forget());

const group = async (who: string) =>
  namesIn(await world.unit(who, world.kansliet, 'answerGroup { displayName }'), 'answerGroup');

describe('P9: an answer group', () => {
  const setGroup = (who: string, uids: readonly string[], more: object = {}) =>
    world.change(who, 'setAnswerGroup', {
      unitId: world.kansliet,
      memberIds: uids.map((uid) => world.id[uid] ?? uid),
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
    expect(await world.newest('SET_ANSWER_GROUP')).toMatchObject({ fields: ['Unit.answerGroup'] });
  });

  test('is answered for a person too, in the unit and above it, within three statements', async () => {
    await setGroup('technician', [erik]);
    const seen = await world.person('operator', desiree, 'unit { answerGroup { displayName } }');
    expect(at(seen, 'unit.answerGroup.*.displayName')).toEqual(['Erik Björkman']);
  });

  test('has at most ten, of the same municipality, all of whom are there for whoever names them', async () => {
    const { rows } = await world.facts.db.query<{ id: string; code: string }>(
      `select p.id, p.municipality_code as code from person p join person_local l on l.person_id = p.id
        where l.protection_level = 'OPEN' and p.employment = 'ACTIVE' order by p.id`,
    );
    const of = (code: string) =>
      rows.filter((row) => row.code === code).map((row) => globalId('PERSON', row.id));
    expect(await setGroup('technician', of('1861').slice(0, 10))).toEqual([]);
    expect(await setGroup('technician', of('1861').slice(0, 11))).toEqual(['LIMIT memberIds']);
    expect(await setGroup('technician', of('1860').slice(0, 1))).toEqual(['INVALID memberIds']);
    const nobody = globalId('PERSON', '00000000-0000-4000-8000-000000000000');
    expect(await setGroup('technician', [nobody])).toEqual(['NOT_FOUND memberIds']);
    await world.level(lars, 'PROTECTED');
    expect(await setGroup('technician', [lars])).toEqual(['NOT_FOUND memberIds']);
    expect(await setGroup('erik', [lars])).toEqual(['NOT_FOUND memberIds']);
    await world.level(lars, 'OPEN');
    await world.leave(lars);
    expect(await setGroup('technician', [lars])).toEqual(['NOT_FOUND memberIds']);
  });

  test('hides who is PROTECTED or has left, who keeps the place when others are changed', async () => {
    await setGroup('technician', [erik, lars, desiree]);
    await world.level(lars, 'PROTECTED');
    const before = textAt(await world.unit('technician', world.kansliet, 'version'), 'version');
    expect(await group('technician')).toEqual(['Erik Björkman', 'Désirée Holm']);
    expect(await setGroup('erik', [desiree, sofia, erik], { expectedVersion: before })).toEqual([]);
    expect(await group('operator')).toEqual(['Désirée Holm', 'Sofia Renström', 'Erik Björkman']);
    expect(await group('officer')).toEqual([
      'Désirée Holm',
      'Lars-Åke Nilsson',
      'Sofia Renström',
      'Erik Björkman',
    ]);
    await world.level(lars, 'OPEN');
    await world.leave(sofia);
    expect(await group('technician')).not.toContain('Sofia Renström');
  });

  test('is changed over the version that was read, which moves with what one sees and with nothing else', async () => {
    const before = textAt(await world.unit('erik', world.kansliet, 'version'), 'version');
    await setGroup('technician', [erik]);
    expect(await setGroup('erik', [lars], { expectedVersion: before })).toEqual([
      'CONFLICT expectedVersion',
    ]);
    const count = (await world.facts.recorded('SET_ANSWER_GROUP')).length;
    const now = textAt(await world.unit('erik', world.kansliet, 'version'), 'version');
    expect(await setGroup('erik', [erik], { expectedVersion: now })).toEqual([]);
    expect(await world.facts.recorded('SET_ANSWER_GROUP')).toHaveLength(count);
    expect(await world.unit('desiree', world.kansliet, 'version')).toEqual({ version: now });
    expect(await world.unit('lars', world.kansliet, 'version')).toEqual({ version: null });
  });
});

describe('opening hours of a unit', () => {
  const setHours = (who: string, windows: readonly object[], more: object = {}) =>
    world.change(who, 'setOpeningHours', { unitId: world.kansliet, windows, ...more });
  const window = (weekday: number, from: string, to: string) => ({ weekday, from, to });

  test('are kept in the order of the week by those who keep the unit, and shown to everybody', async () => {
    const [monday, tuesday] = [window(1, '08:00', '12:00'), window(2, '13:00', '24:00')];
    expect(await setHours('desiree', [tuesday, monday])).toEqual([]);
    for (const who of ['operator', 'elsewhere', 'integration', 'phoneSystem'])
      expect(await world.unit(who, world.kansliet, 'openingHours { weekday from to }')).toEqual({
        openingHours: [monday, tuesday],
      });
    expect(await setHours('lars', [])).toEqual(['NOT_ALLOWED unitId']);
    expect(await setHours('erik', [])).toEqual([]);
    expect(await world.unit('operator', world.kansliet, 'openingHours { weekday }')).toEqual({
      openingHours: [],
    });
    expect(await world.newest('SET_OPENING_HOURS')).toMatchObject({
      fields: ['Unit.openingHours'],
    });
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
    expect(await world.unit('operator', world.kansliet, 'openingHours { from }')).toEqual({
      openingHours: [],
    });
  });

  test('are changed over the version that was read', async () => {
    const before = textAt(await world.unit('erik', world.kansliet, 'version'), 'version');
    await setHours('technician', [window(1, '08:00', '12:00')], { expectedVersion: before });
    expect(await setHours('erik', [], { expectedVersion: before })).toEqual([
      'CONFLICT expectedVersion',
    ]);
  });
});

describe('P7: whom a workplace turns to when telephones fail', () => {
  const contact = (who: string, unitId: string) =>
    world.unit(
      who,
      unitId,
      'faultContact { unit { name } entry { displayName } number instruction }',
    );
  const setContact = (who: string, more: object) =>
    world.change(who, 'setFaultContact', { unitId: world.kansliet, ...more });
  const none = { entry: null, number: null, instruction: null, unit: { name: 'Kansliet' } };

  test('is said by those who keep the unit, and holds below until a unit says otherwise', async () => {
    expect(await contact('erik', world.kontaktcenter)).toEqual({ faultContact: null });
    expect(
      await setContact('desiree', { entryId: world.id[lars], instruction: ' Ring  Lars-Åke ' }),
    ).toEqual([]);
    const said = { entry: { displayName: 'Lars-Åke Nilsson' }, instruction: 'Ring Lars-Åke' };
    for (const unitId of [world.kansliet, world.kontaktcenter])
      expect(await contact('lars', unitId)).toEqual({ faultContact: { ...none, ...said } });
    const number = '+46582009001';
    const below = { unitId: world.kontaktcenter, number };
    expect(await world.change('technician', 'setFaultContact', below)).toEqual([]);
    expect(await contact('operator', world.kontaktcenter)).toEqual({
      faultContact: { ...none, number, unit: { name: 'Kontaktcenter' } },
    });
    expect(await contact('elsewhere', world.kansliet)).toEqual({ faultContact: null });
    expect(await world.newest('SET_FAULT_CONTACT')).toMatchObject({
      fields: ['Unit.faultContact'],
    });
  });

  test('is an entry or a number, who is there, with an instruction of 200 characters at most', async () => {
    const entryId = world.id[lars];
    for (const [more, refusal] of [
      [{ entryId, number: '+46582009001' }, 'INVALID number'],
      [{ instruction: 'a'.repeat(201) }, 'TOO_LONG instruction'],
      [{ instruction: 'Fråga 19800101-9804' }, 'INVALID instruction'],
    ] as const)
      expect(await setContact('erik', more)).toEqual([refusal]);
    await world.level(lars, 'PROTECTED');
    expect(await setContact('erik', { entryId })).toEqual(['NOT_FOUND entryId']);
  });

  test('who is hidden is not told of, and stays until somebody else is named', async () => {
    await setContact('erik', { entryId: world.id[lars] });
    await world.level(lars, 'PROTECTED');
    expect(await contact('erik', world.kansliet)).toEqual({ faultContact: null });
    expect(await setContact('erik', { instruction: 'Vänta' })).toEqual([]);
    expect(await contact('erik', world.kansliet)).toEqual({
      faultContact: { ...none, instruction: 'Vänta' },
    });
    await world.level(lars, 'OPEN');
    const shown = { ...none, entry: { displayName: 'Lars-Åke Nilsson' }, instruction: 'Vänta' };
    expect(await contact('erik', world.kansliet)).toEqual({ faultContact: shown });
  });
});
