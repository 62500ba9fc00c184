import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { MunicipalityCode, PersonId } from '../../src/kernel/ids.js';
import { FindingsStore } from '../../src/store/findings.store.js';
import { desiree, lars, mail, sofia } from '../support/answering.js';
import { names, startFindings, type FindingNode } from '../support/findings.js';
import { at } from '../support/json.js';

let findings: Awaited<ReturnType<typeof startFindings>>;

beforeAll(async () => {
  findings = await startFindings();
}, 60_000);
afterAll(() => findings.world.stop());
beforeEach(() => findings.forget());

const uncovered = { rules: ['ABSENT_WITHOUT_COVER'] };

describe('P11: findings are for those who act on them, and for nobody else', () => {
  test('P10: who is absent without cover; the person, who leads or answers for the unit above, and operators', async () => {
    await findings.absent(lars);
    const lars1 = [names[lars]];
    expect(await findings.shown(uncovered)).toEqual({
      erik: lars1,
      desiree: lars1,
      lars: lars1,
      operator: lars1,
    });
    const [finding] = await findings.nodes('erik', uncovered);
    expect(finding).toMatchObject({ rule: 'ABSENT_WITHOUT_COVER', unit: null, actsFirst: 'SELF' });
    expect(finding?.message).toContain('hänvisning');
    expect(finding?.message).not.toContain('Lars');
  });

  test('P10: of a RESTRICTED person, how an absence is covered is not for operators', async () => {
    await findings.absent(lars);
    await findings.world.level(lars, 'RESTRICTED');
    expect(Object.keys(await findings.shown(uncovered))).toEqual(['erik', 'desiree', 'lars']);
  });

  test('P17: who has been absent for a fortnight without an end', async () => {
    await findings.absent(lars);
    const overdue = { rules: ['OVERDUE_RETURN'] };
    expect(await findings.shown(overdue)).toEqual({});
    await findings.world.facts.db.query(
      `update absence set starts_at = starts_at - interval '336 hours'`,
    );
    expect(Object.keys(await findings.shown(overdue))).toEqual([
      'erik',
      'desiree',
      'lars',
      'operator',
    ]);
  });

  test('P4: a ring of forwardings, also for technicians, and not for operators', async () => {
    const ring = { rules: ['FORWARDING_LOOP'] };
    await findings.forward(lars, sofia);
    expect(await findings.shown(ring)).toEqual({});
    await findings.forward(sofia, lars);
    const both = [names[lars], names[sofia]];
    expect(await findings.shown(ring)).toEqual({
      erik: both,
      desiree: both,
      lars: [names[lars]],
      technician: both,
    });
  });

  test('P5: numbers that are missing, or of a directory that has not been read for a week, for technicians too', async () => {
    const stale = { rules: ['STALE_NUMBER'], unitId: findings.world.kontaktcenter };
    expect(await findings.shown(stale)).toEqual({});
    const read = `update directory_source set last_complete_at = last_complete_at + $1::interval`;
    await findings.world.facts.db.query(read, ['-169 hours']);
    expect(Object.keys(await findings.shown(stale))).toEqual([
      'erik',
      'desiree',
      'lars',
      'technician',
    ]);
    await findings.world.facts.db.query(read, ['169 hours']);
    const none = { rules: ['NO_NUMBER'] };
    expect(await findings.shown(none)).toEqual({});
    await findings.world.facts.db.query(
      `update directory_number set person_id = $2, position = position + 50 where person_id = $1`,
      [await findings.personId(lars), await findings.personId(sofia)],
    );
    const lars1 = [names[lars]];
    const those = { erik: lars1, desiree: lars1, lars: lars1, technician: lars1 };
    expect(await findings.shown(none)).toEqual(those);
    await findings.world.facts.db.query(
      `update directory_number set person_id = $1, position = position - 50 where person_id = $2 and position >= 50`,
      [await findings.personId(lars), await findings.personId(sofia)],
    );
  });

  test('P19: a mobile without a personal greeting, until somebody tells of one', async () => {
    const greeting = { rules: ['MOBILE_WITHOUT_GREETING'] };
    const before = await findings.shown(greeting);
    expect(before).toMatchObject({ desiree: expect.arrayContaining([names[desiree]]) });
    expect(Object.keys(before)).toEqual(['erik', 'desiree']);
    await findings.world.facts.db.query(
      `insert into number_greeting (person_id, municipality_code, e164, kind, names_alternative, confirmed_at)
       select person_id, municipality_code, e164, 'PERSONAL', true, $2 from phone_number
        where person_id = $1 and kind = 'MOBILE'`,
      [await findings.personId(desiree), findings.world.app.clock.now()],
    );
    expect((await findings.shown(greeting))['erik']).not.toContain(names[desiree]);
  });

  test('P8: best-reached times that no department has decided to show', async () => {
    await findings.world.facts.db.query(
      `insert into best_reached (person_id, municipality_code, weekday, from_time, to_time)
       values ($1, '1861', 1, '09:00', '10:00')`,
      [await findings.personId(lars)],
    );
    expect(Object.keys(await findings.shown({ rules: ['BEST_REACHED_WITHOUT_DECISION'] }))).toEqual(
      ['erik', 'desiree', 'lars'],
    );
  });

  test('P16: a shared telephone that nobody is responsible for', async () => {
    const shared = { rules: ['SHARED_LINE_WITHOUT_RESPONSIBLE'] };
    const kind = 'update person set kind = $2 where email = $1';
    await findings.world.facts.db.query(kind, [mail(sofia), 'SHARED_PHONE']);
    expect(Object.keys(await findings.shown(shared))).toEqual(['erik', 'desiree']);
    const responsible = 'update person_local set responsible_id = $2 where person_id = $1';
    await findings.world.facts.db.query(responsible, [
      await findings.personId(sofia),
      await findings.personId(lars),
    ]);
    expect(await findings.shown(shared)).toEqual({});
    await findings.world.facts.db.query(responsible, [await findings.personId(sofia), null]);
    await findings.world.facts.db.query(kind, [mail(sofia), 'PERSON']);
  });

  test('P9, P12: a workplace without an answer group or a telefonansvarig, for those who lead or answer for it', async () => {
    const group = { rules: ['NO_ANSWER_GROUP'], unitId: findings.world.kontaktcenter };
    expect(await findings.shown(group)).toEqual({
      erik: ['Kontaktcenter'],
      desiree: ['Kontaktcenter'],
    });
    const unit = { unitId: findings.world.kontaktcenter, memberIds: [findings.world.id[lars]] };
    expect(await findings.world.change('technician', 'setAnswerGroup', unit)).toEqual([]);
    expect(await findings.shown(group)).toEqual({});
    const responsible = { rules: ['NO_PHONE_RESPONSIBLE'] };
    expect(await findings.shown(responsible)).toEqual({});
    await findings.world.leave(desiree);
    findings.world.app.clock.advance(2);
    expect(await findings.shown(responsible, ['erik', 'operator', 'technician'])).toEqual({
      erik: ['Kansliet', 'Kontaktcenter'],
    });
  });
});

test('P11: since when a finding holds is kept over readings, and it closes by itself when it is mended', async () => {
  await findings.absent(lars);
  const first = findings.world.app.clock.now().toISOString();
  await findings.job();
  findings.world.app.clock.advance(3_600);
  await findings.job();
  const [finding] = await findings.nodes('operator', uncovered);
  expect(new Date(finding?.since ?? '').toISOString()).toBe(first);
  const group = { unitId: findings.world.kontaktcenter, memberIds: [findings.world.id[sofia]] };
  expect(await findings.world.change('technician', 'setAnswerGroup', group)).toEqual([]);
  await findings.world.facts.db.query(
    `update absence set referral_kind = 'ANSWER_GROUP', referral_unit_id = u.id from unit u
      where u.name = 'Kontaktcenter' and u.municipality_code = '1861'`,
  );
  expect(await findings.shown(uncovered)).toEqual({});
  expect(
    (await findings.kept()).filter(({ rule }) => rule === 'ABSENT_WITHOUT_COVER'),
  ).toHaveLength(1);
  await findings.job();
  expect((await findings.kept()).filter(({ rule }) => rule === 'ABSENT_WITHOUT_COVER')).toEqual([]);
});

test('P11: a page goes on where the last one ended, also between the findings of one person', async () => {
  const all = { rules: ['NO_ANSWER_GROUP', 'ABSENT_WITHOUT_COVER', 'OVERDUE_RETURN'] };
  await findings.absent(lars);
  await findings.absent(sofia);
  await findings.world.facts.db.query(
    `update absence set starts_at = starts_at - interval '400 hours'`,
  );
  const text = ({ rule, person, unit }: FindingNode) =>
    `${rule} ${person?.displayName ?? unit?.name}`;
  const whole = (await findings.nodes('erik', all)).map(text);
  expect(whole).toHaveLength(6);
  const paged: string[] = [];
  let after: unknown = null;
  do {
    const one = await findings.page('erik', all, { first: 1, after });
    paged.push(...(at(one, 'edges.*.node') as FindingNode[]).map(text));
    after = at(one, 'pageInfo.hasNextPage') === true ? at(one, 'pageInfo.endCursor') : null;
  } while (after !== null && paged.length < 10);
  expect(paged).toEqual(whole);
});

describe('P11: who is PROTECTED', () => {
  test('has no findings for anybody, nor for oneself, and nothing is kept of such a one', async () => {
    await findings.absent(lars);
    await findings.world.level(lars, 'PROTECTED');
    findings.world.app.clock.advance(2);
    expect(await findings.shown(uncovered)).toEqual({});
    await findings.job();
    expect((await findings.kept()).map(({ about }) => about)).not.toContain(
      await findings.personId(lars),
    );
    await findings.nameErik();
    expect(await findings.shown(uncovered)).toEqual({});
    const about = (await findings.personId(lars)) as PersonId;
    const finding = { rule: 'NO_NUMBER', personId: about, unitId: null } as const;
    const store = findings.world.app.app.get(FindingsStore, { strict: false });
    await store.keep('1861' as MunicipalityCode, [finding], findings.world.app.clock.now());
    expect((await findings.kept()).map((one) => one.about)).not.toContain(about);
  });

  test('neither mends nor causes a finding of anybody else', async () => {
    const group = { unitId: findings.world.kontaktcenter, memberIds: [findings.world.id[lars]] };
    expect(await findings.world.change('technician', 'setAnswerGroup', group)).toEqual([]);
    await findings.forward(lars, sofia);
    await findings.forward(sofia, lars);
    const both = {
      rules: ['NO_ANSWER_GROUP', 'FORWARDING_LOOP'],
      unitId: findings.world.kontaktcenter,
    };
    expect((await findings.shown(both))['erik']).toEqual([names[lars], names[sofia]]);
    await findings.world.level(lars, 'PROTECTED');
    await findings.job();
    const rules = (await findings.kept()).map(({ rule }) => rule);
    expect(rules).not.toContain('FORWARDING_LOOP');
    await findings.nameErik();
    expect((await findings.shown(both))['erik']).toEqual(['Kontaktcenter']);
    expect((await findings.shown(both, ['erik as officer']))['erik as officer']).toEqual([
      'Kontaktcenter',
    ]);
  });
});
