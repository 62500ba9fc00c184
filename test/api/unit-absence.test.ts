import { describe, expect, test } from '@jest/globals';
import { at, textsAt } from '../support/json.js';
import {
  app,
  facts,
  kansliet,
  mustafa,
  ronja,
  anna,
  laxa,
  mail,
  type Input,
  inMinutes,
  setForUnit,
  refusal,
  kept,
  setUnitAbsenceStage,
} from '../support/unit-absence-stage.js';

setUnitAbsenceStage();

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
