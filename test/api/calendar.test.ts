import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { MunicipalityCode } from '../../src/kernel/ids.js';
import { allRows } from '../support/all-rows.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { at, textAt } from '../support/json.js';
import { relationFacts, type RelationFacts } from '../support/relations.js';

type Input = Record<string, unknown>;

let app: TestApp;
let facts: RelationFacts;
/** A system of Hallsberg that brings calendars, and one of Laxå. */
let exchange: string;
let laxa: string;
const email = 'anna-karin.lindblad@hallsberg.test';

beforeAll(async () => {
  app = await startTestApp();
  facts = await relationFacts(app);
  const key = (municipality: string) =>
    app.makeKey({
      role: 'INTEGRATION_KEY',
      label: 'calendars',
      municipality: municipality as MunicipalityCode,
      scopes: ['CALENDAR_WRITE'],
      expiresAt: new Date(app.clock.now().getTime() + 10 * 86_400_000),
    });
  exchange = await key('1861');
  laxa = await key('1860');
}, 60_000);
afterAll(async () => {
  await facts.close();
  await app.stop();
});
beforeEach(async () => {
  await facts.db.query('truncate absence, calendar_return');
});

const inMinutes = (minutes: number) =>
  new Date(app.clock.now().getTime() + minutes * 60_000).toISOString();
const goOn = (minutes: number) => app.clock.advance(minutes * 60);
const onTheWall = (instant: string) =>
  new Date(instant).toLocaleString('sv-SE', { timeZone: 'Europe/Stockholm' });
const refusal = (code: string, field: string) => [{ code, field: ['input', field] }];

async function change(name: string, input: Input, who = 'operator') {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { ${name}(input: $input) {
    absence { id version recurrence { rule exceptHolidays endsAt } } userErrors { code field } } }`;
  const { data, text } = await app.ask(who, query, { input });
  return at(data, name) ?? text;
}

/** A meeting of half an hour that begins in an hour, every week. */
const weekly = (more: Input = {}) =>
  change('setAbsence', {
    person: { email },
    reason: 'MEETING',
    startsAt: inMinutes(60),
    endsAt: inMinutes(90),
    recurrence: { rule: 'FREQ=WEEKLY' },
    ...more,
  });

async function current() {
  const query = `{ person(ref: { email: "${email}" }) { currentAbsence {
    reason phoneRings endsAt source recurrence { rule } } } }`;
  return at((await app.ask('operator', query)).data, 'person.currentAbsence') as Input | null;
}

async function coming(days: number) {
  const query = `query ($from: DateTime, $to: DateTime) { person(ref: { email: "${email}" }) {
    absences(from: $from, to: $to) { id reason startsAt endsAt phoneRings source } } }`;
  const window = { from: inMinutes(0), to: inMinutes(days * 1_440) };
  const { data } = await app.ask('operator', query, window);
  return at(data, 'person.absences') as readonly (Input & { startsAt: string })[];
}

describe('P15, P17: an absence that repeats', () => {
  test('is seen by operators while it runs, and at the same time next week', async () => {
    expect(at(await weekly(), 'userErrors')).toEqual([]);
    expect(await current()).toBeNull();
    goOn(61);
    expect(await current()).toMatchObject({
      reason: 'MEETING',
      endsAt: inMinutes(29),
      recurrence: { rule: 'FREQ=WEEKLY' },
    });
    const [first, second, ...more] = await coming(8);
    expect(more).toEqual([]);
    const [begins, again] = [first, second].map((one) => onTheWall(one?.startsAt ?? ''));
    expect(again?.slice(11)).toBe(begins?.slice(11));
    goOn(30);
    expect(await current()).toBeNull();
    expect(await coming(8)).toHaveLength(1);
  });

  test('ends early this time only, or for good', async () => {
    const id = textAt(await weekly(), 'absence.id');
    goOn(61);
    expect(at(await change('endAbsence', { id }), 'userErrors')).toEqual([]);
    expect(await current()).toBeNull();
    expect(await coming(8)).toHaveLength(1);
    expect(at(await change('endAbsence', { id, scope: 'SERIES' }), 'userErrors')).toEqual([]);
    expect(await coming(90)).toEqual([]);
  });

  test('is corrected as a whole, from the version that was read', async () => {
    const first = await weekly();
    const [id, expectedVersion] = [textAt(first, 'absence.id'), textAt(first, 'absence.version')];
    const rule = { rule: 'FREQ=WEEKLY;COUNT=2' };
    expect(await weekly({ id, expectedVersion, recurrence: rule })).toMatchObject({
      absence: { id, recurrence: { ...rule, endsAt: expect.any(String) } },
    });
    expect(await coming(90)).toHaveLength(2);
    expect(at(await weekly({ id, expectedVersion }), 'userErrors')).toEqual(
      refusal('CONFLICT', 'expectedVersion'),
    );
    expect(at(await weekly({ id, recurrence: null }), 'absence.recurrence')).toBeNull();
    expect(await coming(90)).toHaveLength(1);
  });

  test('is left out on days when nobody works, if so wanted', async () => {
    await weekly({ recurrence: { rule: 'FREQ=DAILY', exceptHolidays: true } });
    const weekdays = (await coming(28)).map(({ startsAt }) =>
      new Date(onTheWall(startsAt)).getDay(),
    );
    expect(weekdays.length).toBeGreaterThan(10);
    expect(weekdays.filter((day) => day === 0 || day === 6)).toEqual([]);
  });

  test.each([
    ['by the hour', { recurrence: { rule: 'FREQ=HOURLY' } }, 'INVALID', 'recurrence'],
    ['with no end of its own', { reason: 'LEAVE', endsAt: null }, 'INVALID', 'endsAt'],
    ['open-ended, with an end', { openEnded: true }, 'INVALID', 'openEnded'],
  ])('is refused %s', async (_, more, code, field) => {
    expect(at(await weekly(more), 'userErrors')).toEqual(refusal(code, field));
    expect(await coming(90)).toEqual([]);
  });
});

test('P17: of an absence without an end the usual one is told, unless nobody knows', async () => {
  const now = { startsAt: null, endsAt: null, recurrence: null };
  const id = textAt(await weekly(now), 'absence.id');
  expect(await current()).toMatchObject({ endsAt: inMinutes(60) });
  await weekly({ ...now, id, openEnded: true });
  expect(await current()).toMatchObject({ endsAt: null });
});

/** A calendar of events: its number, from and to in minutes from now, its title, and lines that it has besides. */
type Event = readonly [uid: number, from: number, to: number, title: string, ...more: string[]];

function calendar(...events: readonly Event[]): string {
  const stamp = (minutes: number) => inMinutes(minutes).replace(/[-:]|\.\d+/g, '');
  const lines = events.flatMap(([uid, from, to, title, ...more]) => [
    'BEGIN:VEVENT',
    `UID:${uid}@utgard.test`,
    `DTSTART:${stamp(from)}`,
    `DTEND:${stamp(to)}`,
    `SUMMARY:${title}`,
    ...more,
    'END:VEVENT',
  ]);
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR', ''].join('\r\n');
}

async function bring(ics: string, who = exchange) {
  const query = `mutation ($input: ImportCalendarInput!) { importCalendar(input: $input) {
    accepted acceptedCount userErrors { code field } } }`;
  const answer = await app.ask(who, query, { input: { person: { email }, ics } });
  return { ...answer, result: at(answer.data, 'importCalendar') };
}

const taken = (acceptedCount: number) => ({ accepted: true, acceptedCount, userErrors: [] });
const refused = (code: string, field: string) => ({
  accepted: false,
  acceptedCount: 0,
  userErrors: refusal(code, field),
});

describe('P15, P17: absences from a calendar', () => {
  test('have their reason by three letters, and keep nothing else of an event (P21)', async () => {
    const ics = calendar(
      [1, -5, 30, 'LUN: Kvidevitt'],
      [2, 60, 90, 'MÖT; Trollgrepp', 'LOCATION:Xyloteket'],
      [3, 120, 150, 'VAB: Snuvfest'],
      [4, 180, 210, 'Korpgluggen', 'ATTENDEE;CN=Sigvard Påhittad:mailto:sigvard@utgard.test'],
    );
    expect((await bring(ics)).result).toEqual(taken(4));
    const seen = (await coming(1)).map(({ reason, phoneRings, source }) => [
      reason,
      phoneRings,
      source,
    ]);
    expect(seen).toEqual([
      ['LUNCH', false, 'CALENDAR'],
      ['MEETING', true, 'CALENDAR'],
      ['OTHER', false, 'CALENDAR'],
      ['MEETING', false, 'CALENDAR'],
    ]);
    expect(await current()).toMatchObject({ reason: 'LUNCH', recurrence: null });
    const kept = (await allRows(facts.db)).join('\n');
    expect(kept).toContain('CALENDAR');
    const told = /kvidevitt|trollgrepp|xylotek|VAB:|snuvfest|korpglugg|sigvard|utgard/i;
    expect(told.exec(kept)).toBeNull();
  });

  test('come in the place of those before, are recorded once, and leave others be', async () => {
    await weekly();
    const first = calendar([1, 10, 20, 'MÖT: a'], [2, 200, 220, 'MÖT: b']);
    const recorded = async () => (await facts.recorded('IMPORT_CALENDAR')).length;
    const before = await recorded();
    await bring(first);
    expect((await bring(first)).result).toEqual(taken(2));
    expect(await recorded()).toBe(before + 1);
    expect((await bring(calendar([2, 200, 230, 'UTB: b'], [3, 300, 310, 'c']))).result).toEqual(
      taken(2),
    );
    expect((await coming(1)).map(({ reason, source }) => [reason, source])).toEqual([
      ['MEETING', 'OPERATOR'],
      ['COURSE', 'CALENDAR'],
      ['MEETING', 'CALENDAR'],
    ]);
    expect((await bring(calendar())).result).toEqual(taken(0));
    expect(await coming(1)).toHaveLength(1);
  });

  test('that somebody has ended do not come back with the calendar', async () => {
    const ics = calendar([1, -5, 120, 'MÖT: lång'], [2, 200, 220, 'MÖT: senare']);
    await bring(ics);
    for (const { id } of await coming(1)) await change('endAbsence', { id });
    expect(await coming(1)).toEqual([]);
    await bring(ics);
    expect(await coming(1)).toEqual([]);
  });

  test('are brought by the person or a system of the municipality, and by nobody else', async () => {
    const ics = calendar([1, 10, 20, 'MÖT: a']);
    const own = await app.token('employee', '1861', '40103');
    const colleague = await app.token('employee', '1861', '40112');
    expect((await bring(ics, own)).result).toEqual(taken(1));
    expect((await bring(ics, colleague)).result).toEqual(refused('NOT_ALLOWED', 'person'));
    expect((await bring(ics, laxa)).result).toEqual(refused('NOT_FOUND', 'person'));
    expect((await bring(ics, 'operator')).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  test('are refused whole with what cannot be read, and what was there stays', async () => {
    await bring(calendar([1, 10, 20, 'MÖT: a']));
    const long = (bytes: number) =>
      calendar([1, 10, 20, 'LUN: a', `DESCRIPTION:${'x'.repeat(bytes)}`]);
    expect((await bring('hej')).result).toEqual(refused('INVALID', 'ics'));
    expect((await bring(long(256 * 1024))).result).toEqual(refused('TOO_LONG', 'ics'));
    const ten = await bring(long(10 * 1024 * 1024));
    expect([ten.status, ten.errors?.[0]?.extensions.code]).toEqual([413, 'BAD_REQUEST']);
    expect(await coming(1)).toMatchObject([{ reason: 'MEETING' }]);
  });
});
