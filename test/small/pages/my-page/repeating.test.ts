import { expect, test } from '@jest/globals';
import {
  firstOf,
  never,
  repeatingOf,
  ruleOf,
  saidRepeating,
  type Repeating,
} from '../../../../src/pages/my-page/repeating.js';
import { readRule } from '../../../../src/staff/recurrence-rule.js';

const choices: readonly Repeating[] = [
  { ...never, how: 'DAILY' },
  { ...never, how: 'DAILY', until: '2026-12-24' },
  { ...never, how: 'WORKDAYS', until: '2027-01-06' },
  { ...never, how: 'WEEKLY', days: ['FR'] },
  { ...never, how: 'WEEKLY', days: ['MO', 'WE'], exceptHolidays: false, until: '2026-12-24' },
];

test('what is chosen is a rule that the API takes, and is read back as it was chosen', () => {
  for (const choice of choices) {
    const rule = ruleOf(choice);
    expect(readRule(rule?.rule ?? '')).not.toBeNull();
    const read = rule && { rule: rule.rule, exceptHolidays: rule.exceptHolidays === true };
    expect(repeatingOf(read)).toEqual(choice);
  }
  expect(ruleOf(never)).toBeNull();
  expect(repeatingOf(null)).toEqual(never);
});

test('a rule that no choice says is kept as it is', () => {
  for (const rule of [
    'FREQ=MONTHLY;BYMONTHDAY=1',
    'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO',
    'FREQ=WEEKLY',
  ]) {
    const kept = repeatingOf({ rule, exceptHolidays: true });
    expect(kept.how).toBe('KEPT');
    expect(ruleOf(kept)).toEqual({ rule, exceptHolidays: true });
  }
});

test('the first time is moved to the first day that is chosen', () => {
  // A Monday.
  const monday = '2026-11-30T13:00';
  expect(firstOf(monday, { ...never, how: 'WEEKLY', days: ['FR'] })).toBe('2026-12-04T13:00');
  expect(firstOf('2026-12-05T08:00', { ...never, how: 'WORKDAYS' })).toBe('2026-12-07T08:00');
  expect(firstOf(monday, never)).toBe(monday);
});

test('how it repeats is said in words', () => {
  const friday: Repeating = {
    ...never,
    how: 'WEEKLY',
    days: ['MO', 'FR'],
    until: '2026-12-24',
  };
  expect(saidRepeating(friday, 'sv')).toBe('varje måndag och fredag till och med 2026-12-24');
  expect(saidRepeating({ ...never, how: 'WORKDAYS' }, 'en')).toBe('every working day');
});
