import { describe, expect, test } from '@jest/globals';
import { at, textAt } from '../support/json.js';
import {
  app,
  facts,
  it,
  anna,
  laxa,
  mail,
  type Input,
  inMinutes,
  years,
  set,
  refusal,
  kept,
  setUnitAbsenceStage,
} from '../support/unit-absence-stage.js';

setUnitAbsenceStage();

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
