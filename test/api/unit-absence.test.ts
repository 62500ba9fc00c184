import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { startTestApp, type TestApp } from '../support/app.js';
import { at, textAt, textsAt } from '../support/json.js';
import { relationFacts, type RelationFacts } from '../support/relations.js';

let app: TestApp;
let facts: RelationFacts;
/** A unit of its own, so that everybody in it is known here. */
let it: string;
let kansliet: string;
/** The head of IT, by a duty; and two who work there. */
let mustafa: string;
let ronja: string;
let anna: string;
let laxa: string;
const mail = (uid: string) => `${uid}@hallsberg.test`;

beforeAll(async () => {
  app = await startTestApp();
  facts = await relationFacts(app);
  it = await facts.unit('IT');
  kansliet = await facts.unit('Kansliet');
  await facts.db.query('update person set manager_id = null');
  const duty = `insert into unit_duty (unit_id, person_id, duty, municipality_code)
    select u.id, p.id, $2, '1861' from unit u, person p where u.name = 'IT' and p.email = $1`;
  await facts.db.query(duty, [mail('mustafa.al-hassan'), 'MANAGER']);
  await facts.db.query(duty, [mail('ronja.kvist'), 'PHONE_RESPONSIBLE']);
  mustafa = await app.token('employee', '1861', '40111');
  ronja = await app.token('employee', '1861', '40112');
  anna = await app.token('employee', '1861', '40103');
  laxa = await app.token('employee', '1860', '60103');
  app.clock.advance(2);
}, 60_000);
afterAll(async () => {
  await facts.close();
  await app.stop();
});
beforeEach(async () => {
  await facts.db.query('delete from absence');
});

type Input = Record<string, unknown>;
const inMinutes = (minutes: number) =>
  new Date(app.clock.now().getTime() + minutes * 60_000).toISOString();
const years = (count: number) => inMinutes(count * 366 * 1_440);

async function setForUnit(who: string, input: Input = {}) {
  const query = `mutation ($input: SetUnitAbsenceInput!) { setUnitAbsence(input: $input) {
    people { displayName currentAbsence { reason endsAt note source referral { kind } } } userErrors { code field } } }`;
  const usual = { unitId: it, reason: 'COURSE', endsAt: inMinutes(120) };
  const { data, text } = await app.ask(who, query, { input: { ...usual, ...input } });
  return at(data, 'setUnitAbsence') ?? text;
}

async function set(who: string, input: Input) {
  const query = `mutation ($input: SetAbsenceInput!) { setAbsence(input: $input) {
    absence { id cover source reason reasonLabel english: reasonLabel(language: EN)
      referral { kind entry { displayName } unit { name } } } userErrors { code field } } }`;
  const usual = { person: { email: mail('anna-karin.lindblad') }, reason: 'MEETING' };
  const all = { ...usual, endsAt: inMinutes(120), ...input };
  const { data, text } = await app.ask(who, query, { input: all });
  return at(data, 'setAbsence') ?? text;
}

const refusal = (code: string, ...field: string[]) => ({ code, field: ['input', ...field] });
const kept = async () =>
  (await facts.db.query('select count(*)::integer as n from absence')).rows[0] as { n: number };

describe('P15, P17: an absence of a whole unit', () => {
  test('is set by who leads it, for those in it and nobody else, and recorded for each', async () => {
    const before = (await facts.recorded('SET_ABSENCE')).length;
    const result = await setForUnit(mustafa, {
      note: 'planeringsdag',
      referral: { switchboard: true },
    });
    const { rows } = await facts.db.query<{ name: string }>(
      `select display_name as name from person p join unit u on u.id = p.unit_id
        where u.name = 'IT' and p.employment = 'ACTIVE' order by p.sort_key collate "sv-x-icu"`,
    );
    expect(rows.length).toBeGreaterThan(2);
    expect(at(result, 'people.*.displayName')).toEqual(rows.map(({ name }) => name));
    const own = { reason: 'COURSE', note: 'planeringsdag', referral: { kind: 'SWITCHBOARD' } };
    for (const absence of at(result, 'people.*.currentAbsence') as Input[])
      expect(absence).toMatchObject(own);
    expect((await facts.recorded('SET_ABSENCE')).length).toBe(before + rows.length);
    expect(await kept()).toEqual({ n: rows.length });
  });

  test('says of each absence who set it', async () => {
    const sourceOf = async (who: string, uid: string) => {
      await facts.db.query('delete from absence');
      await setForUnit(who);
      const query = `{ person(ref: { email: "${mail(uid)}" }) { currentAbsence { source } } }`;
      return at((await app.ask('operator', query)).data, 'person.currentAbsence.source');
    };
    expect(await sourceOf(mustafa, 'filip.aronsson')).toBe('MANAGER');
    expect(await sourceOf(mustafa, 'mustafa.al-hassan')).toBe('SELF');
    expect(await sourceOf(ronja, 'filip.aronsson')).toBe('PHONE_RESPONSIBLE');
    expect(await sourceOf('operator', 'filip.aronsson')).toBe('OPERATOR');
  });

  test('is not for those who neither lead nor answer for it, and there is no other unit', async () => {
    for (const who of [anna, laxa])
      expect(await setForUnit(who)).toEqual({
        people: [],
        userErrors: [refusal('NOT_ALLOWED', 'unitId')],
      });
    expect(await setForUnit(mustafa, { unitId: kansliet })).toMatchObject({
      userErrors: [refusal('NOT_ALLOWED', 'unitId')],
    });
    const missing = Buffer.concat([Buffer.of(2), Buffer.alloc(16, 1)]).toString('base64url');
    expect(await setForUnit('operator', { unitId: missing })).toMatchObject({
      userErrors: [refusal('NOT_FOUND', 'unitId')],
    });
    expect(await setForUnit('technician')).toContain('FORBIDDEN');
    expect(await kept()).toEqual({ n: 0 });
  });

  test('is for nobody PROTECTED, no leaver, no shared telephone and nobody below the unit', async () => {
    const state = async (set: string, back: string, uid: string) => {
      const change = (what: string) => facts.db.query(what, [mail(uid)]);
      await change(set);
      const result = await setForUnit('operator');
      await change(back);
      await facts.db.query('delete from absence');
      return textsAt(result, 'people.*.displayName');
    };
    const level = (to: string) =>
      `update person_local l set protection_level = '${to}' from person p where p.id = l.person_id and p.email = $1`;
    const field = (assign: string) => `update person set ${assign} where email = $1`;
    const filip = ['filip.aronsson', 'Filip Aronsson'] as const;
    expect(textsAt(await setForUnit('operator'), 'people.*.displayName')).toContain(filip[1]);
    await facts.db.query('delete from absence');
    for (const [away, back] of [
      [level('PROTECTED'), level('OPEN')],
      [
        field("employment = 'LEFT', left_at = '2026-11-20'"),
        field("employment = 'ACTIVE', left_at = null"),
      ],
      [field("kind = 'SHARED_PHONE'"), field("kind = 'EMPLOYEE'")],
    ] as const)
      expect(await state(away, back, filip[0])).not.toContain(filip[1]);
    const above = textsAt(
      await setForUnit('operator', { unitId: kansliet }),
      'people.*.displayName',
    );
    expect(above).toContain('Erik Björkman');
    expect(above).not.toContain('Sofia Renström');
  });

  test('is refused whole, with code and path', async () => {
    const filip = await facts.person(mail('filip.aronsson'));
    const elsewhere = await facts.person(mail('sofia.renstrom'));
    const refusals: readonly [Input, ReturnType<typeof refusal>][] = [
      [{ startsAt: inMinutes(60), endsAt: inMinutes(30) }, refusal('INVALID', 'endsAt')],
      [{ startsAt: inMinutes(-60), endsAt: inMinutes(-30) }, refusal('IN_PAST', 'endsAt')],
      [{ note: 'facklig dag' }, refusal('INVALID', 'note')],
      [{ referral: { entryId: filip } }, refusal('LOOP', 'referral')],
    ];
    for (const [input, error] of refusals)
      expect(await setForUnit(mustafa, input)).toEqual({ people: [], userErrors: [error] });
    expect(await setForUnit(mustafa, { referral: { entryId: elsewhere } })).toMatchObject({
      userErrors: [],
    });
    await facts.db.query('delete from absence');
    // Somebody has as many as there may be: then nobody gets one more.
    await facts.db.query(
      `insert into absence (id, municipality_code, person_id, reason, starts_at, ends_at, ends_at_precision,
           phone_rings, source, version)
         select gen_random_uuid(), '1861', p.id, 'MEETING', '2030-01-01'::timestamptz + make_interval(days => n),
                '2030-01-01 12:00'::timestamptz + make_interval(days => n), 'EXACT', false, 'SELF', 1
           from person p, generate_series(1, 100) n where p.email = $1`,
      [mail('filip.aronsson')],
    );
    expect(await setForUnit(mustafa)).toEqual({
      people: [],
      userErrors: [refusal('LIMIT', 'unitId')],
    });
    expect(await kept()).toEqual({ n: 100 });
  });

  test('is for 200 people at the most', async () => {
    const copies = (many: number) =>
      facts.db.query(
        `with copy as (
           insert into person select (jsonb_populate_record(p, jsonb_build_object('id', gen_random_uuid(),
               'directory_key', 'copy ' || n, 'email', null, 'employee_id', null, 'dn_digest', null))).*
             from person p, generate_series(1, $2::integer) n where p.email = $1
           returning id)
         insert into person_local select (jsonb_populate_record(l, jsonb_build_object('person_id', copy.id))).*
           from person_local l, copy where l.person_id = (select id from person where email = $1)`,
        [mail('filip.aronsson'), many],
      );
    await copies(200);
    expect(await setForUnit(mustafa)).toMatchObject({ userErrors: [refusal('LIMIT', 'unitId')] });
    expect(await kept()).toEqual({ n: 0 });
    await facts.db.query(
      `delete from person_local l using person p where p.id = l.person_id and p.directory_key like 'copy %'`,
    );
    await facts.db.query(`delete from person where directory_key like 'copy %'`);
  });

  test('is not half done when it cannot be recorded', async () => {
    await facts.db.query('alter table audit_entry rename to audit_entry_away');
    try {
      expect(await setForUnit(mustafa)).toContain('INTERNAL');
    } finally {
      await facts.db.query('alter table audit_entry_away rename to audit_entry');
    }
    expect(await kept()).toEqual({ n: 0 });
  });
});

describe('P10: an absence refers', () => {
  test('to a person, an answer group, the switchboard or voicemail, and says how that covers it', async () => {
    const erik = await facts.person(mail('erik.bjorkman'));
    const { rows } = await facts.db.query<{ id: string }>(`select id from unit where name = 'IT'`);
    expect(rows).toHaveLength(1);
    const referrals: readonly [Input, Input, string][] = [
      [
        { entryId: erik },
        { kind: 'PERSON', entry: { displayName: 'Erik Björkman' }, unit: null },
        'REFERRAL',
      ],
      [{ switchboard: true }, { kind: 'SWITCHBOARD', entry: null, unit: null }, 'REFERRAL'],
      // Of the group, nobody is known to be in it; and of the greeting nobody has told what it says (P6).
      [{ answerGroupOf: it }, { kind: 'ANSWER_GROUP', entry: null, unit: { name: 'IT' } }, 'NONE'],
      [{ voicemail: true }, { kind: 'VOICEMAIL', entry: null, unit: null }, 'NONE'],
    ];
    for (const [referral, shown, cover] of referrals)
      expect(await set(anna, { referral })).toMatchObject({
        absence: { referral: shown, cover },
        userErrors: [],
      });
    expect(await set(anna, {})).toMatchObject({ absence: { referral: null, cover: 'NONE' } });
  });

  test('to the answer group of another municipality too, but of a unit that is there', async () => {
    const { rows } = await facts.db.query<{ id: string }>(
      `select id from unit where municipality_code = '1860' order by name limit 1`,
    );
    const other = Buffer.concat([
      Buffer.of(2),
      Buffer.from(rows[0]?.id.replaceAll('-', '') ?? '', 'hex'),
    ]).toString('base64url');
    expect(await set(anna, { referral: { answerGroupOf: other } })).toMatchObject({
      absence: { referral: { kind: 'ANSWER_GROUP' } },
    });
    const missing = Buffer.concat([Buffer.of(2), Buffer.alloc(16, 1)]).toString('base64url');
    expect(await set(anna, { referral: { answerGroupOf: missing } })).toEqual({
      absence: null,
      userErrors: [refusal('NOT_FOUND', 'referral')],
    });
    expect(await set(anna, { referral: { switchboard: false } })).toContain('BAD_USER_INPUT');
    expect(await set(anna, { referral: { entryId: it } })).toContain('BAD_USER_INPUT');
  });

  test('also when it is coming', async () => {
    const erik = await facts.person(mail('erik.bjorkman'));
    const coming = {
      startsAt: inMinutes(600),
      endsAt: inMinutes(700),
      referral: { entryId: erik },
    };
    expect(await set(anna, coming)).toMatchObject({
      absence: { referral: { entry: { displayName: 'Erik Björkman' } }, cover: 'REFERRAL' },
    });
  });

  test('or is forwarded to a number of any municipality of the cooperation (P1)', async () => {
    await set(anna, {});
    const cover = async (number: string) => {
      const forward = `mutation { setForwarding(input: { person: { email: "${mail('anna-karin.lindblad')}" }, condition: UNCONDITIONAL, target: { number: "${number}" } }) { person { currentAbsence { cover } } userErrors { code } } }`;
      return at((await app.ask(anna, forward)).data, 'setForwarding.person.currentAbsence.cover');
    };
    expect(await cover('+46584009876')).toBe('FORWARDING');
    expect(await cover('+46701740690')).toBe('NONE');
  });
});

describe('P21: what a reason is called', () => {
  test('is as the municipality calls it for those who see the reason, and otherwise what a caller is told', async () => {
    const officer = await app.token('officer', '1861');
    const choose = `mutation { setAbsenceReasons(input: { municipalityCode: "1861", expectedVersion: "1", reasons: [
      { reason: MEETING, inUse: true, labelSv: "Sammanträde", labelEn: "Sitting", digit: "3", letterCode: "MÖT" }] }) { userErrors { code } } }`;
    expect((await app.ask(officer, choose)).data).toEqual({
      setAbsenceReasons: { userErrors: [] },
    });
    expect(await set(anna, {})).toMatchObject({
      absence: { reasonLabel: 'Sammanträde', english: 'Sitting' },
    });
    const told = async (who: string) => {
      const query = `{ person(ref: { email: "${mail('anna-karin.lindblad')}" }) { currentAbsence { reason reasonLabel en: reasonLabel(language: EN) } } }`;
      return at((await app.ask(who, query)).data, 'person.currentAbsence');
    };
    expect(await told('operator')).toEqual({
      reason: 'MEETING',
      reasonLabel: 'Sammanträde',
      en: 'Sitting',
    });
    expect(await told(laxa)).toEqual({ reason: null, reasonLabel: 'Upptagen', en: 'Busy' });
  });
});

describe('P17: what cannot be is refused with code and path, and nothing is kept', () => {
  const refusals: readonly [string, () => Input, ReturnType<typeof refusal>][] = [
    [
      'begins in six years',
      () => ({ startsAt: years(6), endsAt: null }),
      refusal('INVALID', 'startsAt'),
    ],
    ['ends in six years', () => ({ endsAt: years(6) }), refusal('INVALID', 'endsAt')],
    [
      'ends at a day that is not said',
      () => ({ endsAt: null, endsAtPrecision: 'DAY' }),
      refusal('INVALID', 'endsAt'),
    ],
    [
      'ends about no time',
      () => ({ endsAt: null, endsAtPrecision: 'ABOUT' }),
      refusal('INVALID', 'endsAt'),
    ],
    [
      'ends at a time that nobody knows',
      () => ({ endsAtPrecision: 'UNKNOWN' }),
      refusal('INVALID', 'endsAtPrecision'),
    ],
    [
      'ends as it begins',
      () => ({ startsAt: inMinutes(9), endsAt: inMinutes(9) }),
      refusal('INVALID', 'endsAt'),
    ],
  ];
  test.each(refusals)('an absence that %s', async (_, input, error) => {
    expect(await set(anna, input())).toEqual({ absence: null, userErrors: [error] });
    expect(await kept()).toEqual({ n: 0 });
  });

  test('an absence that is moved to begin long ago; one that began long ago may be corrected', async () => {
    const id = textAt(await set(anna, {}), 'absence.id');
    expect(await set(anna, { id, startsAt: inMinutes(-3_000) })).toMatchObject({
      userErrors: [refusal('IN_PAST', 'startsAt')],
    });
    app.clock.advance(90_000);
    const older = await set(anna, { endsAt: inMinutes(6_000) });
    app.clock.advance(90_000);
    expect(
      await set(anna, { id: textAt(older, 'absence.id'), endsAt: inMinutes(60) }),
    ).toMatchObject({ userErrors: [] });
  });
});
