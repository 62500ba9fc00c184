import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startTestApp, type TestApp } from '../support/app.js';
import { at, textAt } from '../support/json.js';

let app: TestApp;
/** Each viewer of the issue, by what the tests call it. */
const viewers: Record<string, string> = {};

beforeAll(async () => {
  app = await startTestApp();
  Object.assign(viewers, app.keys, {
    employeeHallsberg: await app.token('employee', '1861'),
    employeeLaxa: await app.token('employee', '1860'),
    officerHallsberg: await app.token('officer', '1861'),
    officerLaxa: await app.token('officer', '1860'),
    josefin: await app.token('employee', '1861', '40124'),
  });
}, 60_000);
afterAll(() => app.stop());

const ask = (who: string, query: string, variables?: Record<string, unknown>) =>
  app.ask(viewers[who] ?? '', query, variables);

describe('a RESTRICTED person', () => {
  const josefin = {
    email: 'josefin.arman@hallsberg.test',
    direct: '+46582001261',
    mobile: '+46701740640',
  };
  const query = `{ person(ref: { email: "${josefin.email}" }) { displayName numbers { kind e164 } presence { availability } } }`;
  const switchboard = [{ kind: 'SWITCHBOARD', e164: '+46582000000' }];

  test.each([
    ['employeeHallsberg', switchboard],
    ['employeeLaxa', switchboard],
    ['intranetHallsberg', switchboard],
    ['intranetLaxa', switchboard],
    ['operator', []],
    ['technician', []],
    [
      'josefin',
      [
        { kind: 'DIRECT', e164: josefin.direct },
        { kind: 'MOBILE', e164: josefin.mobile },
      ],
    ],
  ])('shows %s the numbers that are decided', async (who, numbers) => {
    const { data } = await ask(who, query);
    expect(at(data, 'person.displayName')).toBe('Josefin Årman');
    expect(at(data, 'person.numbers')).toEqual(numbers);
  });

  test.each(['operator', 'employeeHallsberg', 'employeeLaxa', 'intranetHallsberg', 'integration'])(
    'is not found by her numbers by %s',
    async (who) => {
      for (const number of [josefin.direct, josefin.mobile]) {
        const search = await ask(
          who,
          `{ searchDirectory(query: "${number}") { edges { node { id } } } }`,
        );
        expect(search.data).toEqual({ searchDirectory: { edges: [] } });
      }
    },
  );

  test('is routed by the telephone system, whose displays do not name her', async () => {
    const { data } = await ask(
      'phoneSystem',
      `{ lookupNumber(number: "${josefin.direct}") { label entry { displayName } } }`,
    );
    expect(data).toEqual({
      lookupNumber: { label: 'Hallsbergs kommun', entry: { displayName: 'Josefin Årman' } },
    });
  });

  test('is absent or not for colleagues, without a reason, a time or a stand-in', async () => {
    const set = `mutation { setAbsence(input: { person: { email: "${josefin.email}" }, reason: LUNCH, endsAt: "2099-01-01T12:00:00Z", note: "hos tandläkaren" }) { userErrors { code } } }`;
    expect((await ask('operator', set)).data).toEqual({ setAbsence: { userErrors: [] } });
    const absence = `{ person(ref: { email: "${josefin.email}" }) { currentAbsence { reason publicReason startsAt endsAt endsAtPrecision note source substitute { displayName } } reachability { reason backAt } } }`;
    const bare = {
      reason: null,
      publicReason: 'ABSENT',
      startsAt: null,
      endsAt: null,
      endsAtPrecision: 'UNKNOWN',
      note: null,
      source: null,
      substitute: null,
    };
    for (const who of ['employeeHallsberg', 'employeeLaxa']) {
      const { data } = await ask(who, absence);
      expect(at(data, 'person.currentAbsence')).toEqual(bare);
      expect(at(data, 'person.reachability')).toEqual({ reason: 'ABSENT', backAt: null });
    }
    const operator = await ask('operator', absence);
    expect(at(operator.data, 'person.currentAbsence')).toMatchObject({
      reason: 'LUNCH',
      note: 'hos tandläkaren',
    });
  });
});

describe('P20: a mobile number', () => {
  const query =
    '{ person(ref: { email: "anna.johansson@hallsberg.test" }) { numbers(kinds: [MOBILE]) { e164 } } }';
  const mobile = '+46701740635';

  test.each([
    ['operator', [mobile]],
    ['technician', [mobile]],
    ['employeeHallsberg', [mobile]],
    ['intranetHallsberg', [mobile]],
    ['employeeLaxa', []],
    ['intranetLaxa', []],
  ])('for %s', async (who, numbers) => {
    const { data } = await ask(who, query);
    expect(at(data, 'person.numbers.*.e164')).toEqual(numbers);
    // Whoever may not see it does not find by it either.
    const search = await ask(
      who,
      `{ searchDirectory(query: "${mobile}") { edges { node { id } } } }`,
    );
    expect(at(search.data, 'searchDirectory.edges')).toHaveLength(numbers.length);
  });

  test('is narrowed and widened for one person', async () => {
    const read =
      '{ person(ref: { email: "anna.johansson@hallsberg.test" }) { version numbers(kinds: [MOBILE]) { e164 } } }';
    const set = async (audience: string | null) => {
      const { data } = await ask('technician', read);
      const variables = { version: textAt(data, 'person.version'), audience };
      const change = `mutation ($version: String!, $audience: NumberAudience) { setNumbers(input: { person: { email: "anna.johansson@hallsberg.test" }, mobileAudience: $audience, expectedVersion: $version }) { userErrors { code } } }`;
      expect((await ask('technician', change, variables)).data).toEqual({
        setNumbers: { userErrors: [] },
      });
    };
    const seen = async (who: string) => at((await ask(who, read)).data, 'person.numbers.*.e164');
    await set('OPERATORS_ONLY');
    expect([await seen('operator'), await seen('employeeHallsberg')]).toEqual([[mobile], []]);
    await set('COOPERATION');
    expect([await seen('employeeLaxa'), await seen('integration')]).toEqual([[mobile], undefined]);
    await set(null);
    expect([await seen('employeeLaxa'), await seen('employeeHallsberg')]).toEqual([[], [mobile]]);
  });
});

test('an integration gets name, title, unit and direct numbers, and nothing else', async () => {
  const { data } = await ask(
    'integration',
    '{ searchDirectory(query: "anna johansson bygglov") { edges { node { displayName ... on Person { title unit { name } email employeeId numbers { e164 } presence { availability } currentAbsence { id } forwardings { id } reachability { verdict } } } } } }',
  );
  const [hit] = at(data, 'searchDirectory.edges.*.node') as unknown[];
  expect(hit).toEqual({
    displayName: 'Anna Johansson',
    title: 'Bygglovshandläggare',
    unit: { name: 'Bygglov' },
    email: null,
    employeeId: null,
    numbers: [{ e164: '+46582001271' }],
    presence: null,
    currentAbsence: null,
    forwardings: [],
    reachability: null,
  });
});

test('an officer of one municipality is nobody special in another', async () => {
  const query =
    '{ searchDirectory(query: "sandell", first: 100) { edges { node { displayName } } } }';
  expect(await ask('officerLaxa', query).then((a) => a.text)).toContain('Alva Sandell');
  expect(await ask('officerHallsberg', query).then((a) => a.text)).not.toContain('Alva');
});
