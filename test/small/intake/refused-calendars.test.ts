import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { readCalendar } from '../../../src/intake/calendar/read-calendar.js';
import { growth } from '../../support/growth.js';
import { now, calendar, whole, codeOf } from '../../support/calendar-text.js';

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
      'more repetition than is looked through',
      () =>
        calendar(
          ...Array.from({ length: 15 }, () => [
            'DTSTART:19900101T100000Z',
            'DURATION:PT1M',
            'RRULE:FREQ=DAILY;COUNT=366',
          ]),
        ),
      'LIMIT',
    ],
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
        'RRULE:FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=120',
        'RRULE:FREQ=YEARLY;COUNT=20',
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
      calendar([
        'DTSTART:19900101T100000Z',
        'DURATION:PT1M',
        ...Array.from(
          { length: 30 },
          () => 'RRULE:FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=120',
        ),
      ]),
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
    const ordinary = calendar(...Array.from({ length: 14 }, () => ['RRULE:FREQ=WEEKLY']));
    expect(codeOf(ordinary)).toBe('taken');
    const read = (text: string) => readCalendar(text, now);
    for (const text of hostile) expect(growth(read, ordinary, text)).toBeLessThan(1_000);
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
