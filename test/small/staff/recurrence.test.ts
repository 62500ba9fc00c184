import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { AbsenceId } from '../../../src/kernel/ids.js';
import type { Absence } from '../../../src/staff/absence.js';
import { absenceAt, occurrencesIn, occurrencesOf } from '../../../src/staff/recurrence.js';
import { occurrenceEnded, seriesEnded } from '../../../src/staff/series-end.js';
import { absence } from '../../support/people.js';
import { sweden, series, between } from '../../support/series.js';

describe('an absence that repeats has the same times on the wall clock in Sweden', () => {
  test('before and after the night in March, and at the end of the year', () => {
    const mondays = series('FREQ=WEEKLY;BYDAY=MO', '2026-12-21T09:00', '2026-12-21T10:00');
    expect(between(mondays, '2026-12-27T00:00', '2027-01-05T00:00')).toEqual([
      ['2026-12-28T09:00', '2026-12-28T10:00'],
      ['2027-01-04T09:00', '2027-01-04T10:00'],
    ]);
    expect(between(mondays, '2027-03-22T00:00', '2027-03-30T00:00')).toEqual([
      ['2027-03-22T09:00', '2027-03-22T10:00'],
      ['2027-03-29T09:00', '2027-03-29T10:00'],
    ]);
  });

  test.each([
    ['moves forward where it is skipped', '02:30', '04:00', '01:30', '02:00'],
    ['is the first of two in October, and so is its end', '02:30', '02:45', '00:30', '00:45'],
    [
      'ends when the clock is put forward, if its end is skipped',
      '01:00',
      '02:30',
      '00:00',
      '01:00',
    ],
    ['is as long as ever, if all of it is skipped', '02:15', '02:45', '01:15', '01:45'],
  ])('and %s', (_, from, to, startsAt, endsAt) => {
    const date = startsAt === '00:30' ? '2026-10-25' : '2027-03-28';
    const nights = series('FREQ=DAILY', `2026-10-01T${from}`, `2026-10-01T${to}`);
    const utc = (time: string) => new Date(`${date}T${time}:00Z`);
    expect(occurrencesIn(nights, sweden(`${date}T00:00`), sweden(`${date}T12:00`))).toEqual([
      { startsAt: utc(startsAt), endsAt: utc(endsAt) },
    ]);
  });

  test('and is under way in the hour that comes twice, both times', () => {
    const nights = series('FREQ=DAILY', '2026-10-01T02:30', '2026-10-01T04:00');
    const away = (time: string) => absenceAt([nights], new Date(`2026-10-25T${time}:00Z`)) !== null;
    expect(['00:29', '00:30', '01:00', '01:29', '01:30', '02:59', '03:00'].filter(away)).toEqual([
      '00:30',
      '01:00',
      '01:29',
      '01:30',
      '02:59',
    ]);
  });

  test('a night shift lasts an hour less in March and an hour more in October', () => {
    const hours = (date: string) => {
      const shift = series('FREQ=DAILY', '2026-10-01T22:00', '2026-10-02T06:00');
      const [one] = occurrencesIn(shift, sweden(`${date}T02:00`), sweden(`${date}T02:01`));
      return one && (one.endsAt.getTime() - one.startsAt.getTime()) / 3_600_000;
    };
    expect([hours('2026-10-25'), hours('2027-03-28'), hours('2027-03-29')]).toEqual([9, 7, 8]);
  });
});

describe('absences with their occurrences', () => {
  test('are the same whatever their order, and one that does not repeat stays as it is', () => {
    const weekly = {
      ...series('FREQ=WEEKLY', '2026-11-24T09:00', '2026-11-24T10:00'),
      id: 'w' as AbsenceId,
    };
    const daily = {
      ...series('FREQ=DAILY', '2026-11-24T12:00', '2026-11-24T13:00'),
      id: 'd' as AbsenceId,
    };
    const once = absence({
      id: 'o' as AbsenceId,
      startsAt: sweden('2026-11-26T08:00'),
      endsAt: null,
    });
    const all: readonly Absence[] = [weekly, once, daily];
    const [from, to] = [sweden('2026-11-24T00:00'), sweden('2026-12-24T00:00')];
    const want = occurrencesOf(all, from, to);
    expect(want).toHaveLength(5 + 30 + 1);
    fc.assert(
      fc.property(fc.shuffledSubarray([...all], { minLength: 3 }), (order) => {
        expect(occurrencesOf(order, from, to)).toEqual(want);
      }),
    );
    expect(occurrencesOf([once], from, to)).toEqual([once]);
  });

  test('are left out on weekends, public holidays and free eves, if so wanted', () => {
    const days = series('FREQ=DAILY', '2026-12-21T09:00', '2026-12-21T10:00', {
      exceptHolidays: true,
    });
    const shown = between(days, '2026-12-21T00:00', '2027-01-08T00:00').map(([start]) =>
      start?.slice(5, 10),
    );
    expect(shown).toEqual([
      '12-21',
      '12-22',
      '12-23',
      '12-28',
      '12-29',
      '12-30',
      '01-04',
      '01-05',
      '01-07',
    ]);
  });

  test('are in force while an occurrence is under way, and not between two', () => {
    const weekly = series('FREQ=WEEKLY', '2026-11-24T09:00', '2026-11-24T10:00');
    const at = (time: string) => absenceAt([weekly], sweden(time));
    expect(at('2026-12-01T09:30')).toMatchObject({
      id: weekly.id,
      endsAt: sweden('2026-12-01T10:00'),
    });
    expect([at('2026-12-01T10:00'), at('2026-12-02T09:30')]).toEqual([null, null]);
  });

  test('end early one by one, or all that are left', () => {
    const days = series('FREQ=DAILY', '2026-11-24T09:00', '2026-11-24T17:00');
    const at = sweden('2026-11-25T12:00');
    const back = occurrenceEnded(days, at, at);
    if (!back.ok) throw new Error('It ends.');
    const without = occurrenceEnded({ ...days, recurrence: back.value }, at, at);
    if (!without.ok) throw new Error('The next one is left out.');
    expect(
      between({ ...days, recurrence: without.value }, '2026-11-25T00:00', '2026-11-28T00:00'),
    ).toEqual([
      ['2026-11-25T09:00', '2026-11-25T12:00'],
      ['2026-11-27T09:00', '2026-11-27T17:00'],
    ]);
    const over = seriesEnded(days, at, at);
    if (!over.ok || over.value === null) throw new Error('It ends.');
    expect(
      between({ ...days, recurrence: over.value }, '2026-11-24T00:00', '2027-11-24T00:00'),
    ).toEqual([
      ['2026-11-24T09:00', '2026-11-24T17:00'],
      ['2026-11-25T09:00', '2026-11-25T12:00'],
    ]);
    expect(seriesEnded(days, sweden('2026-11-24T08:00'), sweden('2026-11-23T08:00'))).toEqual({
      ok: true,
      value: null,
    });
  });
});
