import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readCalendar } from '../../../src/intake/calendar/read-calendar.js';
import type { CalendarEvent } from '../../../src/staff/calendar-event.js';
import { planCalendar, type CalendarAbsence } from '../../../src/staff/calendar-plan.js';
import type { AbsenceId } from '../../../src/kernel/ids.js';

const now = new Date('2026-11-24T09:00:00Z');
const at = (text: string) => new Date(text);

/** A calendar of events, each a list of its lines; UID and time are given where nothing else is said. */
function calendar(...events: readonly (readonly string[])[]): string {
  const lines = events.flatMap((event, i) => {
    const has = (name: string) => event.some((line) => line.startsWith(name));
    return [
      'BEGIN:VEVENT',
      ...(has('UID') ? [] : [`UID:${i}@hallsberg.test`]),
      ...(has('DTSTART') ? [] : ['DTSTART:20261124T100000Z', 'DTEND:20261124T110000Z']),
      ...event,
      'END:VEVENT',
    ];
  });
  return whole(lines);
}

function whole(lines: readonly string[]): string {
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR', ''].join('\r\n');
}

function read(text: string): readonly CalendarEvent[] {
  const outcome = readCalendar(text, now);
  if (!outcome.ok) throw new Error(outcome.errors[0].code);
  return outcome.value;
}

function codeOf(text: string): string {
  const outcome = readCalendar(text, now);
  if (outcome.ok) return 'taken';
  expect(outcome.errors[0].field).toEqual(['input', 'ics']);
  return outcome.errors[0].code;
}

const whenOf = (text: string) =>
  read(text).map(({ startsAt, endsAt }) => [startsAt.toISOString(), endsAt.toISOString()]);

describe('what a calendar shows of the time', () => {
  test.each<[string, readonly string[], CalendarEvent['shownAs'] | 'nothing']>([
    ['busy without a word', [], 'BUSY'],
    ['busy', ['X-MICROSOFT-CDO-BUSYSTATUS:BUSY'], 'BUSY'],
    ['out of office', ['X-MICROSOFT-CDO-BUSYSTATUS:OOF'], 'AWAY'],
    ['free', ['X-MICROSOFT-CDO-BUSYSTATUS:FREE'], 'nothing'],
    ['tentative', ['X-MICROSOFT-CDO-BUSYSTATUS:TENTATIVE'], 'nothing'],
    ['tentative by its status', ['STATUS:TENTATIVE'], 'nothing'],
    ['worked elsewhere', ['X-MICROSOFT-CDO-BUSYSTATUS:WORKINGELSEWHERE'], 'nothing'],
    ['transparent', ['TRANSP:TRANSPARENT'], 'nothing'],
    ['cancelled', ['STATUS:CANCELLED', 'SUMMARY:LUN: x'], 'nothing'],
    ['private and busy', ['CLASS:PRIVATE', 'SUMMARY:LUN: x'], 'BUSY'],
    ['private and free', ['CLASS:PRIVATE', 'TRANSP:TRANSPARENT', 'SUMMARY:LUN: x'], 'nothing'],
  ])('%s', (_, lines, shown) => {
    const [event] = read(calendar(lines));
    expect(event ? [event.shownAs, event.letterCode] : 'nothing').toEqual(
      shown === 'nothing' ? shown : [shown, null],
    );
  });

  test.each<[string, string | null, boolean]>([
    ['LUN: med Bo', 'LUN', false],
    ['MÖT; budget', 'MÖT', true],
    ['  möt : budget', 'MÖT', false],
    ['mo\u0308t: budget', 'MÖT', false],
    ['LUNCH: med Bo', null, false],
    ['Lunch med Bo', null, false],
    ['LU: x', null, false],
  ])('P17: of the title "%s" the letters alone', (title, code, rings) => {
    const [event] = read(calendar([`SUMMARY:${title}`]));
    expect([event?.letterCode, event?.phoneRings]).toEqual([code, rings]);
  });

  test('of free and busy times', () => {
    const busy = [
      'BEGIN:VFREEBUSY',
      'FREEBUSY:20261124T100000Z/20261124T110000Z,20261125T100000Z/PT30M',
      'FREEBUSY;FBTYPE=BUSY-UNAVAILABLE:20261126T100000Z/PT1H',
      'FREEBUSY;FBTYPE=FREE:20261127T100000Z/PT1H',
      'FREEBUSY;FBTYPE=BUSY-TENTATIVE:20261128T100000Z/PT1H',
      'END:VFREEBUSY',
    ];
    expect(read(whole(busy)).map(({ shownAs, endsAt }) => [shownAs, endsAt])).toEqual([
      ['BUSY', at('2026-11-24T11:00:00Z')],
      ['BUSY', at('2026-11-25T10:30:00Z')],
      ['AWAY', at('2026-11-26T11:00:00Z')],
    ]);
  });

  test('P21: nothing of a title, a place, a text or a name is in what comes out, refused or not', () => {
    const secret = ['SUMMARY:MÖT: Hemligt', 'LOCATION:Hemligt', 'DESCRIPTION:Hemligt'];
    const names = ['ATTENDEE;CN=Hemligt:mailto:hemligt@x.test', 'ORGANIZER:mailto:hemligt@x.test'];
    const event = [...secret, ...names, 'UID:hemligt', 'CATEGORIES:Hemligt'];
    const good = readCalendar(calendar(event), now);
    const bad = readCalendar(calendar([...event, 'RRULE:FREQ=HEMLIGT']), now);
    expect([good.ok, bad.ok]).toEqual([true, false]);
    expect(JSON.stringify([good, bad])).not.toMatch(/hemligt/i);
  });
});

describe('when an event is', () => {
  const nine = '2026-11-25T08:00:00.000Z';
  test.each([
    ['in UTC', 'DTSTART:20261125T080000Z', 'DTEND:20261125T090000Z', nine],
    ['in no zone, which is Swedish', 'DTSTART:20261125T090000', 'DURATION:PT1H', nine],
    ['in a zone', 'DTSTART;TZID=Europe/Stockholm:20261125T090000', 'DURATION:PT1H', nine],
    [
      'in a zone of Windows',
      'DTSTART;TZID=W. Europe Standard Time:20261125T090000',
      'DURATION:PT1H',
      nine,
    ],
    [
      'in a zone with a path',
      'DTSTART;TZID=/x.test/Europe/Stockholm:20261125T090000',
      'DURATION:PT1H',
      nine,
    ],
    [
      'in an unknown zone',
      'DTSTART;TZID=Customized Time Zone:20261125T090000',
      'DURATION:PT1H',
      nine,
    ],
    ['in another zone', 'DTSTART;TZID=Europe/Helsinki:20261125T100000', 'DURATION:PT1H', nine],
  ])('%s', (_, start, end, startsAt) => {
    const [[begins, ends] = []] = whenOf(calendar([start, end]));
    expect([begins, ends]).toEqual([startsAt, startsAt.replace('08:', '09:')]);
  });

  test('of whole days, from midnight to midnight in Sweden', () => {
    const days = calendar(['DTSTART;VALUE=DATE:20261125', 'DTEND;VALUE=DATE:20261127']);
    expect(read(days)).toMatchObject([
      {
        startsAt: at('2026-11-24T23:00:00Z'),
        endsAt: at('2026-11-26T23:00:00Z'),
        endsAtPrecision: 'DAY',
      },
    ]);
    expect(whenOf(calendar(['DTSTART;VALUE=DATE:20261125']))).toHaveLength(1);
  });

  test('over, too far ahead or without length, it is none', () => {
    const none = [
      ['DTSTART:20261124T070000Z', 'DTEND:20261124T080000Z'],
      ['DTSTART:20270301T070000Z', 'DTEND:20270301T080000Z'],
      ['DTSTART:20261125T070000Z', 'DTEND:20261125T070000Z'],
      ['DTSTART:20261125T070000Z'],
    ];
    expect(read(calendar(...none))).toEqual([]);
  });

  test('that repeats, with times left out, added and moved', () => {
    const weekly = [
      'UID:w',
      'DTSTART;TZID=Europe/Stockholm:20261005T090000',
      'DTEND;TZID=Europe/Stockholm:20261005T100000',
      'RRULE:FREQ=WEEKLY;BYDAY=MO;UNTIL=20261221T080000Z',
      'EXDATE;TZID=Europe/Stockholm:20261130T090000',
      'RDATE;TZID=Europe/Stockholm:20261202T090000',
    ];
    const moved = [
      'UID:w',
      'RECURRENCE-ID:20261207T080000Z',
      'DTSTART:20261208T120000Z',
      'DURATION:PT2H',
    ];
    const cancelled = [
      'UID:w',
      'RECURRENCE-ID:20261214T080000Z',
      'DTSTART:20261214T080000Z',
      'STATUS:CANCELLED',
    ];
    const want = [
      ['2026-12-02T08:00:00.000Z', '2026-12-02T09:00:00.000Z'],
      ['2026-12-08T12:00:00.000Z', '2026-12-08T14:00:00.000Z'],
      ['2026-12-21T08:00:00.000Z', '2026-12-21T09:00:00.000Z'],
    ];
    expect(whenOf(calendar(weekly, moved, cancelled))).toEqual(want);
    expect(whenOf(calendar(cancelled, moved, weekly))).toEqual(want);
  });

  test('that repeats so many times, counted from its first', () => {
    const counted = ['DTSTART:20261120T100000Z', 'DURATION:PT1H', 'RRULE:FREQ=DAILY;COUNT=6'];
    expect(whenOf(calendar(counted)).map(([start]) => start?.slice(8, 10))).toEqual(['24', '25']);
  });
});

describe('what is refused, whole', () => {
  const busy = (count: number) => Array.from({ length: count }, () => [] as string[]);
  test.each<[string, () => string, string]>([
    ['no calendar', () => 'hej', 'INVALID'],
    ['nothing', () => '', 'INVALID'],
    ['one that is cut short', () => calendar([]).slice(0, -30), 'INVALID'],
    ['a time that is none', () => calendar(['DTSTART:2026']), 'INVALID'],
    ['a day that is none', () => calendar(['DTSTART;VALUE=DATE:20270231']), 'INVALID'],
    ['no start', () => whole(['BEGIN:VEVENT', 'UID:a', 'END:VEVENT']), 'INVALID'],
    ['repetition by the second', () => calendar(['RRULE:FREQ=SECONDLY']), 'INVALID'],
    [
      'repetition that no day fits',
      () => calendar(['RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30']),
      'INVALID',
    ],
    ['more than 256 KiB', () => calendar([`DESCRIPTION:${'å'.repeat(131_072)}`]), 'TOO_LONG'],
    ['more than 1,000 events', () => calendar(...busy(1_001)), 'LIMIT'],
    ['more than 200 absences', () => calendar(...busy(201)), 'LIMIT'],
    [
      'more than 200 that repeat',
      () => calendar(...busy(201).map(() => ['RRULE:FREQ=YEARLY'])),
      'LIMIT',
    ],
  ])('%s', (_, text, code) => {
    expect(codeOf(text())).toBe(code);
  });

  test('but a rule that nobody is absent by', () => {
    expect(codeOf(calendar(['RRULE:FREQ=SECONDLY', 'TRANSP:TRANSPARENT']))).toBe('taken');
  });

  test('or taken, in little time, however the text was made', () => {
    const events = Array.from({ length: 200 }, (_, i) => [
      `DTSTART:19900${1 + (i % 9)}01T100000Z`,
      'DURATION:PT1M',
      [
        'RRULE:FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=366',
        'RRULE:FREQ=YEARLY;COUNT=366',
      ][i % 2] ?? '',
    ]);
    const hostile = [
      calendar(...events),
      calendar([
        'DTSTART:19900101T000000Z',
        'DURATION:PT1M',
        'RRULE:FREQ=DAILY;INTERVAL=366;COUNT=366',
      ]),
      calendar(Array.from({ length: 12_000 }, () => 'RRULE:FREQ=DAILY')),
      whole(Array.from({ length: 20_000 }, () => 'BEGIN:A')),
      whole([`EXDATE:${'20260101T000000Z,'.repeat(14_000)}20260101T000000Z`]),
      calendar([`EXDATE:${'20260101T000000Z,'.repeat(14_000)}20260101T000000Z`]),
      whole([
        'BEGIN:VTIMEZONE',
        'TZID:x',
        'BEGIN:STANDARD',
        'DTSTART:19700101T000000',
        'RRULE:FREQ=SECONDLY',
        'END:STANDARD',
        'END:VTIMEZONE',
      ]),
    ];
    for (const text of hostile) {
      const began = performance.now();
      readCalendar(text, now);
      expect(performance.now() - began).toBeLessThan(2_000);
    }
  });

  test('a text of any lines is refused or taken, and never a fault', () => {
    const lines = fc.constantFrom(
      'DTSTART:20261125T080000Z',
      'DTSTART;VALUE=DATE:20261125',
      'DTEND:x',
      'DURATION:-PT1H',
      'DURATION:P',
      'RRULE:FREQ=DAILY',
      'RRULE:COUNT=1',
      'RRULE:',
      'EXDATE:1',
      'RECURRENCE-ID:20261125T080000Z',
      'SUMMARY',
      'SUMMARY:LUN: x',
      'FREEBUSY:20261125T080000Z/PT1H',
      'FREEBUSY:x',
      '__proto__:x',
      'BEGIN:VFREEBUSY',
      'END:VFREEBUSY',
      'TZID=:',
      ' ',
      'DTSTART;TZID=__proto__:20261125T080000',
      'UID:\\n',
      'CLASS:',
    );
    const property = fc.property(fc.array(lines, { maxLength: 8 }), (some) => {
      for (const text of [calendar(some), whole(some)])
        expect(['taken', 'INVALID']).toContain(codeOf(text));
    });
    fc.assert(property, { numRuns: 500 });
  });
});

describe('what an import changes', () => {
  const event = (key: string, from: string, to: string): CalendarAbsence => ({
    key,
    reason: 'MEETING',
    startsAt: at(from),
    endsAt: at(to),
    endsAtPrecision: 'EXACT',
    phoneRings: false,
  });
  const one = event('one', '2026-11-24T08:00:00Z', '2026-11-24T12:00:00Z');
  const other = event('other', '2026-11-25T08:00:00Z', '2026-11-25T12:00:00Z');
  const kept = (...all: readonly CalendarAbsence[]) =>
    all.map((each) => ({ ...each, id: each.key as AbsenceId }));
  const none = new Map<string, Date>();

  test('is what differs, and nothing when it comes again', () => {
    expect(planCalendar(kept(one, other), [one, other], none, now)).toEqual({
      add: [],
      change: [],
      remove: [],
    });
    const longer = { ...one, endsAt: at('2026-11-24T13:00:00Z') };
    expect(planCalendar(kept(one, other), [longer], none, now)).toEqual({
      add: [],
      change: [{ ...longer, id: 'one' }],
      remove: ['other'],
    });
  });

  test('is not what is over by now: that stays for its time', () => {
    const over = event('over', '2026-11-24T07:00:00Z', '2026-11-24T08:00:00Z');
    expect(planCalendar(kept(over), [over], none, now)).toEqual({
      add: [],
      change: [],
      remove: [],
    });
  });

  test('never brings back an event that somebody is back from', () => {
    const returns = new Map([
      ['one', at('2026-11-24T08:30:00Z')],
      ['other', other.startsAt],
    ]);
    expect(planCalendar([], [one, other], returns, now)).toEqual({
      add: [],
      change: [],
      remove: [],
    });
    const soon = new Map([['one', at('2026-11-24T10:00:00Z')]]);
    expect(planCalendar([], [one], soon, now).add).toEqual([
      { ...one, endsAt: at('2026-11-24T10:00:00Z') },
    ]);
  });
});
