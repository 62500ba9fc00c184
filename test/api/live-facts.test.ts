import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { EraseExpired } from '../../src/presence/erase-expired.js';
import { textAt } from '../support/json.js';
import { anna, dialPlan, receipt, startLiveFacts, type LiveFacts } from '../support/live-facts.js';

let live: LiveFacts;
beforeAll(async () => {
  live = await startLiveFacts();
}, 60_000);
afterAll(() => live.stop());
beforeEach(() => live.forget());
const { mail, number } = anna;

describe('lines', () => {
  test('P18: two direct lines of one person are two lines, and either makes busy', async () => {
    const second = '+46582001299';
    const read = `{ person(ref: { email: "${mail}" }) { version } }`;
    const version = textAt((await live.app.ask('technician', read)).data, 'person.version');
    const input = { person: { email: mail }, direct: second, expectedVersion: version };
    expect(await live.change('technician', 'setNumbers', input)).toEqual({ userErrors: [] });
    await live.reportLines([
      { number, status: 'IDLE' },
      { number: second, status: 'IN_CALL' },
    ]);
    const lines = ['IDLE', 'IN_CALL'].map((status) => ({ kind: 'DIRECT', status }));
    expect(await live.presence()).toMatchObject({ availability: 'BUSY', lines });
    await live.reportLines([{ number: second, status: 'UNREGISTERED' }]);
    expect(await live.presence()).toMatchObject({ availability: 'AVAILABLE' });
  });

  test('P22: hold for a minute at most, so that nobody is told when a call began; what has expired says nothing', async () => {
    await live.reportLines([{ number, status: 'IN_CALL', ttlSeconds: 90 }]);
    const until = (seconds: number) =>
      new Date(live.app.clock.now().getTime() + seconds * 1000).toISOString();
    expect(await live.presence()).toMatchObject({ lines: [{ expiresAt: until(60) }] });
    live.app.clock.advance(40);
    expect(await live.presence()).toMatchObject({ lines: [{ expiresAt: until(50) }] });
    live.app.clock.advance(50);
    expect(await live.presence()).toMatchObject({
      lines: [{ status: 'UNKNOWN', expiresAt: null }],
    });
  });

  test('a newer report that holds for less is not undone by an older one that comes late and holds longer', async () => {
    const late = { ...live.observed(), number, status: 'IDLE' };
    await live.reportLines([{ number, status: 'IN_CALL', ttlSeconds: 60 }]);
    live.app.clock.advance(61);
    await live.reportLines([late]);
    expect(await live.presence()).toMatchObject({ availability: 'UNKNOWN' });
  });

  test('a full report makes unknown what it does not name, also for older reports that come late', async () => {
    const other = '+46582001240';
    const statuses = async () => {
      const { rows } = await live.db.query<{ line: string; status: string }>(
        'select line, status from line_state order by line',
      );
      return Object.fromEntries(rows.map(({ line, status }) => [line, status]));
    };
    const { rows } = await live.db.query<{ e164: string }>(
      `select e164 from phone_number where municipality_code = '1861' and e164 not in ($1, $2) and kind = 'DIRECT' order by e164 limit 1`,
      [number, other],
    );
    const known = rows[0]?.e164 ?? '';
    const late = { ...live.observed(), number: known, status: 'IN_CALL' };
    await live.reportLines([
      { number, status: 'IN_CALL' },
      { number: known, status: 'IDLE' },
    ]);
    const olderFull = live.observed();
    const between = { ...live.observed(), number: known, status: 'IN_CALL' };
    expect(await live.reportLines([{ number, status: 'IDLE' }], true)).toEqual(receipt(1));
    expect(await statuses()).toEqual({ [number]: 'IDLE', [known]: 'UNKNOWN' });
    await live.reportLines([late]);
    await live.reportLines([{ ...olderFull, number: known, status: 'RINGING' }], true);
    await live.reportLines([between]);
    expect(await statuses()).toEqual({ [number]: 'IDLE', [known]: 'UNKNOWN' });
    await live.reportLines([{ number: known, status: 'RINGING' }]);
    expect(await statuses()).toEqual({ [number]: 'IDLE', [known]: 'RINGING' });
    expect(await live.reportLines([], true)).toMatchObject({
      userErrors: [{ code: 'INVALID', field: ['input', 'lines'] }],
    });
  });

  test('a full report leaves the line alone that was reported later', async () => {
    const full = live.observed();
    await live.reportLines([{ number, status: 'IN_CALL' }]);
    await live.reportLines([{ ...full, number: '+46582009999', status: 'IDLE' }], true);
    expect(await live.presence()).toMatchObject({ availability: 'BUSY' });
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
        const lines = statuses.map((status) => ({ ...live.observed(), number, status }));
        const reports = available.map((availability) => ({
          ...live.observed(),
          number,
          availability,
        }));
        const batches = together ? [order] : order.map((i) => [i]);
        for (const batch of batches) {
          await live.reportLines(batch.map((i) => lines[i] ?? {}));
          await live.reportPresences(batch.map((i) => reports[i] ?? {}));
          live.app.clock.advance(1);
        }
        const { rows: kept } = await live.db.query(
          'select status from line_state where line = $1',
          [number],
        );
        expect(kept).toEqual([{ status: 'IN_CALL' }]);
        const { rows } = await live.db.query('select availability from presence_session');
        expect(rows).toEqual([{ availability: 'AWAY' }]);
      }),
      { numRuns: 15 },
    );
  }, 60_000);

  test('what somebody says of herself', async () => {
    await fc.assert(
      fc.asyncProperty(deliveries, async (order) => {
        const sequences = available.map(() => live.next());
        for (const i of order)
          await live.say({ availability: available[i], sequence: sequences[i] });
        expect(await live.presence()).toMatchObject({ availability: 'AWAY' });
      }),
      { numRuns: 10 },
    );
  }, 60_000);
});

describe('P22: live facts leave no trail', () => {
  test('past its expiry a state is taken out, and its row when no late report can be older', async () => {
    const erase = async () => {
      await live.app.app.get(EraseExpired, { strict: false }).erase();
      const lines = await live.db.query('select status from line_state');
      const sessions = await live.db.query('select availability, activity from presence_session');
      return [...lines.rows, ...sessions.rows] as unknown[];
    };
    await live.reportLines([{ number, status: 'IN_CALL', ttlSeconds: 60 }]);
    await live.reportPresences([{ number, activity: 'LUNCH', ttlSeconds: 60 }]);
    const said = { availability: 'AVAILABLE', activity: 'LUNCH' };
    expect(await erase()).toEqual([{ status: 'IN_CALL' }, said]);
    live.app.clock.advance(60);
    const silent = { availability: 'UNKNOWN', activity: 'UNKNOWN' };
    expect(await erase()).toEqual([{ status: 'UNKNOWN' }, silent]);
    live.app.clock.advance(14_400);
    expect(await erase()).toEqual([{ status: 'UNKNOWN' }]);
    live.app.clock.advance(72_000);
    expect(await erase()).toEqual([]);
  });

  test('no table holds who was at the other end, a direction, a since, or more than one row of a line and a session', async () => {
    const counterpart = '+46701740699';
    const batch = {
      dialPlan,
      lines: [{ ...live.observed(), number, status: 'IN_CALL', remoteNumber: counterpart }],
    };
    await live.change('phoneSystem', 'reportLines', batch);
    const before = await live.db.query('select count(*) as count from audit_entry');
    for (const status of ['RINGING', 'IN_CALL', 'IDLE', 'IN_CALL']) {
      await live.reportLines([{ number, status }]);
      await live.reportPresences([
        { number, availability: status === 'IDLE' ? 'AVAILABLE' : 'BUSY' },
      ]);
    }
    const { rows: tables } = await live.db.query<{ name: string }>(
      `select tablename as name from pg_tables where schemaname = 'public'`,
    );
    const dump: Record<string, string> = {};
    for (const { name } of tables) {
      const { rows } = await live.db.query<{ text: string }>(
        `select t::text as text from "${name}" t`,
      );
      dump[name] = rows.map(({ text }) => text).join('\n');
    }
    expect(Object.keys(dump)).toEqual(
      expect.arrayContaining(['line_state', 'presence_session', 'person']),
    );
    expect(dump['line_state']).toContain(number);
    expect(Object.entries(dump).filter(([, text]) => text.includes(counterpart.slice(3)))).toEqual(
      [],
    );
    const after = await live.db.query('select count(*) as count from audit_entry');
    expect(after.rows).toEqual(before.rows);
    expect(
      [dump['line_state'], dump['presence_session']].map((text) => text?.split('\n').length),
    ).toEqual([1, 1]);
    const { rows } = await live.db.query<{ table: string; column: string }>(
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
