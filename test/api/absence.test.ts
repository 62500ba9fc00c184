import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startTestApp, type TestApp } from '../support/app.js';
import { at, textAt } from '../support/json.js';

let app: TestApp;
let anna: string;
/** The id of the Anna Johansson who handles building permits. */
let johansson: string;
const annaMail = 'anna-karin.lindblad@hallsberg.test';

beforeAll(async () => {
  app = await startTestApp();
  anna = await app.token('employee', '1861', '40103');
  johansson = await idOf('anna.johansson2@hallsberg.test');
}, 60_000);
afterAll(() => app.stop());

async function idOf(email: string): Promise<string> {
  const query = 'query ($email: EmailAddress!) { person(ref: { email: $email }) { id } }';
  const { data } = await app.ask('operator', query, { email });
  return textAt(data, 'person.id');
}

const absenceFields =
  'absence { id reason publicReason startsAt endsAt endsAtPrecision phoneRings note source version referral { kind entry { displayName } unit { name } } } userErrors { code field message }';

async function setAbsence(who: string, input: Record<string, unknown>) {
  const query = `mutation ($input: SetAbsenceInput!) { setAbsence(input: $input) { ${absenceFields} } }`;
  const { data, text } = await app.ask(who, query, {
    input: { person: { email: annaMail }, reason: 'MEETING', ...input },
  });
  return at(data, 'setAbsence') ?? text;
}

async function endAbsence(who: string, input: Record<string, unknown>) {
  const query = `mutation ($input: EndAbsenceInput!) { endAbsence(input: $input) { ${absenceFields} person { currentAbsence { id } } } }`;
  const { data, text } = await app.ask(who, query, { input });
  return at(data, 'endAbsence') ?? text;
}

async function reachability(email = annaMail, who = 'operator') {
  const query = `query ($e: EmailAddress!) { person(ref: { email: $e }) { currentAbsence { id reason } reachability { canConnect verdict connectTo { e164 } reason backAt phrase trace alternatives { rank canConnect entry { displayName } number { e164 } } } } }`;
  const { data } = await app.ask(who, query, { e: email });
  return at(data, 'person.reachability');
}

const inMinutes = (minutes: number) =>
  new Date(app.clock.now().getTime() + minutes * 60_000).toISOString();

describe('P15, P17: an absence', () => {
  test('set by the person reaches the operator at once, with when the person is back', async () => {
    const endsAt = inMinutes(60);
    const set = await setAbsence(anna, { reason: 'LUNCH', endsAt, note: 'åter efter lunch' });
    expect(set).toMatchObject({
      absence: {
        reason: 'LUNCH',
        publicReason: 'BRIEFLY_AWAY',
        endsAt,
        source: 'SELF',
        phoneRings: false,
      },
      userErrors: [],
    });
    expect(await reachability()).toMatchObject({
      canConnect: false,
      verdict: 'TAKE_MESSAGE',
      connectTo: null,
      reason: 'BRIEFLY_AWAY',
      backAt: endsAt,
      trace: ['ABSENT'],
    });
    const id = textAt(set, 'absence.id');
    expect(await endAbsence(anna, { id })).toMatchObject({
      userErrors: [],
      person: { currentAbsence: null },
    });
    expect(await reachability()).toMatchObject({ canConnect: true, verdict: 'CONNECT' });
  });

  test('P4: that goes over into the next one ends with that, for those who may know what is planned', async () => {
    const [lunchEnds, meetingEnds] = [inMinutes(60), inMinutes(150)];
    const lunch = await setAbsence(anna, { reason: 'LUNCH', endsAt: lunchEnds });
    const planned = { startsAt: inMinutes(70), endsAt: meetingEnds, endsAtPrecision: 'ABOUT' };
    const meeting = await setAbsence(anna, planned);
    expect(await reachability()).toMatchObject({ reason: 'BRIEFLY_AWAY', backAt: meetingEnds });
    const elsewhere = await app.token('employee', '1860', '60103');
    expect(await reachability(annaMail, elsewhere)).toMatchObject({ backAt: lunchEnds });
    for (const one of [lunch, meeting])
      await endAbsence(anna, { id: textAt(one, 'absence.id'), at: null });
  });

  test('P10: says how it is covered to whoever is responsible, and that it is not', async () => {
    const cover = async (who: string) => {
      const query = `{ person(ref: { email: "${annaMail}" }) { currentAbsence { cover } } }`;
      return at((await app.ask(who, query)).data, 'person.currentAbsence.cover');
    };
    const set = await setAbsence(anna, { reason: 'VACATION', endsAt: inMinutes(600) });
    const id = textAt(set, 'absence.id');
    const colleague = await app.token('employee', '1861', '40104');
    expect([await cover(anna), await cover('operator'), await cover(colleague)]).toEqual([
      'NONE',
      'NONE',
      null,
    ]);
    const forward = `mutation { setForwarding(input: { person: { email: "${annaMail}" }, condition: UNCONDITIONAL, target: { voicemail: true } }) { forwarding { id } } }`;
    const { data } = await app.ask(anna, forward);
    // Of a voicemail nobody has told whom it names instead (P6).
    expect(await cover('operator')).toBe('NONE');
    await setAbsence(anna, {
      id,
      reason: 'VACATION',
      endsAt: inMinutes(600),
      referral: { entryId: johansson },
    });
    expect(await cover('operator')).toBe('REFERRAL');
    const clear = `mutation { clearForwarding(input: { id: "${textAt(data, 'setForwarding.forwarding.id')}" }) { userErrors { code } } }`;
    await app.ask(anna, clear);
    await endAbsence(anna, { id });
  });

  test('ends by itself when its time has come', async () => {
    const set = await setAbsence('operator', { endsAt: inMinutes(10) });
    expect(at(set, 'absence.source')).toBe('OPERATOR');
    expect(await reachability()).toMatchObject({ verdict: 'TAKE_MESSAGE' });
    app.clock.advance(600);
    expect(await reachability()).toMatchObject({ verdict: 'CONNECT' });
    const id = textAt(set, 'absence.id');
    const list = `{ person(ref: { email: "${annaMail}" }) { absences { id } } node(id: "${id}") { id } }`;
    const gone = { person: { absences: [] }, node: null };
    expect((await app.ask('operator', list)).data).toEqual(gone);
    expect(await setAbsence('operator', { id, endsAt: inMinutes(10) })).toMatchObject({
      userErrors: [{ code: 'NOT_FOUND', field: ['input', 'id'] }],
    });
  });

  test('that is planned says nothing until it begins, and can be cancelled without a trace', async () => {
    const set = await setAbsence(anna, { startsAt: inMinutes(30), endsAt: inMinutes(90) });
    expect(await reachability()).toMatchObject({ verdict: 'CONNECT' });
    const ended = await endAbsence(anna, { id: textAt(set, 'absence.id') });
    expect(ended).toMatchObject({ absence: null, userErrors: [] });
  });

  test('P4: with a stand-in says who answers; a chain leads to somebody who can', async () => {
    const set = await setAbsence(anna, { endsAt: inMinutes(60), referral: { entryId: johansson } });
    expect(at(set, 'absence.referral.entry.displayName')).toBe('Anna Johansson');
    expect(await reachability()).toMatchObject({
      verdict: 'ANSWERED_BY_OTHER',
      connectTo: { e164: '+46582001271' },
      phrase: expect.stringContaining('Vill du tala med Anna Johansson i stället?'),
    });
    // The stand-in goes to a meeting too, and has a stand-in of their own.
    const third = await idOf('erik.bjorkman@hallsberg.test');
    const theirs = await setAbsence('operator', {
      person: { email: 'anna.johansson2@hallsberg.test' },
      endsAt: inMinutes(60),
      referral: { entryId: third },
    });
    const chain = await reachability();
    // Whoever can take the call stands first.
    expect(at(chain, 'alternatives.*.canConnect')).toEqual([true, false]);
    expect(at(chain, 'verdict')).toBe('ANSWERED_BY_OTHER');
    await endAbsence('operator', { id: textAt(theirs, 'absence.id') });
    await endAbsence(anna, { id: textAt(set, 'absence.id') });
  });

  test('two who stand in for each other are survived', async () => {
    const one = await setAbsence(anna, { endsAt: inMinutes(60), referral: { entryId: johansson } });
    const other = await setAbsence('operator', {
      person: { email: 'anna.johansson2@hallsberg.test' },
      endsAt: inMinutes(60),
      referral: { entryId: await idOf(annaMail) },
    });
    expect(await reachability()).toMatchObject({ verdict: 'TAKE_MESSAGE' });
    for (const set of [one, other]) await endAbsence('operator', { id: textAt(set, 'absence.id') });
  });

  test('is changed only from the version that was read', async () => {
    const set = await setAbsence(anna, { endsAt: inMinutes(60) });
    const id = textAt(set, 'absence.id');
    const version = textAt(set, 'absence.version');
    const later = { id, reason: 'COURSE', endsAt: inMinutes(120) };
    const changed = await setAbsence('operator', { ...later, expectedVersion: version });
    expect(changed).toMatchObject({ absence: { id, reason: 'COURSE' }, userErrors: [] });
    const lost = await setAbsence(anna, { ...later, reason: 'LUNCH', expectedVersion: version });
    expect(lost).toMatchObject({
      absence: null,
      userErrors: [{ code: 'CONFLICT', field: ['input', 'expectedVersion'] }],
    });
    expect(await endAbsence(anna, { id, expectedVersion: version })).toMatchObject({
      userErrors: [{ code: 'CONFLICT' }],
    });
    await endAbsence(anna, { id });
  });

  test('is for a colleague neither to see the note of, nor to set', async () => {
    const set = await setAbsence(anna, { endsAt: inMinutes(60), note: 'ring Bo' });
    const colleague = await app.token('employee', '1861', '40104');
    const seen = await app.ask(
      colleague,
      `{ person(ref: { email: "${annaMail}" }) { currentAbsence { reason note } absences { id } } }`,
    );
    expect(seen.data).toEqual({
      person: { currentAbsence: { reason: 'MEETING', note: null }, absences: [] },
    });
    expect(await setAbsence(colleague, {})).toMatchObject({
      userErrors: [{ code: 'NOT_ALLOWED', field: ['input', 'person'] }],
    });
    expect(await endAbsence(colleague, { id: textAt(set, 'absence.id') })).toMatchObject({
      userErrors: [{ code: 'NOT_ALLOWED' }],
    });
    await endAbsence(anna, { id: textAt(set, 'absence.id') });
  });

  const refusals: readonly [string, () => Record<string, unknown>, string, string][] = [
    [
      'ends before it begins',
      () => ({ startsAt: inMinutes(60), endsAt: inMinutes(30) }),
      'INVALID',
      'endsAt',
    ],
    [
      'is already over',
      () => ({ startsAt: inMinutes(-60), endsAt: inMinutes(-30) }),
      'IN_PAST',
      'endsAt',
    ],
    ['began long ago', () => ({ startsAt: inMinutes(-3000) }), 'IN_PAST', 'startsAt'],
    ['has a note that is too long', () => ({ note: 'å'.repeat(201) }), 'TOO_LONG', 'note'],
    [
      'has an identity number in its note',
      () => ({ note: 'gäller 19000101-9801' }),
      'INVALID',
      'note',
    ],
    [
      'names an absence that is not there',
      () => ({ id: 'BAAAAAAAAAAAAAAAAAAAAAA' }),
      'NOT_FOUND',
      'id',
    ],
  ];
  test.each(refusals)(
    'that %s is refused with a code and the path',
    async (_, input, code, field) => {
      const result = await setAbsence(anna, input());
      expect(result).toMatchObject({
        absence: null,
        userErrors: [{ code, field: ['input', field] }],
      });
      expect(await reachability()).toMatchObject({ verdict: 'CONNECT' });
    },
  );

  test('of which somebody would be the own stand-in is refused', async () => {
    const own = await idOf(annaMail);
    expect(await setAbsence(anna, { referral: { entryId: own } })).toMatchObject({
      userErrors: [{ code: 'LOOP' }],
    });
  });
});
