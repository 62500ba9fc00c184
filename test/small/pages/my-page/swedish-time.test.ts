import { expect, test } from '@jest/globals';
import {
  daysLater,
  instantOf,
  localOf,
  saidSpan,
  saidTime,
} from '../../../../src/pages/my-page/swedish-time.js';

test('a field of date and time is read on the clock in Sweden, in summer and in winter', () => {
  expect(instantOf('2026-07-01T13:00')).toBe('2026-07-01T11:00:00.000Z');
  expect(instantOf('2026-12-01T13:00')).toBe('2026-12-01T12:00:00.000Z');
  expect(localOf(new Date('2026-12-01T23:30:00Z'))).toBe('2026-12-02T00:30');
  for (const none of ['', '2026-12-01', '2026-13-01T10:00', 'tomorrow'])
    expect(instantOf(none)).toBeNull();
});

test('the hour that comes twice is the first of them, and the one that never comes is the next', () => {
  expect(instantOf('2026-10-25T02:30')).toBe('2026-10-25T00:30:00.000Z');
  expect(instantOf('2026-03-29T02:30')).toBe('2026-03-29T01:30:00.000Z');
});

test('days later is the same time on the clock, also over the night when it changes', () => {
  expect(daysLater('2026-10-24T08:00', 1)).toBe('2026-10-25T08:00');
  expect(daysLater('2026-12-31T08:00', 1)).toBe('2027-01-01T08:00');
});

test('a time is said as one says it: today by the clock, tomorrow by name, another year with the year', () => {
  const now = new Date('2026-11-30T10:00:00Z');
  expect(saidTime('2026-11-30T12:05:00Z', now, 'sv')).toBe('13.05');
  expect(saidTime('2026-12-01T07:00:00Z', now, 'sv')).toBe('i morgon kl. 08.00');
  expect(saidTime('2026-12-04T07:00:00Z', now, 'en')).toBe('Friday 4 December at 08:00');
  expect(saidTime('2027-01-04T07:00:00Z', now, 'sv')).toContain('2027');
  const day = { startsAt: '2026-12-04T12:00:00Z', endsAt: '2026-12-04T16:00:00Z' };
  expect(saidSpan(day, now, 'sv')).toBe('fredag 4 december kl. 13.00–17.00');
  expect(saidSpan({ ...day, endsAt: null }, now, 'en')).toBe('from Friday 4 December at 13:00');
});
