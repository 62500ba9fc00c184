import { describe, expect, test } from '@jest/globals';
import { readRule } from '../../../src/staff/recurrence-rule.js';
import { lastOf, startsOf } from '../../../src/staff/rule-starts.js';
import { recurrenceOf } from '../../../src/staff/series.js';
import { absence, now } from '../../support/people.js';
import { growth } from '../../support/growth.js';
import { wall, sweden } from '../../support/series.js';

describe('what is not taken', () => {
  test.each([
    ['by the second', 'FREQ=SECONDLY'],
    ['by the minute', 'FREQ=MINUTELY;INTERVAL=600'],
    ['by the hour', 'FREQ=HOURLY'],
    ['at hours of its own', 'FREQ=DAILY;BYHOUR=9,13'],
    ['at minutes of its own', 'FREQ=DAILY;BYMINUTE=1'],
    ['at seconds of its own', 'FREQ=DAILY;BYSECOND=1'],
    ['too often', 'FREQ=DAILY;COUNT=367'],
    ['by the month for longer than ten years', 'FREQ=MONTHLY;COUNT=121'],
    ['by the year for longer than twenty', 'FREQ=YEARLY;COUNT=21'],
    ['never', 'FREQ=DAILY;COUNT=0'],
    ['by steps of nothing', 'FREQ=DAILY;INTERVAL=0'],
    ['both until and so often', 'FREQ=DAILY;COUNT=2;UNTIL=20271231'],
    ['unknown', 'FREQ=DAILY;BYEASTER=1'],
    ['said twice', 'FREQ=DAILY;FREQ=WEEKLY'],
    ['two rules', 'FREQ=DAILY\nRRULE:FREQ=WEEKLY'],
    ['no rule', 'varje måndag'],
    ['empty', ''],
    ['a day that is none', 'FREQ=DAILY;UNTIL=20270231'],
    ['a position that no month has', 'FREQ=MONTHLY;BYDAY=MO;BYSETPOS=5'],
    ['days that no month may have', 'FREQ=MONTHLY;BYDAY=MO;BYMONTHDAY=31'],
    ['in steps over days of the week', 'FREQ=DAILY;INTERVAL=7;BYDAY=TU'],
    ['a day that not all of several months have', 'FREQ=YEARLY;BYMONTH=1,2;BYMONTHDAY=29'],
    ['a day from the end of a month of the year', 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1'],
    ['long', `FREQ=WEEKLY;BYDAY=${Array.from({ length: 70 }, () => 'MO').join(',')}`],
  ])('is a rule %s', (_, text) => {
    expect(readRule(text)).toBeNull();
  });

  test.each([
    ['whose first one is on another day', 'FREQ=WEEKLY;BYDAY=MO', '2026-11-25T10:00', 'INVALID'],
    ['that overlap', 'FREQ=DAILY', '2026-11-25T10:30', 'INVALID'],
    ['that leave no time between them', 'FREQ=DAILY', '2026-11-25T10:00', 'INVALID'],
    ['of more than 92 days', 'FREQ=YEARLY', '2027-03-24T10:00', 'INVALID'],
  ])('are occurrences %s', (_, rule, endsAt, code) => {
    const one = { ...absence(), startsAt: sweden('2026-11-24T10:00'), endsAt: sweden(endsAt) };
    const outcome = recurrenceOf(one, { rule, exceptHolidays: false }, now);
    expect(outcome).toMatchObject({
      ok: false,
      errors: [{ code, field: ['input', 'recurrence'] }],
    });
  });

  test('are occurrences that are all over', () => {
    const ended = { startsAt: sweden('2026-11-20T10:00'), endsAt: sweden('2026-11-20T11:00') };
    const rule = { rule: 'FREQ=DAILY;UNTIL=20261122', exceptHolidays: false };
    expect(recurrenceOf({ ...absence(), ...ended }, rule, now)).toMatchObject({
      errors: [{ code: 'IN_PAST', field: ['input', 'recurrence'] }],
    });
  });

  test('are occurrences that all fall on days that are left out', () => {
    const one = {
      ...absence(),
      startsAt: sweden('2026-11-28T10:00'),
      endsAt: sweden('2026-11-28T11:00'),
    };
    const weekends = { rule: 'FREQ=WEEKLY;BYDAY=SA,SU', exceptHolidays: true };
    expect(recurrenceOf(one, weekends, now)).toMatchObject({ ok: false });
  });

  test.each([
    'FREQ=MONTHLY;INTERVAL=12;BYDAY=5MO',
    'FREQ=MONTHLY;INTERVAL=12;BYMONTHDAY=31',
    'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=120',
    'FREQ=YEARLY;INTERVAL=10;BYMONTH=2;BYMONTHDAY=30;COUNT=20',
    'FREQ=YEARLY;INTERVAL=10;BYMONTH=2;BYDAY=5MO;COUNT=20',
    'FREQ=DAILY;INTERVAL=366;COUNT=366',
  ])('%s is taken, and costs not much more than every day of a year', (text) => {
    const first = wall('2027-02-01T09:00');
    const search = (of: string) => {
      const rule = readRule(of);
      if (!rule) throw new Error(`It is not taken: ${of}`);
      return [startsOf(rule, first, first, wall('2028-02-01T09:00')), lastOf(rule, first)];
    };
    expect(growth(search, 'FREQ=DAILY;COUNT=366', text)).toBeLessThan(300);
  });
});
