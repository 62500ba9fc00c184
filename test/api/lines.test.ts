import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { startTestApp, type TestApp } from '../support/app.js';
import { at, textAt } from '../support/json.js';

let app: TestApp;
let colleague: string;
let seq = 0;
const mail = 'anna-karin.lindblad@hallsberg.test';
const number = '+46582001234';

beforeAll(async () => {
  app = await startTestApp();
  colleague = await app.token('employee', '1861', '40104');
}, 60_000);
afterAll(() => app.stop());
beforeEach(() => {
  seq += 10;
});

async function report(lines: readonly Record<string, unknown>[], who = 'phoneSystem') {
  const query =
    'mutation ($input: ReportLinesInput!) { reportLines(input: $input) { accepted acceptedCount userErrors { code field } } }';
  const input = {
    dialPlan: 'sydnarke.test',
    lines: lines.map((line) => {
      return { observedAt: app.clock.now().toISOString(), reportSeq: String(seq), ...line };
    }),
  };
  const { data, text } = await app.ask(who, query, { input });
  return at(data, 'reportLines') ?? text;
}

async function presence(who = 'operator') {
  const query = `{ person(ref: { email: "${mail}" }) { presence { availability activity freshness lines { kind status } } } }`;
  return at((await app.ask(who, query)).data, 'person.presence');
}

describe('P13, P18: a line state from the telephone system', () => {
  test('is what the operator sees of the person, and decides whether to put the call through', async () => {
    const receipt = { accepted: true, acceptedCount: 1, userErrors: [] };
    expect(await report([{ number, status: 'IN_CALL' }])).toEqual(receipt);
    expect(await presence()).toEqual({
      availability: 'BUSY',
      activity: 'IN_CALL',
      freshness: 'LIVE',
      lines: [{ kind: 'DIRECT', status: 'IN_CALL' }],
    });
    const { data } = await app.ask(
      'operator',
      `{ person(ref: { email: "${mail}" }) { reachability { verdict trace } } }`,
    );
    expect(at(data, 'person.reachability')).toEqual({
      verdict: 'HOLD_OR_CALL_BACK',
      trace: ['IN_CALL'],
    });
  });

  test('P22: is busy for colleagues, who see no call and no line', async () => {
    await report([{ number, status: 'IN_CALL' }]);
    expect(await presence(colleague)).toEqual({
      availability: 'BUSY',
      activity: null,
      freshness: 'LIVE',
      lines: [],
    });
    expect(await presence('intranetLaxa')).toBeNull();
  });

  test('of a mobile that a colleague may not know says nothing to that colleague', async () => {
    const person = 'person: { email: "anna.johansson@hallsberg.test" }';
    const read =
      '{ person(ref: { email: "anna.johansson@hallsberg.test" }) { version presence { availability } } }';
    const { data } = await app.ask('technician', read);
    const narrow = `mutation { setNumbers(input: { ${person}, mobileAudience: OPERATORS_ONLY, expectedVersion: "${textAt(data, 'person.version')}" }) { userErrors { code } } }`;
    await app.ask('technician', narrow);
    await report([{ number: '+46701740635', status: 'IN_CALL' }]);
    const seen = async (who: string) =>
      at((await app.ask(who, read)).data, 'person.presence.availability');
    expect([await seen('operator'), await seen(colleague)]).toEqual(['BUSY', 'UNKNOWN']);
  });

  test('is unknown after its expiry, never wrong', async () => {
    await report([{ number, status: 'IN_CALL', ttlSeconds: 60 }]);
    app.clock.advance(59);
    expect(await presence()).toMatchObject({ availability: 'BUSY' });
    app.clock.advance(1);
    expect(await presence()).toMatchObject({
      availability: 'UNKNOWN',
      freshness: 'STALE',
      lines: [{ status: 'UNKNOWN' }],
    });
  });

  test('that is late or repeated is dropped; one that expired before it came says nothing', async () => {
    await report([{ number, status: 'IDLE', reportSeq: '1000' }]);
    await report([{ number, status: 'IN_CALL', reportSeq: '999' }]);
    await report([{ number, status: 'RINGING', reportSeq: '1000' }]);
    expect(await presence()).toMatchObject({ availability: 'AVAILABLE' });
    const old = new Date(app.clock.now().getTime() - 7_200_000).toISOString();
    await report([{ number, status: 'IN_CALL', reportSeq: '1001', observedAt: old }]);
    expect(await presence()).toMatchObject({ availability: 'AVAILABLE' });
    app.clock.advance(3_600);
    // After the expiry an exchange that was restarted may count from the beginning.
    await report([{ number, status: 'IN_CALL', reportSeq: '1' }]);
    expect(await presence()).toMatchObject({ availability: 'BUSY' });
    app.clock.advance(3_600);
  });

  test('of an exchange whose clock is ahead lasts no longer than it asked for', async () => {
    const ahead = new Date(app.clock.now().getTime() + 7_200_000).toISOString();
    await report([{ number, status: 'IN_CALL', observedAt: ahead, ttlSeconds: 60 }]);
    app.clock.advance(60);
    expect(await presence()).toMatchObject({ availability: 'UNKNOWN' });
  });

  test('that carries more of calls than it may, beyond what is dropped, is a faulty request', async () => {
    expect(
      await report([{ number, status: 'IN_CALL', remoteNumber: '+46701740699' }]),
    ).toMatchObject({ accepted: true });
    const answer = await report([{ number, status: 'IN_CALL', callId: '7' }]);
    expect(answer).toMatch(/"code":"BAD_USER_INPUT"/);
  });

  test('is received in the same way for numbers that are known, unknown and hidden', async () => {
    const lines = ['+46582001234', '+46582009999', '+46582001252'].map((one) => ({
      number: one,
      status: 'IDLE',
    }));
    expect(await report(lines)).toEqual({ accepted: true, acceptedCount: 3, userErrors: [] });
  });

  test.each<[string, Record<string, unknown>, string[]]>([
    ['without a number or an extension', { status: 'IDLE' }, ['input', 'lines', '1']],
    ['with both', { status: 'IDLE', number, extension: '1234' }, ['input', 'lines', '1']],
    [
      'with a sequence that is none',
      { status: 'IDLE', number, reportSeq: 'first' },
      ['input', 'lines', '1', 'reportSeq'],
    ],
    [
      'with no time to live',
      { status: 'IDLE', number, ttlSeconds: 0 },
      ['input', 'lines', '1', 'ttlSeconds'],
    ],
  ])('%s refuses the whole batch', async (_, line, field) => {
    await report([{ number, status: 'IDLE' }]);
    seq += 1;
    const answer = await report([{ number, status: 'IN_CALL' }, line]);
    expect(answer).toEqual({
      accepted: false,
      acceptedCount: 0,
      userErrors: [{ code: 'INVALID', field }],
    });
    expect(await presence()).toMatchObject({ availability: 'AVAILABLE' });
  });

  test('is taken from the telephone system only', async () => {
    for (const who of ['operator', 'technician', 'intranetHallsberg', 'integration'])
      expect(await report([], who)).toMatch(/"code":"FORBIDDEN"/);
  });

  test('by extension belongs to the extension of its dial plan', async () => {
    const amir =
      '{ searchDirectory(query: "amir hosseini") { edges { node { ... on Person { presence { availability } numbers { extension } } } } } }';
    await report([{ extension: '3153', status: 'RINGING' }]);
    const { data } = await app.ask('technician', amir);
    expect(at(data, 'searchDirectory.edges.0.node.presence.availability')).toBe('BUSY');
  });
});

test('P22: nothing kept says that a call took place: one row a line, with a state and an expiry', async () => {
  await report([{ number, status: 'IN_CALL' }]);
  seq += 1;
  await report([{ number, status: 'IDLE' }]);
  const client = new Client({ connectionString: app.databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query(`select * from line_state where line = $1`, [number]);
    expect(rows).toHaveLength(1);
    expect(Object.keys(rows[0] as object).toSorted()).toEqual([
      'expires_at',
      'line',
      'municipality_code',
      'report_seq',
      'status',
    ]);
  } finally {
    await client.end();
  }
});
