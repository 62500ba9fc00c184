import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { readRule, type RuleText } from '../../../src/staff/recurrence-rule.js';
import { occurrencesIn, type Series } from '../../../src/staff/recurrence.js';
import { lastOf, startsOf } from '../../../src/staff/rule-starts.js';
import { swedishZone, wallTimeInSweden } from '../../../src/staff/swedish-time.js';
import { instantIn } from '../../../src/staff/zoned-time.js';
import { absence } from '../../support/people.js';
import { day, weekdays, wall, sweden, series } from '../../support/series.js';
import { growth } from '../../support/growth.js';

describe('which days a rule falls on', () => {
  const some = <T>(all: readonly T[], maxLength: number) =>
    fc.uniqueArray(fc.constantFrom(...all), { minLength: 1, maxLength });
  const numbered = weekdays.flatMap((one) => ['1', '2', '4', '-1'].map((n) => `${n}${one}`));
  const join = (all: readonly (string | number)[]) => all.join(',');
  const rules = fc.oneof(
    fc.integer({ min: 1, max: 9 }).map((n) => `FREQ=DAILY;INTERVAL=${n}`),
    some(weekdays, 5).map((days) => `FREQ=DAILY;BYDAY=${join(days)}`),
    fc
      .tuple(fc.integer({ min: 1, max: 5 }), some(weekdays, 5), fc.constantFrom(...weekdays))
      .map(([n, days, first]) => `FREQ=WEEKLY;INTERVAL=${n};BYDAY=${join(days)};WKST=${first}`),
    fc
      .tuple(fc.integer({ min: 1, max: 12 }), some([1, 2, 15, 29, 30, 31, -1, -2, -31], 3))
      .map(([n, days]) => `FREQ=MONTHLY;INTERVAL=${n};BYMONTHDAY=${join(days)}`),
    fc
      .tuple(fc.integer({ min: 1, max: 3 }), some(numbered, 2))
      .map(([n, days]) => `FREQ=MONTHLY;INTERVAL=${n};BYDAY=${join(days)}`),
    fc
      .tuple(some(weekdays, 5), fc.constantFrom(1, 2, 3, 4, -1, -2))
      .map(([days, n]) => `FREQ=MONTHLY;BYDAY=${join(days)};BYSETPOS=${n}`),
    fc
      .tuple(fc.integer({ min: 1, max: 3 }), some([1, 2, 3, 12], 2), some([1, 15, 28], 2))
      .map(
        ([n, months, days]) =>
          `FREQ=YEARLY;INTERVAL=${n};BYMONTH=${join(months)};BYMONTHDAY=${join(days)}`,
      ),
    fc
      .tuple(fc.integer({ min: 1, max: 3 }), fc.constantFrom(1, 2, 4), some([28, 29, 30, 31], 2))
      .map(
        ([n, month, days]) => `FREQ=YEARLY;INTERVAL=${n};BYMONTH=${month};BYMONTHDAY=${join(days)}`,
      ),
    fc
      .tuple(fc.constantFrom(1, 2, 12), fc.constantFrom(...numbered))
      .map(([month, one]) => `FREQ=YEARLY;BYMONTH=${month};BYDAY=${one}`),
  );
  const starts = fc.integer({ min: 0, max: 2_000 }).map((n) => Date.UTC(2020, 0, 1, 9) + n * day);

  test('is what counting day by day gives', () => {
    const property = fc.property(
      rules,
      starts,
      fc.integer({ min: 0, max: 2_500 }),
      fc.integer({ min: 1, max: 400 }),
      (text, first, later, length) => {
        const rule = readRule(text);
        if (rule === null) throw new Error(`${text} is not taken.`);
        const from = first + later * day;
        const wanted = Array.from({ length }, (_, i) => from + i * day).filter((at) =>
          fallsOn(text, first, at),
        );
        expect(startsOf(rule, first, from, from + (length - 1) * day)).toEqual(wanted);
      },
    );
    fc.assert(property, {
      numRuns: 300,
      // Once found by chance: the month that is begun in has none of the days.
      examples: [['FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=31,-31', Date.UTC(2020, 0, 1, 9), 1_277, 1]],
    });
  });

  test('a window never changes which occurrences there are', () => {
    const property = fc.property(
      rules,
      starts,
      fc.integer({ min: 0, max: 900 }),
      fc.integer({ min: 1, max: 90 }),
      fc.integer({ min: 1, max: 90 }),
      (text, first, later, one, other) => {
        const [from, until] = [later, later + one + other].map(
          (days) => new Date(first + days * day),
        );
        const middle = new Date(first + (later + one) * day);
        const startsAt = instantIn(swedishZone, first);
        const endsAt = instantIn(swedishZone, first + 5 * 3_600_000);
        const recurrence = {
          rule: text as RuleText,
          exceptHolidays: true,
          endsAt: null,
          endedEarly: [],
        };
        const repeats: Series = { ...absence(), startsAt, endsAt, recurrence };
        if (from === undefined || until === undefined) throw new Error('There is a window.');
        const parts = [
          ...occurrencesIn(repeats, from, middle),
          ...occurrencesIn(repeats, middle, until),
        ].map(({ startsAt: start }) => start.getTime());
        const whole = occurrencesIn(repeats, from, until);
        expect([...new Set(parts)]).toEqual(whole.map(({ startsAt: start }) => start.getTime()));
        for (const [i, span] of whole.entries())
          expect(span.startsAt >= (whole[i - 1]?.endsAt ?? startsAt)).toBe(true);
        expect(
          whole.every((span) => new Date(wallTimeInSweden(span.startsAt)).getUTCHours() === 9),
        ).toBe(true);
      },
    );
    fc.assert(property, { numRuns: 100 });
  });

  test('nights that end as the next ones begin never overlap, on any night of the year', () => {
    const lengths = fc.integer({ min: 1, max: 96 }).map((quarters) => quarters * 900_000);
    const property = fc.property(fc.integer({ min: 0, max: 95 }), lengths, (quarter, length) => {
      const first = wall('2026-10-20T00:00') + quarter * 900_000;
      const daily = {
        ...series('FREQ=DAILY', '2026-10-20T00:00', '2026-10-20T00:15'),
        startsAt: instantIn(swedishZone, first),
        endsAt: instantIn(swedishZone, first + length),
      };
      const spans = occurrencesIn(daily, sweden('2026-10-20T00:00'), sweden('2027-04-01T00:00'));
      expect(spans.length).toBeGreaterThan(160);
      for (const [i, span] of spans.entries()) {
        expect(span.endsAt > span.startsAt).toBe(true);
        expect(span.startsAt >= (spans[i - 1]?.endsAt ?? span.startsAt)).toBe(true);
      }
    });
    fc.assert(property, { numRuns: 20 });
  });

  test('one that began years ago costs no more than a new one', () => {
    const old = series('FREQ=DAILY', '1990-01-01T09:00', '1990-01-01T10:00');
    const recent = series('FREQ=DAILY', '2026-11-01T09:00', '2026-11-01T10:00');
    const today = (of: typeof old) =>
      occurrencesIn(of, sweden('2026-11-24T00:00'), sweden('2026-11-25T00:00'));
    expect(growth(today, recent, old)).toBeLessThan(30);
  });

  test('ends after as many as are counted, and at the last day that is said', () => {
    const last = (text: string, first = '2026-11-24T09:00') => {
      const rule = readRule(text);
      const at = rule && lastOf(rule, wall(first));
      return at === null ? null : new Date(at).toISOString().slice(0, 16);
    };
    expect(last('FREQ=DAILY;COUNT=1')).toBe('2026-11-24T09:00');
    expect(last('FREQ=WEEKLY;COUNT=3')).toBe('2026-12-08T09:00');
    expect(last('FREQ=MONTHLY;BYMONTHDAY=31;COUNT=3', '2026-12-31T09:00')).toBe('2027-03-31T09:00');
    expect(last('FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;COUNT=3', '2028-02-29T09:00')).toBe(
      '2036-02-29T09:00',
    );
    expect(last('FREQ=WEEKLY;UNTIL=20261201')).toBe('2026-12-01T09:00');
    expect(last('FREQ=WEEKLY;UNTIL=20261201T075959Z')).toBe('2026-11-24T09:00');
    expect(last('FREQ=WEEKLY;UNTIL=20261201T080000Z')).toBe('2026-12-01T09:00');
    expect(last('FREQ=WEEKLY')).toBeNull();
  });
});

/** Whether a rule falls on a day, by the words of RFC 5545 and by nothing of the program. */
function fallsOn(text: string, first: number, at: number): boolean {
  if (at < first) return false;
  const parts = Object.fromEntries(text.split(';').map((part) => part.split('='))) as Record<
    string,
    string
  >;
  const list = (name: string) => parts[name]?.split(',') ?? [];
  const interval = Number(parts['INTERVAL'] ?? 1);
  const [start, date] = [new Date(first), new Date(at)];
  const weekday = weekdays[date.getUTCDay()] ?? '';
  const months = (one: Date) => one.getUTCFullYear() * 12 + one.getUTCMonth();
  const firstOfWeek = weekdays.indexOf(parts['WKST'] ?? 'MO');
  const week = (one: Date) => Math.floor((one.getTime() / day + 4 - firstOfWeek) / 7);
  const steps = {
    DAILY: Math.floor(at / day) - Math.floor(first / day),
    WEEKLY: week(date) - week(start),
    MONTHLY: months(date) - months(start),
    YEARLY: date.getUTCFullYear() - start.getUTCFullYear(),
  }[parts['FREQ'] ?? ''];
  if ((steps ?? 0) % interval !== 0) return false;
  const inMonth = (one: Date) => {
    const length = new Date(Date.UTC(one.getUTCFullYear(), one.getUTCMonth() + 1, 0)).getUTCDate();
    const [number, name] = [one.getUTCDate(), weekdays[one.getUTCDay()] ?? ''];
    const nth = [Math.ceil(number / 7), -Math.ceil((length - number + 1) / 7)];
    const names = [name, ...nth.map((n) => `${n}${name}`)];
    const byDay = list('BYDAY').length === 0 || list('BYDAY').some((each) => names.includes(each));
    const days = list('BYMONTHDAY').map(Number);
    return (
      byDay && (days.length === 0 || days.some((n) => n === number || n === number - length - 1))
    );
  };
  if (parts['FREQ'] === 'DAILY' || parts['FREQ'] === 'WEEKLY')
    return list('BYDAY').length === 0 || list('BYDAY').includes(weekday);
  if (list('BYMONTH').length > 0 && !list('BYMONTH').includes(String(date.getUTCMonth() + 1)))
    return false;
  if (!inMonth(date)) return false;
  const positions = list('BYSETPOS').map(Number);
  if (positions.length === 0) return true;
  const all = Array.from({ length: 31 }, (_, i) => {
    return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), i + 1));
  }).filter((one) => one.getUTCMonth() === date.getUTCMonth() && inMonth(one));
  const place = all.findIndex((one) => one.getUTCDate() === date.getUTCDate());
  return positions.includes(place + 1) || positions.includes(place - all.length);
}
