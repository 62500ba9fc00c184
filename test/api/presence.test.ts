import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { Client } from 'pg';
import { EraseExpired } from '../../src/presence/erase-expired.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { at, textAt } from '../support/json.js';

let app: TestApp;
let db: Client;
/** Anna-Karin Lindblad, who works in Hallsberg. */
let self: string;
let colleague: string;
let id: string;
/** Rises from test to test, above all that was reported before. */
let seq = 1_000_000;
const mail = 'anna-karin.lindblad@hallsberg.test';
const number = '+46582001234';
const eva = { number: '+46582001252', mail: 'eva.sundin@hallsberg.test' };
const dialPlan = 'sydnarke.test';
const receipt = (acceptedCount: number) => ({ accepted: true, acceptedCount, userErrors: [] });

beforeAll(async () => {
  app = await startTestApp();
  self = await app.token('employee', '1861', '40103');
  colleague = await app.token('employee', '1861', '40104');
  db = new Client({ connectionString: app.databaseUrl });
  await db.connect();
  const { data } = await app.ask('technician', `{ person(ref: { email: "${mail}" }) { id } }`);
  id = textAt(data, 'person.id');
}, 60_000);
afterAll(async () => {
  await db.end();
  await app.stop();
});
beforeEach(async () => {
  seq += 100;
  await db.query('delete from presence_session');
  await db.query('delete from line_state');
  await db.query('update exchange_state set full_seq = null, full_until = null');
});

async function change(
  who: string,
  name: string,
  input: object,
  payload = 'userErrors { code field }',
) {
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`.replace('MyPresence', 'Presence');
  const query = `mutation ($input: ${type}!) { ${name}(input: $input) { ${payload} } }`;
  const { data, text } = await app.ask(who, query, { input });
  return at(data, name) ?? text;
}

const said = { sessionId: 'desk', availability: 'AVAILABLE' };
const say = (different: object = {}, who = self) =>
  change(who, 'setMyPresence', { ...said, sequence: String((seq += 1)), ...different });

const observed = () => ({
  observedAt: app.clock.now().toISOString(),
  reportSeq: String((seq += 1)),
});
const acknowledged = 'accepted acceptedCount userErrors { code field }';
const reportPresences = (reports: readonly object[], who = 'phoneSystem') =>
  change(
    who,
    'reportPresences',
    { dialPlan, reports: reports.map((one) => ({ ...said, ...observed(), ...one })) },
    acknowledged,
  );
const reportLines = (lines: readonly object[], full = false) =>
  change(
    'phoneSystem',
    'reportLines',
    { dialPlan, full, lines: lines.map((one) => ({ ...observed(), ...one })) },
    acknowledged,
  );

async function presence(who = 'operator', email = mail) {
  const query = `{ person(ref: { email: "${email}" }) { presence { availability activity signedIn freshness lines { kind status expiresAt } } } }`;
  return at((await app.ask(who, query)).data, 'person.presence');
}

describe('P7: the exchange is a source beside the directories', () => {
  const sources = async (who = 'operator') => {
    const query =
      '{ municipalities { code sources { kind name freshness lastReportAt lastCompleteAt } } }';
    const { data } = await app.ask(who, query);
    const all = at(data, 'municipalities') as { code: string; sources: { kind: string }[] }[];
    const own = all.find(({ code }) => code === '1861')?.sources ?? [];
    return own.filter(({ kind }) => kind === 'EXCHANGE');
  };
  const exchange = (freshness: string, lastReportAt: string | null) => [
    { kind: 'EXCHANGE', name: dialPlan, freshness, lastReportAt, lastCompleteAt: null },
  ];

  test('it is unknown before the first report, live after a sign of life, and stale after ten silent minutes', async () => {
    expect(await sources()).toEqual(exchange('UNKNOWN', null));
    expect(await reportLines([])).toEqual(receipt(0));
    app.clock.advance(2);
    // P22: the minute, since each change of a line is a report.
    const minute = new Date(Math.floor((app.clock.now().getTime() - 2_000) / 60_000) * 60_000);
    for (const who of ['operator', 'integration', 'intranetLaxa', colleague])
      expect(await sources(who)).toEqual(exchange('LIVE', minute.toISOString()));
    app.clock.advance(601);
    expect(await sources()).toEqual(exchange('STALE', minute.toISOString()));
  });

  test('presence that it reports is a sign of life too', async () => {
    await reportPresences([]);
    app.clock.advance(2);
    expect(await sources()).toMatchObject([{ freshness: 'LIVE' }]);
  });
});

describe('P15, P17: what somebody says of herself', () => {
  test('is what operators see at once; colleagues see how available, and the other municipality nothing', async () => {
    const input = { ...said, availability: 'BUSY', activity: 'IN_MEETING', sequence: String(seq) };
    const payload = 'person { presence { availability activity signedIn } } userErrors { code }';
    const seen = { availability: 'BUSY', activity: 'IN_MEETING', signedIn: true };
    expect(await change(self, 'setMyPresence', input, payload)).toEqual({
      person: { presence: seen },
      userErrors: [],
    });
    expect(await presence()).toEqual({ ...seen, freshness: 'LIVE', lines: [] });
    const forColleagues = { ...seen, activity: null, signedIn: null };
    expect(await presence(colleague)).toEqual({ ...forColleagues, freshness: 'LIVE', lines: [] });
    expect(await presence('intranetHallsberg')).toMatchObject(forColleagues);
    expect(await presence('intranetLaxa')).toBeNull();
  });

  test('is told without its reason to technicians, who do not see why anybody is absent', async () => {
    await say({ availability: 'AWAY', activity: 'VACATION' });
    expect(await presence('technician')).toMatchObject({ availability: 'AWAY', activity: 'OTHER' });
    expect(await presence()).toMatchObject({ availability: 'AWAY', activity: 'VACATION' });
  });

  test('is unknown after its expiry, never wrong', async () => {
    await say({ availability: 'DO_NOT_DISTURB' });
    app.clock.advance(299);
    expect(await presence()).toMatchObject({ availability: 'DO_NOT_DISTURB', signedIn: true });
    app.clock.advance(1);
    expect(await presence()).toMatchObject({
      availability: 'UNKNOWN',
      activity: 'UNKNOWN',
      signedIn: null,
      freshness: 'UNKNOWN',
    });
  });

  test('stands beside what the telephone says: a call below a wish not to be disturbed', async () => {
    await say({ availability: 'DO_NOT_DISTURB', activity: 'IN_MEETING' });
    await reportLines([{ number, status: 'IN_CALL' }]);
    const seen = { availability: 'DO_NOT_DISTURB', activity: 'IN_CALL' };
    expect(await presence()).toMatchObject(seen);
    await change(self, 'clearMyPresence', { sessionId: 'desk' });
    expect(await presence()).toMatchObject({ ...seen, availability: 'BUSY', signedIn: null });
  });

  test('changes nothing when it is late or repeated, and also not when it comes after it was taken back', async () => {
    await say({ availability: 'BUSY', sequence: '20' });
    await say({ availability: 'AWAY', sequence: '19' });
    await say({ availability: 'AWAY', sequence: '20' });
    expect(await presence()).toMatchObject({ availability: 'BUSY' });
    await change(self, 'clearMyPresence', { sessionId: 'desk' });
    await say({ availability: 'AWAY', sequence: '20' });
    expect(await presence()).toMatchObject({ availability: 'UNKNOWN' });
    await say({ availability: 'AWAY', sequence: '21' });
    expect(await presence()).toMatchObject({ availability: 'AWAY' });
    app.clock.advance(300);
    // A client that was started anew after the expiry may count from the beginning.
    await say({ availability: 'BUSY', sequence: '1' });
    expect(await presence()).toMatchObject({ availability: 'BUSY' });
  });

  test.each<[string, object, string]>([
    ['no time', { expiresInSeconds: 299 }, 'expiresInSeconds'],
    ['too long', { expiresInSeconds: 14_401 }, 'expiresInSeconds'],
    ['a session without a name', { sessionId: '' }, 'sessionId'],
    ['a session that names somebody', { sessionId: '+46701740699' }, 'sessionId'],
    ['a sequence that is none', { sequence: 'first' }, 'sequence'],
  ])('is refused with %s', async (_, input, field) => {
    const userErrors = [{ code: 'INVALID', field: ['input', field] }];
    expect(await say(input)).toEqual({ userErrors });
    expect(await presence()).toMatchObject({ availability: 'UNKNOWN' });
  });

  test('fits in ten sessions: an eleventh is refused while all of them count', async () => {
    for (let i = 0; i < 10; i += 1)
      expect(await say({ sessionId: `s${i}` })).toEqual({ userErrors: [] });
    const userErrors = [{ code: 'LIMIT', field: ['input', 'sessionId'] }];
    expect(await say({ sessionId: 'one-more' })).toEqual({ userErrors });
    expect(await say({ sessionId: 's3' })).toEqual({ userErrors: [] });
    await change(self, 'clearMyPresence', { sessionId: 's4' });
    expect(await say({ sessionId: 'one-more' })).toEqual({ userErrors: [] });
    const { rows } = await db.query(
      'select session_id from presence_session where availability <> $1',
      ['UNKNOWN'],
    );
    expect(rows).toHaveLength(10);
  });

  test('is for people in the directory, and for nobody in their place', async () => {
    const userErrors = [{ code: 'NOT_ALLOWED', field: null }];
    expect(await say({}, await app.token('employee', '1861'))).toEqual({ userErrors });
    for (const who of ['operator', 'technician', 'phoneSystem'])
      expect(await say({}, who)).toMatch(/"code":"FORBIDDEN"/);
  });

  test('of somebody PROTECTED is seen by herself, and by nobody else', async () => {
    const herself = await app.token('employee', '1861', '40116');
    expect(await say({ availability: 'BUSY' }, herself)).toEqual({ userErrors: [] });
    expect(await presence(herself, eva.mail)).toMatchObject({ availability: 'BUSY' });
    for (const who of ['operator', 'technician', colleague, 'phoneSystem'])
      expect(await presence(who, eva.mail)).toBeUndefined();
  });
});

describe('P13, P18: presence from the telephone system', () => {
  const undisturbed = { availability: 'DO_NOT_DISTURB', sessionId: 'pbx' };

  test.each([
    ['number', mail, () => ({ number })],
    ['extension', 'amir.hosseini@askersund.test', () => ({ extension: '3153' })],
    ['id', mail, () => ({ personId: id })],
  ])('a wish not to be disturbed, of whoever has the %s, is a session', async (_, email, named) => {
    expect(await reportPresences([{ ...undisturbed, ...named() }])).toEqual(receipt(1));
    expect(await presence('operator', email)).toMatchObject({ availability: 'DO_NOT_DISTURB' });
    await reportPresences([{ ...undisturbed, ...named(), availability: 'UNKNOWN' }]);
    expect(await presence('operator', email)).toMatchObject({ availability: 'UNKNOWN' });
  });

  test('never overwrites what somebody says of herself, whatever it is called', async () => {
    await say({ availability: 'BUSY', sequence: '1' });
    await reportPresences([{ number, availability: 'AWAY' }]);
    expect(await presence()).toMatchObject({ availability: 'BUSY' });
    await change(self, 'clearMyPresence', { sessionId: 'desk' });
    expect(await presence()).toMatchObject({ availability: 'AWAY' });
  });

  test('is received in the same way of those who are known, unknown and PROTECTED, of whom nothing is kept', async () => {
    const { data } = await app.ask(
      await app.token('employee', '1861', '40116'),
      '{ viewer { person { id } } }',
    );
    const personId = textAt(data, 'viewer.person.id');
    const reports = [{ number }, { number: '+46582009999' }, { number: eva.number }, { personId }];
    expect(await reportPresences(reports)).toEqual(receipt(4));
    const { rows } = await db.query(
      'select distinct p.email from presence_session s join person p on p.id = s.person_id',
    );
    expect(rows).toEqual([{ email: mail }]);
  });

  test('fits in ten sessions of one person; what is beyond them is dropped without a word', async () => {
    const many = (from: number) =>
      Array.from({ length: 8 }, (_, i) => ({ number, sessionId: `s${from + i}` }));
    expect(await reportPresences(many(0))).toEqual(receipt(8));
    expect(await reportPresences(many(8))).toEqual(receipt(8));
    const { rows } = await db.query('select 1 from presence_session');
    expect(rows).toHaveLength(10);
  });

  test.each<[string, object, string[]]>([
    ['nobody', {}, []],
    ['two names', { number, extension: '1234' }, []],
    ['a session without a name', { number, sessionId: 'Anna i växeln' }, ['sessionId']],
    ['a sequence that is none', { number, reportSeq: '-1' }, ['reportSeq']],
    ['no time to live', { number, ttlSeconds: 0 }, ['ttlSeconds']],
    ['too long a life', { number, ttlSeconds: 14_401 }, ['ttlSeconds']],
  ])('with %s refuses the whole batch, with the path', async (_, report, field) => {
    expect(await reportPresences([{ number }, report])).toEqual({
      accepted: false,
      acceptedCount: 0,
      userErrors: [{ code: 'INVALID', field: ['input', 'reports', '1', ...field] }],
    });
    expect(await presence()).toMatchObject({ availability: 'UNKNOWN' });
  });

  test('at most 500 at a time', async () => {
    const reports = Array.from({ length: 501 }, () => ({ number }));
    expect(await reportPresences(reports)).toMatchObject({ userErrors: [{ code: 'LIMIT' }] });
    expect(await reportPresences(reports.slice(1))).toEqual(receipt(500));
  });

  test('needs a scope of its own', async () => {
    const key = await app.makeKey({
      role: 'PHONE_SYSTEM_KEY',
      label: 'lines only',
      municipality: null,
      scopes: ['LINE_WRITE'],
      expiresAt: new Date(app.clock.now().getTime() + 86_400_000),
    });
    expect(await reportPresences([{ number }], key)).toMatch(/"code":"FORBIDDEN"/);
    expect(await reportPresences([], 'operator')).toMatch(/"code":"FORBIDDEN"/);
  });
});

describe('lines', () => {
  test('P18: two direct lines of one person are two lines, and either makes busy', async () => {
    const second = '+46582001299';
    const read = `{ person(ref: { email: "${mail}" }) { version } }`;
    const version = textAt((await app.ask('technician', read)).data, 'person.version');
    const input = { person: { email: mail }, direct: second, expectedVersion: version };
    expect(await change('technician', 'setNumbers', input)).toEqual({ userErrors: [] });
    await reportLines([
      { number, status: 'IDLE' },
      { number: second, status: 'IN_CALL' },
    ]);
    const lines = ['IDLE', 'IN_CALL'].map((status) => ({ kind: 'DIRECT', status }));
    expect(await presence()).toMatchObject({ availability: 'BUSY', lines });
    await reportLines([{ number: second, status: 'UNREGISTERED' }]);
    expect(await presence()).toMatchObject({ availability: 'AVAILABLE' });
  });

  test('P22: hold for a minute at most, so that nobody is told when a call began; what has expired says nothing', async () => {
    await reportLines([{ number, status: 'IN_CALL', ttlSeconds: 90 }]);
    const until = (seconds: number) =>
      new Date(app.clock.now().getTime() + seconds * 1000).toISOString();
    expect(await presence()).toMatchObject({ lines: [{ expiresAt: until(60) }] });
    app.clock.advance(40);
    expect(await presence()).toMatchObject({ lines: [{ expiresAt: until(50) }] });
    app.clock.advance(50);
    expect(await presence()).toMatchObject({ lines: [{ status: 'UNKNOWN', expiresAt: null }] });
  });

  test('a newer report that holds for less is not undone by an older one that comes late and holds longer', async () => {
    const late = { ...observed(), number, status: 'IDLE' };
    await reportLines([{ number, status: 'IN_CALL', ttlSeconds: 60 }]);
    app.clock.advance(61);
    await reportLines([late]);
    expect(await presence()).toMatchObject({ availability: 'UNKNOWN' });
  });

  test('a full report makes unknown what it does not name, also for older reports that come late', async () => {
    const other = '+46582001240';
    const statuses = async () => {
      const { rows } = await db.query<{ line: string; status: string }>(
        'select line, status from line_state order by line',
      );
      return Object.fromEntries(rows.map(({ line, status }) => [line, status]));
    };
    const { rows } = await db.query<{ e164: string }>(
      `select e164 from phone_number where municipality_code = '1861' and e164 not in ($1, $2) and kind = 'DIRECT' order by e164 limit 1`,
      [number, other],
    );
    const known = rows[0]?.e164 ?? '';
    const late = { ...observed(), number: known, status: 'IN_CALL' };
    await reportLines([
      { number, status: 'IN_CALL' },
      { number: known, status: 'IDLE' },
    ]);
    const olderFull = observed();
    expect(await reportLines([{ number, status: 'IDLE' }], true)).toEqual(receipt(1));
    expect(await statuses()).toEqual({ [number]: 'IDLE', [known]: 'UNKNOWN' });
    await reportLines([late]);
    await reportLines([{ ...olderFull, number: known, status: 'RINGING' }], true);
    expect(await statuses()).toEqual({ [number]: 'IDLE', [known]: 'UNKNOWN' });
    await reportLines([{ number: known, status: 'RINGING' }]);
    expect(await statuses()).toEqual({ [number]: 'IDLE', [known]: 'RINGING' });
    expect(await reportLines([], true)).toMatchObject({
      userErrors: [{ code: 'INVALID', field: ['input', 'lines'] }],
    });
  });

  test('a full report leaves the line alone that was reported later', async () => {
    const full = observed();
    await reportLines([{ number, status: 'IN_CALL' }]);
    await reportLines([{ ...full, number: '+46582009999', status: 'IDLE' }], true);
    expect(await presence()).toMatchObject({ availability: 'BUSY' });
  });
});

describe('reports in any order, repeated and late, end as the newest says', () => {
  const delivery = fc.array(fc.nat({ max: 5 }), { minLength: 1, maxLength: 14 });
  /** Each report comes at least once, in an order that may be any. */
  const deliveries = delivery.map((drawn) => [
    ...drawn,
    ...[5, 2, 0, 4, 1, 3].filter((i) => !drawn.includes(i)),
  ]);
  const statuses = ['IDLE', 'RINGING', 'IN_CALL', 'ON_HOLD', 'IDLE', 'IN_CALL'];
  const available = ['BUSY', 'AWAY', 'AVAILABLE', 'DO_NOT_DISTURB', 'AVAILABLE', 'AWAY'];

  test('lines and sessions, one by one and in one batch', async () => {
    await fc.assert(
      fc.asyncProperty(deliveries, fc.boolean(), async (order, together) => {
        const lines = statuses.map((status) => ({ ...observed(), number, status }));
        const reports = available.map((availability) => ({ ...observed(), number, availability }));
        const batches = together ? [order] : order.map((i) => [i]);
        for (const batch of batches) {
          await reportLines(batch.map((i) => lines[i] ?? {}));
          await reportPresences(batch.map((i) => reports[i] ?? {}));
          app.clock.advance(1);
        }
        const { rows: kept } = await db.query('select status from line_state where line = $1', [
          number,
        ]);
        expect(kept).toEqual([{ status: 'IN_CALL' }]);
        const { rows } = await db.query('select availability from presence_session');
        expect(rows).toEqual([{ availability: 'AWAY' }]);
      }),
      { numRuns: 15 },
    );
  }, 60_000);

  test('what somebody says of herself', async () => {
    await fc.assert(
      fc.asyncProperty(deliveries, async (order) => {
        const sequences = available.map(() => String((seq += 1)));
        for (const i of order) await say({ availability: available[i], sequence: sequences[i] });
        expect(await presence()).toMatchObject({ availability: 'AWAY' });
      }),
      { numRuns: 10 },
    );
  }, 60_000);
});

describe('P22: live facts leave no trail', () => {
  test('past its expiry a state is taken out, and its row when no late report can be older', async () => {
    const erase = async () => {
      await app.app.get(EraseExpired, { strict: false }).erase();
      const lines = await db.query('select status from line_state');
      const sessions = await db.query('select availability, activity from presence_session');
      return [...lines.rows, ...sessions.rows] as unknown[];
    };
    await reportLines([{ number, status: 'IN_CALL', ttlSeconds: 60 }]);
    await reportPresences([{ number, activity: 'LUNCH', ttlSeconds: 60 }]);
    const said = { availability: 'AVAILABLE', activity: 'LUNCH' };
    expect(await erase()).toEqual([{ status: 'IN_CALL' }, said]);
    app.clock.advance(60);
    const silent = { availability: 'UNKNOWN', activity: 'UNKNOWN' };
    expect(await erase()).toEqual([{ status: 'UNKNOWN' }, silent]);
    app.clock.advance(14_400);
    expect(await erase()).toEqual([{ status: 'UNKNOWN' }]);
    app.clock.advance(72_000);
    expect(await erase()).toEqual([]);
  });

  test('no table holds who was at the other end, a direction, a since, or more than one row of a line and a session', async () => {
    const counterpart = '+46701740699';
    const batch = {
      dialPlan,
      lines: [{ ...observed(), number, status: 'IN_CALL', remoteNumber: counterpart }],
    };
    await change('phoneSystem', 'reportLines', batch);
    const before = await db.query('select count(*) as count from audit_entry');
    for (const status of ['RINGING', 'IN_CALL', 'IDLE', 'IN_CALL']) {
      await reportLines([{ number, status }]);
      await reportPresences([{ number, availability: status === 'IDLE' ? 'AVAILABLE' : 'BUSY' }]);
    }
    const { rows: tables } = await db.query<{ name: string }>(
      `select tablename as name from pg_tables where schemaname = 'public'`,
    );
    const dump: Record<string, string> = {};
    for (const { name } of tables) {
      const { rows } = await db.query<{ text: string }>(`select t::text as text from "${name}" t`);
      dump[name] = rows.map(({ text }) => text).join('\n');
    }
    expect(Object.keys(dump)).toEqual(
      expect.arrayContaining(['line_state', 'presence_session', 'person']),
    );
    expect(dump['line_state']).toContain(number);
    expect(Object.entries(dump).filter(([, text]) => text.includes(counterpart.slice(3)))).toEqual(
      [],
    );
    const after = await db.query('select count(*) as count from audit_entry');
    expect(after.rows).toEqual(before.rows);
    expect(
      [dump['line_state'], dump['presence_session']].map((text) => text?.split('\n').length),
    ).toEqual([1, 1]);
    const { rows } = await db.query<{ table: string; column: string }>(
      `select table_name as table, column_name as column from information_schema.columns
        where table_name in ('line_state', 'presence_session', 'exchange_state') order by 1, 2`,
    );
    expect(rows.map((one) => `${one.table}.${one.column}`)).toEqual([
      'exchange_state.dial_plan',
      'exchange_state.full_seq',
      'exchange_state.full_until',
      'exchange_state.last_report_at',
      'exchange_state.municipality_code',
      'line_state.expires_at',
      'line_state.line',
      'line_state.municipality_code',
      'line_state.report_seq',
      'line_state.status',
      'presence_session.activity',
      'presence_session.availability',
      'presence_session.expires_at',
      'presence_session.municipality_code',
      'presence_session.person_id',
      'presence_session.report_seq',
      'presence_session.session_id',
      'presence_session.source',
    ]);
  });
});
