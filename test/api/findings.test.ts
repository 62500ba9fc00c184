import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { MunicipalityCode, PersonId } from '../../src/kernel/ids.js';
import { FindingsStore } from '../../src/store/findings.store.js';
import { KeepFindings } from '../../src/view/keep-findings.js';
import {
  desiree,
  erik,
  lars,
  mail,
  sofia,
  startAnswering,
  type Answering,
} from '../support/answering.js';
import { at } from '../support/json.js';

let world: Answering;
let viewers: Readonly<Record<string, string>>;

beforeAll(async () => {
  world = await startAnswering();
  const { app } = world;
  viewers = {
    erik: await app.token('employee', '1861', '40102'),
    desiree: await app.token('employee', '1861', '40104'),
    lars: await app.token('employee', '1861', '40105'),
    officer: await app.token('officer', '1861'),
    'erik as officer': await app.token('officer', '1861', '40102'),
    elsewhere: await app.token('employee', '1860'),
  };
}, 60_000);
afterAll(() => world.stop());
beforeEach(async () => {
  await world.forget();
  for (const table of ['absence', 'forwarding', 'finding', 'named_viewer'])
    await world.facts.db.query(`delete from ${table}`);
});

/** What the seven viewers get of some rules, within Kansliet if nothing else is said. */
type Wanted = { readonly rules: readonly string[]; readonly unitId?: string | null };
const everybody = ['erik', 'desiree', 'lars', 'operator', 'technician', 'officer', 'elsewhere'];
const names = {
  [erik]: 'Erik Björkman',
  [desiree]: 'Désirée Holm',
  [lars]: 'Lars-Åke Nilsson',
  [sofia]: 'Sofia Renström',
};

async function page(who: string, { rules, unitId }: Wanted, more: object = {}) {
  const query = `query ($unitId: ID, $rules: [FindingRule!], $first: Int! = 50, $after: String) {
    policyFindings(unitId: $unitId, rules: $rules, first: $first, after: $after) {
      edges { node { rule person { displayName } unit { name } since actsFirst message } }
      pageInfo { hasNextPage endCursor } } }`;
  const within = unitId === undefined ? world.kansliet : unitId;
  const variables = { rules, unitId: within, ...more };
  const { data, text } = await world.app.ask(viewers[who] ?? who, query, variables);
  return at(data, 'policyFindings') ?? text;
}

type Node = {
  readonly rule: string;
  readonly person: { readonly displayName: string } | null;
  readonly unit: { readonly name: string } | null;
  readonly since: string;
  readonly actsFirst: string;
  readonly message: string;
};

async function nodes(who: string, wanted: Wanted, more: object = {}): Promise<readonly Node[]> {
  return at(await page(who, wanted, more), 'edges.*.node') as readonly Node[];
}

/** Whom or what each viewer is shown a finding of; who is shown none is left out. */
async function shown(wanted: Wanted, among = everybody) {
  const found: Record<string, readonly (string | undefined)[]> = {};
  for (const who of among) {
    const list = (await nodes(who, wanted)).map((one) => one.person?.displayName ?? one.unit?.name);
    if (list.length > 0) found[who] = list;
  }
  return found;
}

const job = () => world.app.app.get(KeepFindings, { strict: false }).keepAll();
const kept = async () =>
  (await world.facts.db.query<{ rule: string; about: string }>('select rule, about from finding'))
    .rows;
const personId = async (uid: string) =>
  (
    await world.facts.db.query<{ id: string }>('select id from person where email = $1', [
      mail(uid),
    ])
  ).rows[0]?.id ?? '';

/** Lars or another one is absent, from now, until somebody says something else. */
async function absent(uid: string, more: object = {}) {
  const input = { person: { email: mail(uid) }, reason: 'MEETING', ...more };
  expect(await world.change('operator', 'setAbsence', input)).toEqual([]);
}

/** Calls of one go to another, as an exchange might have it. */
async function forward(from: string, to: string) {
  await world.facts.db.query(
    `insert into forwarding (id, municipality_code, person_id, condition, origin, layer, target_kind,
         target_person_id, active, source, version)
     values (gen_random_uuid(), '1861', $1, 'UNCONDITIONAL', 'ANY', 'PBX', 'PERSON', $2, true, 'PHONE_SYSTEM', 1)`,
    [await personId(from), await personId(to)],
  );
}

/** An officer has named Erik, who leads the unit above, as somebody who sees Lars. */
async function nameErik() {
  await world.facts.db.query(
    `insert into named_viewer (person_id, viewer_id, municipality_code, named_by, named_at)
     values ($1, $2, '1861', 'officer', $3)`,
    [await personId(lars), await personId(erik), world.app.clock.now()],
  );
  world.app.clock.advance(2);
}

const uncovered = { rules: ['ABSENT_WITHOUT_COVER'] };

describe('P11: findings are for those who act on them, and for nobody else', () => {
  test('P10: who is absent without cover; the person, who leads or answers for the unit above, and operators', async () => {
    await absent(lars);
    const lars1 = [names[lars]];
    expect(await shown(uncovered)).toEqual({
      erik: lars1,
      desiree: lars1,
      lars: lars1,
      operator: lars1,
    });
    const [finding] = await nodes('erik', uncovered);
    expect(finding).toMatchObject({ rule: 'ABSENT_WITHOUT_COVER', unit: null, actsFirst: 'SELF' });
    expect(finding?.message).toContain('hänvisning');
    expect(finding?.message).not.toContain('Lars');
  });

  test('P10: of a RESTRICTED person, how an absence is covered is not for operators', async () => {
    await absent(lars);
    await world.level(lars, 'RESTRICTED');
    expect(Object.keys(await shown(uncovered))).toEqual(['erik', 'desiree', 'lars']);
  });

  test('P17: who has been absent for a fortnight without an end', async () => {
    await absent(lars);
    const overdue = { rules: ['OVERDUE_RETURN'] };
    expect(await shown(overdue)).toEqual({});
    await world.facts.db.query(`update absence set starts_at = starts_at - interval '336 hours'`);
    expect(Object.keys(await shown(overdue))).toEqual(['erik', 'desiree', 'lars', 'operator']);
  });

  test('P4: a ring of forwardings, also for technicians, and not for operators', async () => {
    const ring = { rules: ['FORWARDING_LOOP'] };
    await forward(lars, sofia);
    expect(await shown(ring)).toEqual({});
    await forward(sofia, lars);
    const both = [names[lars], names[sofia]];
    expect(await shown(ring)).toEqual({
      erik: both,
      desiree: both,
      lars: [names[lars]],
      technician: both,
    });
  });

  test('P5: numbers that are missing, or of a directory that has not been read for a week, for technicians too', async () => {
    const stale = { rules: ['STALE_NUMBER'], unitId: world.kontaktcenter };
    expect(await shown(stale)).toEqual({});
    const read = `update directory_source set last_complete_at = last_complete_at + $1::interval`;
    await world.facts.db.query(read, ['-169 hours']);
    expect(Object.keys(await shown(stale))).toEqual(['erik', 'desiree', 'lars', 'technician']);
    await world.facts.db.query(read, ['169 hours']);
    const none = { rules: ['NO_NUMBER'] };
    expect(await shown(none)).toEqual({});
    await world.facts.db.query(`update directory_number set person_id = $2 where person_id = $1`, [
      await personId(lars),
      await personId(sofia),
    ]);
    const lars1 = [names[lars]];
    const those = { erik: lars1, desiree: lars1, lars: lars1, technician: lars1 };
    expect(await shown(none)).toEqual(those);
    await world.facts.db.query(
      `update directory_number set person_id = $1 where person_id = $2 and e164 = '+46582001236'`,
      [await personId(lars), await personId(sofia)],
    );
  });

  test('P19: a mobile without a personal greeting, until somebody tells of one', async () => {
    const greeting = { rules: ['MOBILE_WITHOUT_GREETING'] };
    const before = await shown(greeting);
    expect(before).toMatchObject({ desiree: expect.arrayContaining([names[desiree]]) });
    expect(Object.keys(before)).toEqual(['erik', 'desiree']);
    await world.facts.db.query(
      `insert into number_greeting (person_id, municipality_code, e164, kind, names_alternative, confirmed_at)
       select person_id, municipality_code, e164, 'PERSONAL', true, $2 from phone_number
        where person_id = $1 and kind = 'MOBILE'`,
      [await personId(desiree), world.app.clock.now()],
    );
    expect((await shown(greeting))['erik']).not.toContain(names[desiree]);
  });

  test('P8: best-reached times that no department has decided to show', async () => {
    await world.facts.db.query(
      `insert into best_reached (person_id, municipality_code, weekday, from_time, to_time)
       values ($1, '1861', 1, '09:00', '10:00')`,
      [await personId(lars)],
    );
    expect(Object.keys(await shown({ rules: ['BEST_REACHED_WITHOUT_DECISION'] }))).toEqual([
      'erik',
      'desiree',
      'lars',
    ]);
  });

  test('P16: a shared telephone that nobody is responsible for', async () => {
    const shared = { rules: ['SHARED_LINE_WITHOUT_RESPONSIBLE'] };
    const kind = 'update person set kind = $2 where email = $1';
    await world.facts.db.query(kind, [mail(sofia), 'SHARED_PHONE']);
    expect(Object.keys(await shown(shared))).toEqual(['erik', 'desiree']);
    const responsible = 'update person_local set responsible_id = $2 where person_id = $1';
    await world.facts.db.query(responsible, [await personId(sofia), await personId(lars)]);
    expect(await shown(shared)).toEqual({});
    await world.facts.db.query(responsible, [await personId(sofia), null]);
    await world.facts.db.query(kind, [mail(sofia), 'PERSON']);
  });

  test('P9, P12: a workplace without an answer group or a telefonansvarig, for those who lead or answer for it', async () => {
    const group = { rules: ['NO_ANSWER_GROUP'], unitId: world.kontaktcenter };
    expect(await shown(group)).toEqual({ erik: ['Kontaktcenter'], desiree: ['Kontaktcenter'] });
    const unit = { unitId: world.kontaktcenter, memberIds: [world.id[lars]] };
    expect(await world.change('technician', 'setAnswerGroup', unit)).toEqual([]);
    expect(await shown(group)).toEqual({});
    const responsible = { rules: ['NO_PHONE_RESPONSIBLE'] };
    expect(await shown(responsible)).toEqual({});
    await world.leave(desiree);
    world.app.clock.advance(2);
    expect(await shown(responsible, ['erik', 'operator', 'technician'])).toEqual({
      erik: ['Kansliet', 'Kontaktcenter'],
    });
  });
});

test('P11: since when a finding holds is kept over readings, and it closes by itself when it is mended', async () => {
  await absent(lars);
  const first = world.app.clock.now().toISOString();
  await job();
  world.app.clock.advance(3_600);
  await job();
  const [finding] = await nodes('operator', uncovered);
  expect(new Date(finding?.since ?? '').toISOString()).toBe(first);
  const group = { unitId: world.kontaktcenter, memberIds: [world.id[sofia]] };
  expect(await world.change('technician', 'setAnswerGroup', group)).toEqual([]);
  await world.facts.db.query(
    `update absence set referral_kind = 'ANSWER_GROUP', referral_unit_id = u.id from unit u
      where u.name = 'Kontaktcenter' and u.municipality_code = '1861'`,
  );
  expect(await shown(uncovered)).toEqual({});
  expect((await kept()).filter(({ rule }) => rule === 'ABSENT_WITHOUT_COVER')).toHaveLength(1);
  await job();
  expect((await kept()).filter(({ rule }) => rule === 'ABSENT_WITHOUT_COVER')).toEqual([]);
});

test('P11: a page goes on where the last one ended, also between the findings of one person', async () => {
  const all = { rules: ['NO_ANSWER_GROUP', 'ABSENT_WITHOUT_COVER', 'OVERDUE_RETURN'] };
  await absent(lars);
  await absent(sofia);
  await world.facts.db.query(`update absence set starts_at = starts_at - interval '400 hours'`);
  const text = ({ rule, person, unit }: Node) => `${rule} ${person?.displayName ?? unit?.name}`;
  const whole = (await nodes('erik', all)).map(text);
  expect(whole).toHaveLength(6);
  const paged: string[] = [];
  let after: unknown = null;
  do {
    const one = await page('erik', all, { first: 1, after });
    paged.push(...(at(one, 'edges.*.node') as Node[]).map(text));
    after = at(one, 'pageInfo.hasNextPage') === true ? at(one, 'pageInfo.endCursor') : null;
  } while (after !== null && paged.length < 10);
  expect(paged).toEqual(whole);
});

describe('P11: who is PROTECTED', () => {
  test('has no findings for anybody, nor for oneself, and nothing is kept of such a one', async () => {
    await absent(lars);
    await world.level(lars, 'PROTECTED');
    world.app.clock.advance(2);
    expect(await shown(uncovered)).toEqual({});
    await job();
    expect((await kept()).map(({ about }) => about)).not.toContain(await personId(lars));
    await nameErik();
    expect(await shown(uncovered)).toEqual({});
    const about = (await personId(lars)) as PersonId;
    const finding = { rule: 'NO_NUMBER', personId: about, unitId: null } as const;
    const store = world.app.app.get(FindingsStore, { strict: false });
    await store.keep('1861' as MunicipalityCode, [finding], world.app.clock.now());
    expect((await kept()).map((one) => one.about)).not.toContain(about);
  });

  test('neither mends nor causes a finding of anybody else', async () => {
    const group = { unitId: world.kontaktcenter, memberIds: [world.id[lars]] };
    expect(await world.change('technician', 'setAnswerGroup', group)).toEqual([]);
    await forward(lars, sofia);
    await forward(sofia, lars);
    const both = { rules: ['NO_ANSWER_GROUP', 'FORWARDING_LOOP'], unitId: world.kontaktcenter };
    expect((await shown(both))['erik']).toEqual([names[lars], names[sofia]]);
    await world.level(lars, 'PROTECTED');
    await job();
    const rules = (await kept()).map(({ rule }) => rule);
    expect(rules).not.toContain('FORWARDING_LOOP');
    await nameErik();
    expect((await shown(both))['erik']).toEqual(['Kontaktcenter']);
    expect((await shown(both, ['erik as officer']))['erik as officer']).toEqual(['Kontaktcenter']);
  });
});
