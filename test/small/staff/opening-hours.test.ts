import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { hoursAt } from '../../../src/staff/opening-hours.js';
import {
  addDays,
  dateInSweden,
  instantInSweden,
  weekdayOf,
} from '../../../src/staff/swedish-time.js';
import type { WeeklyWindow } from '../../../src/staff/weekly-window.js';

const office: WeeklyWindow[] = [1, 2, 3, 4, 5].flatMap((weekday) => [
  { weekday, from: '08:00', to: '12:00' },
  { weekday, from: '13:00', to: '16:30' },
]);
const never = () => false;
const at = (day: string, time: string) => instantInSweden(day, time);
// 2026-11-24 is a Tuesday.

test('a workplace without hours is never closed', () => {
  expect(hoursAt([], at('2026-11-24', '03:00'), never)).toEqual({
    closedUntil: null,
    changesAt: null,
  });
});

test.each([
  ['in the morning', at('2026-11-24', '08:00'), null, at('2026-11-24', '12:00')],
  ['at noon', at('2026-11-24', '12:00'), at('2026-11-24', '13:00'), at('2026-11-24', '13:00')],
  ['at night', at('2026-11-24', '22:00'), at('2026-11-25', '08:00'), at('2026-11-25', '08:00')],
  ['on Friday', at('2026-11-27', '16:30'), at('2026-11-30', '08:00'), at('2026-11-30', '08:00')],
] as const)('an office %s', (_, now, closedUntil, changesAt) => {
  expect(hoursAt(office, now, never)).toEqual({ closedUntil, changesAt });
});

test('on a holiday the hours of a Sunday hold', () => {
  const holiday = (day: string) => day === '2026-12-25' || day === '2026-12-26';
  const christmas = at('2026-12-25', '09:00');
  expect(hoursAt(office, christmas, holiday).closedUntil).toEqual(at('2026-12-28', '08:00'));
  const care = [...office, { weekday: 7, from: '07:00', to: '22:00' }];
  expect(hoursAt(care, christmas, holiday).closedUntil).toBeNull();
});

test('hours that follow one another over midnight are one opening', () => {
  const shift = [
    { weekday: 2, from: '20:00', to: '24:00' },
    { weekday: 3, from: '00:00', to: '06:00' },
  ];
  expect(hoursAt(shift, at('2026-11-24', '21:00'), never)).toEqual({
    closedUntil: null,
    changesAt: at('2026-11-25', '06:00'),
  });
});

test('hours are those on the wall, the days around both nights when the clock is changed too', () => {
  for (const day of ['2026-03-27', '2026-03-30', '2026-10-23', '2026-10-26'])
    expect(hoursAt(office, at(day, '07:59'), never).closedUntil).toEqual(at(day, '08:00'));
});

const time = fc.integer({ min: 0, max: 1440 }).map((minutes) => {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
});
const window = fc
  .record({ weekday: fc.integer({ min: 1, max: 7 }), one: time, other: time })
  .filter(({ one, other }) => one !== other)
  .map(({ weekday, one, other }) => {
    const [from = one, to = other] = [one, other].toSorted();
    return { weekday, from, to };
  });

test('property: it is open exactly when a window of the day holds the instant', () => {
  fc.assert(
    fc.property(
      fc.array(window, { minLength: 1, maxLength: 6 }),
      fc.date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true }),
      (windows, now) => {
        const day = dateInSweden(now);
        const open = windows.some(
          ({ weekday, from, to }) =>
            weekday === weekdayOf(day) && at(day, from) <= now && now < at(day, to),
        );
        expect(hoursAt(windows, now, never).closedUntil === null).toBe(open);
      },
    ),
  );
});

test('property: the answer holds until the instant at which it says that it changes', () => {
  fc.assert(
    fc.property(
      fc.array(window, { minLength: 1, maxLength: 6 }),
      fc.date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true }),
      fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
      (windows, now, part) => {
        const first = hoursAt(windows, now, never);
        const end = first.changesAt?.getTime() ?? now.getTime();
        const later = new Date(now.getTime() + Math.floor((end - now.getTime()) * part));
        expect(hoursAt(windows, later, never).closedUntil).toEqual(first.closedUntil);
      },
    ),
  );
});

test('a week of days: from any day the next opening is at most a week away', () => {
  const monday = [{ weekday: 1, from: '08:00', to: '09:00' }];
  for (let ahead = 0; ahead < 7; ahead += 1) {
    const now = at(addDays('2026-11-24', ahead), '10:00');
    const { closedUntil } = hoursAt(monday, now, never);
    expect((closedUntil?.getTime() ?? 0) - now.getTime()).toBeLessThanOrEqual(7 * 86_400_000);
  }
});
