import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { at, textAt } from '../support/json.js';
import {
  anna,
  dialPlan,
  eva,
  receipt,
  startLiveFacts,
  type LiveFacts,
} from '../support/live-facts.js';

let live: LiveFacts;
beforeAll(async () => {
  live = await startLiveFacts();
}, 60_000);
afterAll(() => live.stop());
beforeEach(() => live.forget());
const { mail, number } = anna;

describe('P7: the exchange is a source beside the directories', () => {
  const sources = async (who = 'operator') => {
    const query =
      '{ municipalities { code sources { kind name freshness lastReportAt lastCompleteAt } } }';
    const { data } = await live.app.ask(who, query);
    const all = at(data, 'municipalities') as { code: string; sources: { kind: string }[] }[];
    const own = all.find(({ code }) => code === '1861')?.sources ?? [];
    return own.filter(({ kind }) => kind === 'EXCHANGE');
  };
  const exchange = (freshness: string, lastReportAt: string | null) => [
    { kind: 'EXCHANGE', name: dialPlan, freshness, lastReportAt, lastCompleteAt: null },
  ];

  test('it is unknown before the first report, live after a sign of life, and stale after ten silent minutes', async () => {
    expect(await sources()).toEqual(exchange('UNKNOWN', null));
    expect(await live.reportLines([])).toEqual(receipt(0));
    live.app.clock.advance(2);
    // P22: the minute, since each change of a line is a report.
    const minute = new Date(Math.floor((live.app.clock.now().getTime() - 2_000) / 60_000) * 60_000);
    for (const who of ['operator', 'integration', 'intranetLaxa', live.colleague])
      expect(await sources(who)).toEqual(exchange('LIVE', minute.toISOString()));
    live.app.clock.advance(601);
    expect(await sources()).toEqual(exchange('STALE', minute.toISOString()));
  });

  test('presence that it reports is a sign of life too', async () => {
    await live.reportPresences([]);
    live.app.clock.advance(2);
    expect(await sources()).toMatchObject([{ freshness: 'LIVE' }]);
  });
});

describe('P15, P17: what somebody says of herself', () => {
  test('is what operators see at once; colleagues see how available, and the other municipality nothing', async () => {
    const input = {
      sessionId: 'desk',
      availability: 'BUSY',
      activity: 'IN_MEETING',
      sequence: live.next(),
    };
    const payload = 'person { presence { availability activity signedIn } } userErrors { code }';
    const seen = { availability: 'BUSY', activity: 'IN_MEETING', signedIn: true };
    expect(await live.change(live.self, 'setMyPresence', input, payload)).toEqual({
      person: { presence: seen },
      userErrors: [],
    });
    expect(await live.presence()).toEqual({ ...seen, freshness: 'LIVE', lines: [] });
    const forColleagues = { ...seen, activity: null, signedIn: null };
    expect(await live.presence(live.colleague)).toEqual({
      ...forColleagues,
      freshness: 'LIVE',
      lines: [],
    });
    expect(await live.presence('intranetHallsberg')).toMatchObject(forColleagues);
    expect(await live.presence('intranetLaxa')).toBeNull();
  });

  test('is told without its reason to technicians, who do not see why anybody is absent', async () => {
    await live.say({ availability: 'AWAY', activity: 'VACATION' });
    expect(await live.presence('technician')).toMatchObject({
      availability: 'AWAY',
      activity: 'OTHER',
    });
    expect(await live.presence()).toMatchObject({ availability: 'AWAY', activity: 'VACATION' });
  });

  test('is unknown after its expiry, never wrong', async () => {
    await live.say({ availability: 'DO_NOT_DISTURB' });
    live.app.clock.advance(299);
    expect(await live.presence()).toMatchObject({ availability: 'DO_NOT_DISTURB', signedIn: true });
    live.app.clock.advance(1);
    expect(await live.presence()).toMatchObject({
      availability: 'UNKNOWN',
      activity: 'UNKNOWN',
      signedIn: null,
      freshness: 'UNKNOWN',
    });
  });

  test('stands beside what the telephone says: a call below a wish not to be disturbed', async () => {
    await live.say({ availability: 'DO_NOT_DISTURB', activity: 'IN_MEETING' });
    await live.reportLines([{ number, status: 'IN_CALL' }]);
    const seen = { availability: 'DO_NOT_DISTURB', activity: 'IN_CALL' };
    expect(await live.presence()).toMatchObject(seen);
    await live.takeBack('desk');
    expect(await live.presence()).toMatchObject({ ...seen, availability: 'BUSY', signedIn: null });
  });

  test('changes nothing when it is late or repeated, and also not when it comes after it was taken back', async () => {
    await live.say({ availability: 'BUSY', sequence: '20' });
    await live.say({ availability: 'AWAY', sequence: '19' });
    await live.say({ availability: 'AWAY', sequence: '20' });
    expect(await live.presence()).toMatchObject({ availability: 'BUSY' });
    await live.takeBack('desk');
    await live.say({ availability: 'AWAY', sequence: '20' });
    expect(await live.presence()).toMatchObject({ availability: 'UNKNOWN' });
    await live.say({ availability: 'AWAY', sequence: '21' });
    expect(await live.presence()).toMatchObject({ availability: 'AWAY' });
    live.app.clock.advance(300);
    // A client that was started anew after the expiry may count from the beginning.
    await live.say({ availability: 'BUSY', sequence: '1' });
    expect(await live.presence()).toMatchObject({ availability: 'BUSY' });
  });

  test.each<[string, object, string]>([
    ['no time', { expiresInSeconds: 299 }, 'expiresInSeconds'],
    ['too long', { expiresInSeconds: 14_401 }, 'expiresInSeconds'],
    ['a session without a name', { sessionId: '' }, 'sessionId'],
    ['a session that names somebody', { sessionId: '+46701740699' }, 'sessionId'],
    ['a sequence that is none', { sequence: 'first' }, 'sequence'],
  ])('is refused with %s', async (_, input, field) => {
    const userErrors = [{ code: 'INVALID', field: ['input', field] }];
    expect(await live.say(input)).toEqual({ userErrors });
    expect(await live.presence()).toMatchObject({ availability: 'UNKNOWN' });
  });

  test('fits in ten sessions: an eleventh is refused while all of them count', async () => {
    for (let i = 0; i < 10; i += 1)
      expect(await live.say({ sessionId: `s${i}` })).toEqual({ userErrors: [] });
    const userErrors = [{ code: 'LIMIT', field: ['input', 'sessionId'] }];
    expect(await live.say({ sessionId: 'one-more' })).toEqual({ userErrors });
    expect(await live.say({ sessionId: 's3' })).toEqual({ userErrors: [] });
    await live.takeBack('s4');
    expect(await live.say({ sessionId: 'one-more' })).toEqual({ userErrors: [] });
    const { rows } = await live.db.query(
      'select session_id from presence_session where availability <> $1',
      ['UNKNOWN'],
    );
    expect(rows).toHaveLength(10);
  });

  test('is for people in the directory, and for nobody in their place', async () => {
    const userErrors = [{ code: 'NOT_ALLOWED', field: null }];
    expect(await live.say({}, await live.app.token('employee', '1861'))).toEqual({ userErrors });
    for (const who of ['operator', 'technician', 'phoneSystem'])
      expect(await live.say({}, who)).toMatch(/"code":"FORBIDDEN"/);
  });

  test('of somebody PROTECTED is seen by herself, and by nobody else', async () => {
    const { herself } = live;
    expect(await live.say({ availability: 'BUSY' }, herself)).toEqual({ userErrors: [] });
    expect(await live.presence(herself, eva.mail)).toMatchObject({ availability: 'BUSY' });
    for (const who of ['operator', 'technician', live.colleague, 'phoneSystem'])
      expect(await live.presence(who, eva.mail)).toBeUndefined();
  });
});

describe('P13, P18: presence from the telephone system', () => {
  const undisturbed = { availability: 'DO_NOT_DISTURB', sessionId: 'pbx' };

  test.each([
    ['number', mail, () => ({ number })],
    ['extension', 'amir.hosseini@askersund.test', () => ({ extension: '3153' })],
    ['id', mail, () => ({ personId: live.id })],
  ])('a wish not to be disturbed, of whoever has the %s, is a session', async (_, email, named) => {
    expect(await live.reportPresences([{ ...undisturbed, ...named() }])).toEqual(receipt(1));
    expect(await live.presence('operator', email)).toMatchObject({
      availability: 'DO_NOT_DISTURB',
    });
    await live.reportPresences([{ ...undisturbed, ...named(), availability: 'UNKNOWN' }]);
    expect(await live.presence('operator', email)).toMatchObject({ availability: 'UNKNOWN' });
  });

  test('never overwrites what somebody says of herself, whatever it is called', async () => {
    await live.say({ availability: 'BUSY', sequence: '1' });
    await live.reportPresences([{ number, availability: 'AWAY' }]);
    expect(await live.presence()).toMatchObject({ availability: 'BUSY' });
    await live.takeBack('desk');
    expect(await live.presence()).toMatchObject({ availability: 'AWAY' });
  });

  test('is received in the same way of those who are known, unknown and PROTECTED, of whom nothing is kept', async () => {
    const { data } = await live.app.ask(live.herself, '{ viewer { person { id } } }');
    const personId = textAt(data, 'viewer.person.id');
    const reports = [{ number }, { number: '+46582009999' }, { number: eva.number }, { personId }];
    expect(await live.reportPresences(reports)).toEqual(receipt(4));
    const { rows } = await live.db.query(
      'select distinct p.email from presence_session s join person p on p.id = s.person_id',
    );
    expect(rows).toEqual([{ email: mail }]);
  });

  test('fits in ten sessions of one person; what is beyond them is dropped without a word', async () => {
    const many = (from: number) =>
      Array.from({ length: 8 }, (_, i) => ({ number, sessionId: `s${from + i}` }));
    expect(await live.reportPresences(many(0))).toEqual(receipt(8));
    expect(await live.reportPresences(many(8))).toEqual(receipt(8));
    const { rows } = await live.db.query('select 1 from presence_session');
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
    expect(await live.reportPresences([{ number }, report])).toEqual({
      accepted: false,
      acceptedCount: 0,
      userErrors: [{ code: 'INVALID', field: ['input', 'reports', '1', ...field] }],
    });
    expect(await live.presence()).toMatchObject({ availability: 'UNKNOWN' });
  });

  test('at most 500 at a time', async () => {
    const reports = Array.from({ length: 501 }, () => ({ number }));
    expect(await live.reportPresences(reports)).toMatchObject({ userErrors: [{ code: 'LIMIT' }] });
    expect(await live.reportPresences(reports.slice(1))).toEqual(receipt(500));
  });

  test('needs a scope of its own', async () => {
    const key = await live.app.makeKey({
      role: 'PHONE_SYSTEM_KEY',
      label: 'lines only',
      municipality: null,
      scopes: ['LINE_WRITE'],
      expiresAt: new Date(live.app.clock.now().getTime() + 86_400_000),
    });
    expect(await live.reportPresences([{ number }], key)).toMatch(/"code":"FORBIDDEN"/);
    expect(await live.reportPresences([], 'operator')).toMatch(/"code":"FORBIDDEN"/);
  });
});
