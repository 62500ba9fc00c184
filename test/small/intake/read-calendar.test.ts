import { describe, expect, test } from '@jest/globals';
import { readCalendar } from '../../../src/intake/calendar/read-calendar.js';
import type { CalendarEvent } from '../../../src/staff/calendar-event.js';
import { now, at, calendar, whole, read, whenOf } from '../../support/calendar-text.js';

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
