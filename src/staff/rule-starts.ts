import ICAL from 'ical.js';
import { weekdays, type Rule } from './recurrence-rule.js';
import { dayMilliseconds, type WallTime } from './zoned-time.js';

/** How much work the search for days may still take, in steps of about a tenth of a millisecond; below zero it was broken off. */
export type Work = { left: number };

/** Where a search stops: after so many occurrences, and when the work is used up. */
type Bounds = { readonly most?: number; readonly work?: Work };

/** Measured: a search for positions goes through a month anew for each of its days. */
const stepsOf = ({ every, byDay, bySetPosition }: Rule) => {
  if (bySetPosition.length > 0) return 20;
  return every === 'MONTHLY' && byDay.length > 0 ? 4 : 1;
};
const stepsToBegin = 10;

/**
 * The times on the wall clock at which occurrences begin, from `from` up to and with `to`, in order and
 * within the bounds; the rule's own first one is `first`. COUNT is not looked at: see `lastOf`. It is searched
 * from near `from`, so that a rule which is years old costs no more than a new one.
 */
export function startsOf(
  rule: Rule,
  first: WallTime,
  from: WallTime,
  to: WallTime,
  { most = Infinity, work = { left: Infinity } }: Bounds = {},
): readonly WallTime[] {
  const last = Math.min(to, rule.until ?? to);
  const timeOfDay = first - dayOf(first);
  const earliest = Math.max(from, first);
  if (last < earliest) return [];
  const begin = nearBefore(rule, dayOf(first), dayOf(earliest));
  const days = isByMonthDay(rule)
    ? monthDays(rule, first, begin, last)
    : searched(rule, first, begin, last);
  const found: WallTime[] = [];
  work.left -= stepsToBegin;
  for (const day of days) {
    work.left -= stepsOf(rule);
    if (work.left < 0) break;
    const start = day + timeOfDay;
    if (start > last) break;
    // ical.js makes the 1st of March of the 29th of February in a year without one.
    if (start >= earliest && isAsWritten(rule, new Date(first), new Date(start))) found.push(start);
    if (found.length >= most) break;
  }
  return found;
}

/** The days that ical.js finds. */
function* searched(
  rule: Rule,
  first: WallTime,
  begin: WallTime,
  last: WallTime,
): Generator<WallTime> {
  const recur = ICAL.Recur.fromString(explicit(rule, new Date(first)));
  recur.until = timeOf(dayOf(last));
  const iterator = recur.iterator(timeOf(begin));
  for (let next = iterator.next(); next; next = iterator.next())
    yield Date.UTC(next.year, next.month - 1, next.day);
}

function isByMonthDay({ every, byDay, bySetPosition }: Rule): boolean {
  return every === 'MONTHLY' && byDay.length === 0 && bySetPosition.length === 0;
}

/**
 * The days of the month that a rule names. Counted here: ical.js goes out of step, or ends, when the month that it
 * begins in has none of them (the 31st of every third month from April).
 */
function* monthDays(
  rule: Rule,
  first: WallTime,
  begin: WallTime,
  last: WallTime,
): Generator<WallTime> {
  const days = rule.byMonthDay.length > 0 ? rule.byMonthDay : [new Date(first).getUTCDate()];
  const year = new Date(begin).getUTCFullYear();
  for (
    let month = new Date(begin).getUTCMonth();
    Date.UTC(year, month) <= last;
    month += rule.interval
  ) {
    const length = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
    const named = days.map((day) => (day > 0 ? day : length + 1 + day));
    const there = [...new Set(named)].filter((day) => day >= 1 && day <= length);
    for (const day of there.toSorted((a, b) => a - b)) yield Date.UTC(year, month, day);
  }
}

/** When the last occurrence begins on the wall clock; null for a rule without an end. `first` has to be an occurrence. */
export function lastOf(rule: Rule, first: WallTime): WallTime | null {
  const { count, until } = rule;
  if (until !== null) {
    // A year and some days hold the next one of every rule but those with an interval in years.
    const back = 367 * dayMilliseconds * (rule.every === 'YEARLY' ? 8 * rule.interval : 1);
    return startsOf(rule, first, until - back, until).at(-1) ?? first;
  }
  if (count === null) return null;
  const step = { DAILY: 1, WEEKLY: 7, MONTHLY: 31, YEARLY: 366 }[rule.every] * rule.interval;
  // Eight times as far, for days that are not in every month or year.
  const far = first + 8 * step * count * dayMilliseconds;
  return startsOf(rule, first, first, far, { most: count }).at(-1) ?? first;
}

/** As `startsOf`, and no more of them than COUNT allows: then they are counted from the first one on. */
export function countedStartsOf(
  rule: Rule,
  first: WallTime,
  from: WallTime,
  to: WallTime,
  work: Work,
): readonly WallTime[] {
  if (rule.count === null) return startsOf(rule, first, from, to, { work });
  return startsOf(rule, first, first, to, { most: rule.count, work }).filter(
    (start) => start >= from,
  );
}

/** The rule without an end, and with the days said that it takes from its first occurrence. */
function explicit(rule: Rule, first: Date): string {
  const { byDay, byMonthDay, byMonth, bySetPosition, weekStart, interval } = rule;
  const days = byDay.length > 0 ? byDay : [];
  const weekly = rule.every === 'WEEKLY' || (rule.every === 'DAILY' && days.length > 0);
  const parts: [string, readonly (string | number)[]][] = [
    ['FREQ', [weekly ? 'WEEKLY' : rule.every]],
    ['INTERVAL', [interval]],
    ['WKST', [weekdays[weekStart] ?? 'MO']],
    ['BYSETPOS', bySetPosition],
  ];
  const weekday = weekdays[first.getUTCDay()] ?? 'MO';
  if (weekly) parts.push(['BYDAY', days.length > 0 ? days : [weekday]]);
  if (rule.every === 'MONTHLY' || rule.every === 'YEARLY') {
    if (days.length > 0) parts.push(['BYDAY', days]);
    else parts.push(['BYMONTHDAY', byMonthDay.length > 0 ? byMonthDay : [first.getUTCDate()]]);
  }
  if (rule.every === 'YEARLY')
    parts.push(['BYMONTH', byMonth.length > 0 ? byMonth : [first.getUTCMonth() + 1]]);
  return parts
    .filter(([, values]) => values.length > 0)
    .map(([name, values]) => `${name}=${values.join(',')}`)
    .join(';');
}

/** A day from which the rule falls on the same days, one of its steps before `day`: ical.js takes the first one unseen. */
function nearBefore(rule: Rule, first: WallTime, day: WallTime): WallTime {
  const { every, interval, weekStart } = rule;
  const [start, end] = [new Date(first), new Date(day)];
  const steps = (units: number) => (Math.floor(Math.max(0, units) / interval) - 1) * interval;
  switch (every) {
    case 'DAILY':
      return first + steps((day - first) / dayMilliseconds) * dayMilliseconds;
    case 'WEEKLY': {
      const week = first - ((start.getUTCDay() - weekStart + 7) % 7) * dayMilliseconds;
      return week + steps(Math.floor((day - week) / dayMilliseconds / 7)) * 7 * dayMilliseconds;
    }
    case 'MONTHLY': {
      const years = end.getUTCFullYear() - start.getUTCFullYear();
      const months = years * 12 + end.getUTCMonth() - start.getUTCMonth();
      return Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + steps(months), 1);
    }
    case 'YEARLY': {
      const years = steps(end.getUTCFullYear() - start.getUTCFullYear());
      return Date.UTC(start.getUTCFullYear() + years, 0, 1);
    }
  }
}

function isAsWritten({ every, byDay, byMonthDay, byMonth }: Rule, first: Date, start: Date) {
  if (every === 'DAILY' || every === 'WEEKLY' || byDay.length > 0) return true;
  const days = byMonthDay.length > 0 ? byMonthDay : [first.getUTCDate()];
  const months = byMonth.length > 0 ? byMonth : [first.getUTCMonth() + 1];
  const length = new Date(
    Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + 1, 0),
  ).getUTCDate();
  const day = start.getUTCDate();
  const inMonth = every === 'MONTHLY' || months.includes(start.getUTCMonth() + 1);
  return inMonth && days.some((one) => one === day || one === day - length - 1);
}

function dayOf(wall: WallTime): WallTime {
  return Math.floor(wall / dayMilliseconds) * dayMilliseconds;
}

function timeOf(day: WallTime) {
  const date = new Date(day);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + 1];
  return ICAL.Time.fromData({ year, month, day: date.getUTCDate(), isDate: true });
}
