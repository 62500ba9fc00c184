import { expect, test } from '@jest/globals';
import {
  faultOfWindows,
  inWeekOrder,
  mostWindows,
  sameWindows,
  type WeeklyWindow,
} from '../../../src/staff/weekly-window.js';

const window = (weekday: number, from: string, to: string): WeeklyWindow => ({ weekday, from, to });
const morning = window(1, '08:00', '12:00');
const many = (count: number) =>
  Array.from({ length: count }, (_, i) => {
    const hour = String(8 + Math.floor(i / 7)).padStart(2, '0');
    return window((i % 7) + 1, `${hour}:00`, `${hour}:30`);
  });

test.each<[string, WeeklyWindow[], string | null, number | null]>([
  ['none', [], null, null],
  ['a whole day', [window(7, '00:00', '24:00')], null, null],
  ['one that begins when another ends', [morning, window(1, '12:00', '13:00')], null, null],
  ['the same times on another day', [morning, window(2, '08:00', '12:00')], null, null],
  ['as many as there may be', many(mostWindows), null, null],
  ['one more', many(mostWindows + 1), 'TOO_MANY', null],
  ['a day 0', [window(0, '08:00', '12:00')], 'WEEKDAY', 0],
  ['a day 8', [morning, window(8, '08:00', '12:00')], 'WEEKDAY', 1],
  ['half a day', [window(1.5, '08:00', '12:00')], 'WEEKDAY', 0],
  ['a start of one digit', [window(1, '8:00', '12:00')], 'FROM', 0],
  ['a start at the end of the day', [window(1, '24:00', '24:00')], 'FROM', 0],
  ['an end of 60 minutes', [window(1, '08:00', '12:60')], 'TO', 0],
  ['an end after the day', [window(1, '08:00', '24:01')], 'TO', 0],
  ['an end that is the start', [window(1, '08:00', '08:00')], 'ORDER', 0],
  ['an end before the start', [window(1, '22:00', '06:00')], 'ORDER', 0],
  ['one inside another', [morning, window(1, '09:00', '10:00')], 'OVERLAP', 1],
  ['one around another', [window(1, '09:00', '10:00'), morning], 'OVERLAP', 1],
  ['the same twice', [morning, morning], 'OVERLAP', 1],
])('P8: of times of the week, %s', (_, windows, fault, at) => {
  expect(faultOfWindows(windows)).toEqual(fault === null ? null : { fault, at });
});

test('times of the week stand in its order, and are compared so', () => {
  const afternoon = window(1, '13:00', '16:00');
  const friday = window(5, '08:00', '12:00');
  expect(inWeekOrder([friday, afternoon, morning])).toEqual([morning, afternoon, friday]);
  expect(sameWindows([morning, friday], [morning, friday])).toBe(true);
  expect(sameWindows([morning, friday], [morning])).toBe(false);
  expect(sameWindows([morning], [window(1, '08:00', '12:30')])).toBe(false);
});
