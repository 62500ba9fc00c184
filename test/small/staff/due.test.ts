import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { boundariesAfter, midnightsAfter, minutesAfter } from '../../../src/staff/due.js';
import { hoursAt } from '../../../src/staff/opening-hours.js';
import { isSeries } from '../../../src/staff/recurrence.js';
import { instantInSweden } from '../../../src/staff/swedish-time.js';
import { isHoliday } from '../../../src/staff/working-days.js';
import { series, sweden } from '../../support/series.js';

const times = fc.integer({ min: 0, max: 96 }).map((quarter) => {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${two(Math.floor(quarter / 4))}:${two((quarter % 4) * 15)}`;
});

describe('opening hours', () => {
  test('begin and end in a minute that is looked at, whatever they are, on holidays too', () => {
    const day = fc.integer({ min: 0, max: 30 });
    const window = fc
      .tuple(fc.integer({ min: 1, max: 7 }), times, times)
      .filter(([, from, to]) => from < to)
      .map(([weekday, from, to]) => ({ weekday, from, to }));
    fc.assert(
      fc.property(fc.array(window, { minLength: 1, maxLength: 4 }), day, (windows, days) => {
        // Over Christmas and New Year; the nights when the clock is changed are below.
        const begin = new Date(
          instantInSweden('2026-12-20', '00:00').getTime() + (days * 86_400_000) / 2,
        );
        const { changesAt } = hoursAt(windows, begin, isHoliday);
        if (changesAt === null) return;
        const looked = minutesAfter(new Date(changesAt.getTime() - 1), changesAt);
        const matching = looked.filter(({ weekday, time }) =>
          windows.some((one) => one.weekday === weekday && [one.from, one.to].includes(time)),
        );
        expect(matching.map(({ at }) => at)).toEqual([changesAt]);
      }),
    );
  });

  test('in a night in March are due an hour later if they are skipped, and in October never twice', () => {
    const due = (at: string) =>
      minutesAfter(new Date(Date.parse(at) - 1), new Date(at)).map(({ time }) => time);
    expect(due('2027-03-28T00:30:00Z')).toEqual(['01:30']);
    expect(due('2027-03-28T01:30:00Z')).toEqual(['03:30', '02:30']);
    expect(due('2027-03-28T02:30:00Z')).toEqual(['04:30']);
    expect(due('2027-10-31T00:30:00Z')).toEqual(['02:30']);
    expect(due('2027-10-31T01:30:00Z')).toEqual([]);
    expect(due('2027-10-31T02:30:00Z')).toEqual(['03:30']);
  });

  test('each minute is looked at once', () => {
    const at = (time: string) => instantInSweden('2026-11-24', time);
    const looked = [
      ...minutesAfter(at('11:58'), at('12:00')),
      ...minutesAfter(at('12:00'), new Date(at('12:01').getTime() + 30_000)),
      ...minutesAfter(new Date(at('12:01').getTime() + 30_000), at('12:02')),
    ];
    expect(looked.map(({ time }) => time)).toEqual(['11:59', '12:00', '12:01', '12:02']);
  });
});

test('an absence that repeats is due when an occurrence begins and when it ends', () => {
  const daily = series('FREQ=DAILY', '2026-11-23T09:00', '2026-11-23T10:00');
  if (!isSeries(daily)) throw new Error('It does not repeat.');
  const due = (from: string, to: string) =>
    boundariesAfter(daily, sweden(from), sweden(to)).map((at) => at.toISOString());
  expect(due('2026-11-24T08:00', '2026-11-24T09:00')).toEqual(['2026-11-24T08:00:00.000Z']);
  expect(due('2026-11-24T09:00', '2026-11-24T10:00')).toEqual(['2026-11-24T09:00:00.000Z']);
  expect(due('2026-11-24T10:00', '2026-11-25T08:59')).toEqual([]);
});

test('an absence that repeats is due at each midnight that it lasts over', () => {
  const nightly = series('FREQ=DAILY', '2026-11-23T22:00', '2026-11-24T06:00');
  const toMidnight = series('FREQ=DAILY', '2026-11-23T22:00', '2026-11-24T00:00');
  if (!isSeries(nightly) || !isSeries(toMidnight)) throw new Error('They do not repeat.');
  const [from, to] = [sweden('2026-11-24T22:00'), sweden('2026-11-25T00:00')];
  expect(boundariesAfter(nightly, from, to)).toEqual([to]);
  expect(boundariesAfter(nightly, to, sweden('2026-11-25T06:00'))).toEqual([
    sweden('2026-11-25T06:00'),
  ]);
  expect(boundariesAfter(toMidnight, from, to)).toEqual([to]);
});

test('days begin at midnight in Sweden, each once, whatever the clock does that night', () => {
  const between = (from: string, to: string) =>
    midnightsAfter(sweden(from), sweden(to)).map((at) => at.toISOString());
  expect(between('2027-03-27T12:00', '2027-03-29T12:00')).toEqual([
    '2027-03-27T23:00:00.000Z',
    '2027-03-28T22:00:00.000Z',
  ]);
  expect(between('2026-11-24T23:59', '2026-11-25T00:00')).toEqual(['2026-11-24T23:00:00.000Z']);
  expect(between('2026-11-25T00:00', '2026-11-25T23:59')).toEqual([]);
});
