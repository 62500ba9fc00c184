import { describe, expect, test } from '@jest/globals';
import {
  addDays,
  clockTimeInSweden,
  dateInSweden,
  dayInSweden,
  instantInSweden,
  stampInSweden,
  weekdayOf,
} from '../../../src/staff/swedish-time.js';

describe('the time of day is the one on the wall in Sweden', () => {
  test.each([
    ['2026-12-03T14:30:00Z', '15.30'],
    ['2026-07-03T13:30:59Z', '15.30'],
    ['2026-12-03T14:00:00Z', '15'],
    ['2026-12-03T07:05:00Z', '8.05'],
    ['2026-12-03T23:00:00Z', '0.00'],
    ['2026-12-03T23:15:00Z', '0.15'],
    ['2026-03-29T00:59:00Z', '1.59'],
    ['2026-03-29T01:00:00Z', '3'],
    ['2026-10-25T00:30:00Z', '2.30'],
    ['2026-10-25T01:30:00Z', '2.30'],
  ])('%s', (instant, shown) => {
    expect(clockTimeInSweden(new Date(instant))).toBe(shown);
  });
});

describe('the day is told as people say it', () => {
  test.each([
    ['the same day', '2026-12-03T22:59:00Z', '2026-12-02T23:00:00Z', 'i dag'],
    [
      'past midnight in Sweden, not yet in UTC',
      '2026-12-03T23:00:00Z',
      '2026-12-03T22:59:00Z',
      'i morgon',
    ],
    ['the end of tomorrow', '2026-12-04T22:59:00Z', '2026-12-03T08:00:00Z', 'i morgon'],
    ['the day after tomorrow', '2026-12-03T08:00:00Z', '2026-12-01T08:00:00Z', 'den 3 december'],
    ['yesterday', '2026-12-03T08:00:00Z', '2026-12-04T08:00:00Z', 'den 3 december'],
    ['over New Year', '2026-12-31T23:00:00Z', '2026-12-31T22:00:00Z', 'i morgon'],
    ['next year', '2027-01-07T08:00:00Z', '2026-12-20T08:00:00Z', 'den 7 januari 2027'],
    ['a day of 23 hours', '2026-03-29T21:59:00Z', '2026-03-28T23:00:00Z', 'i dag'],
    ['after a day of 23 hours', '2026-03-29T22:00:00Z', '2026-03-28T23:00:00Z', 'i morgon'],
    [
      'two days on, over a day of 23 hours',
      '2026-03-29T22:00:00Z',
      '2026-03-28T22:59:00Z',
      'den 30 mars',
    ],
    ['a day of 25 hours', '2026-10-25T22:59:00Z', '2026-10-24T22:00:00Z', 'i dag'],
    ['after a day of 25 hours', '2026-10-25T23:00:00Z', '2026-10-24T22:00:00Z', 'i morgon'],
  ])('%s', (_, instant, now, said) => {
    expect(dayInSweden(new Date(instant), new Date(now))).toBe(said);
  });
});

test.each([
  ['2026-11-24T11:03:59Z', '2026-11-24', '2026-11-24T1203'],
  ['2026-07-03T22:05:00Z', '2026-07-04', '2026-07-04T0005'],
  ['2026-12-31T23:00:00Z', '2027-01-01', '2027-01-01T0000'],
])('%s is dated %s, and a file of that minute %s', (instant, date, stamp) => {
  expect(dateInSweden(new Date(instant))).toBe(date);
  expect(stampInSweden(new Date(instant))).toBe(stamp);
});

test('a wall-clock time is an instant, in winter and in summer', () => {
  expect(instantInSweden('2026-11-24', '10:00').toISOString()).toBe('2026-11-24T09:00:00.000Z');
  expect(instantInSweden('2026-07-01', '08:30').toISOString()).toBe('2026-07-01T06:30:00.000Z');
  expect(instantInSweden('2026-12-31', '24:00').toISOString()).toBe('2026-12-31T23:00:00.000Z');
});

test('a time that a night leaves out moves forward, and of one that comes twice it is the first', () => {
  expect(instantInSweden('2026-03-29', '01:59').toISOString()).toBe('2026-03-29T00:59:00.000Z');
  expect(instantInSweden('2026-03-29', '02:30').toISOString()).toBe('2026-03-29T01:30:00.000Z');
  expect(instantInSweden('2026-03-29', '03:00').toISOString()).toBe('2026-03-29T01:00:00.000Z');
  expect(instantInSweden('2026-10-25', '02:30').toISOString()).toBe('2026-10-25T00:30:00.000Z');
  expect(instantInSweden('2026-10-25', '03:00').toISOString()).toBe('2026-10-25T02:00:00.000Z');
  expect(clockTimeInSweden(instantInSweden('2026-03-29', '02:30'))).toBe('3.30');
});

test('days follow each other over a year end, and have weekdays', () => {
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  expect(addDays('2028-03-01', -1)).toBe('2028-02-29');
  expect(['2026-11-23', '2026-11-24', '2026-11-29'].map(weekdayOf)).toEqual([1, 2, 7]);
});
