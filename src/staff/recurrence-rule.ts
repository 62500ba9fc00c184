import { swedishZone } from './swedish-time.js';
import { wallTimeIn, type WallTime } from './zoned-time.js';

/** The text of a recurrence rule (RFC 5545, RRULE) that `readRule` has taken: in upper case, without "RRULE:". */
export type RuleText = string & { readonly __brand: 'RuleText' };

/** A rule, read: which days it falls on, counted from a first one. */
export type Rule = {
  readonly text: RuleText;
  readonly every: Every;
  readonly interval: number;
  readonly byDay: readonly string[];
  readonly byMonthDay: readonly number[];
  readonly byMonth: readonly number[];
  readonly bySetPosition: readonly number[];
  /** The first day of the week, from 0 for Sunday. */
  readonly weekStart: number;
  /** The last time on the wall clock at which an occurrence may begin; null if no time is said. */
  readonly until: WallTime | null;
  /** How many occurrences there are, holidays counted; null if no number is said. */
  readonly count: number | null;
};

/** What a rule counts in. */
export type Every = 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY';

const maxText = 200;
/** Ten years or more of each; to look for the three hundredth last Monday of a month took half a second. */
const maxCount: Readonly<Record<Every, number>> = {
  DAILY: 366,
  WEEKLY: 366,
  MONTHLY: 120,
  YEARLY: 20,
};
const maxInterval: Readonly<Record<Every, number>> = {
  DAILY: 366,
  WEEKLY: 52,
  MONTHLY: 12,
  YEARLY: 10,
};
/** As rules name them, from 0 for Sunday. */
export const weekdays = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];
const plainDay = /^(SU|MO|TU|WE|TH|FR|SA)$/;
const numberedDay = /^(-?[1-5])?(SU|MO|TU|WE|TH|FR|SA)$/;

/**
 * Reads a rule, or null for one that is not taken. Taken are rules by the day, week, month or year as
 * calendars write them. Not taken is what repeats within a day, what ical.js reads otherwise than the RFC
 * says or searches for ever (measured: a DAILY rule that no day fits), and anything unknown. An end in UTC
 * is read on the wall clock of the zone.
 */
export function readRule(text: string, zone = swedishZone): Rule | null {
  const upper = text
    .trim()
    .toUpperCase()
    .replace(/^RRULE:/, '');
  if (upper.length > maxText || !/^[A-Z0-9=;,+-]+$/.test(upper)) return null;
  const parts = partsOf(upper);
  const every = parts?.get('FREQ');
  if (!parts || !isEvery(every)) return null;
  const numbers = (part: string) => (parts.has(part) ? integers(parts.get(part) ?? '') : []);
  const until = parts.has('UNTIL') ? lastTime(parts.get('UNTIL') ?? '', zone) : null;
  const weekStart = weekdays.indexOf(parts.get('WKST') ?? 'MO');
  const [byMonthDay, byMonth, bySetPosition] = ['BYMONTHDAY', 'BYMONTH', 'BYSETPOS'].map(numbers);
  const [interval = 1, count = null] = [numbers('INTERVAL')?.[0], numbers('COUNT')?.[0]];
  if (!byMonthDay || !byMonth || !bySetPosition || until === undefined || weekStart < 0)
    return null;
  const byDay = (parts.get('BYDAY') ?? '').replaceAll('+', '').split(',').filter(Boolean);
  const read = { byDay, byMonthDay, byMonth, bySetPosition, weekStart, until, count };
  const rule: Rule = { text: upper as RuleText, every, interval, ...read };
  return wellFormed(parts) && inRange(rule) && fits(rule) ? rule : null;
}

function isEvery(text: string | undefined): text is Every {
  return text !== undefined && Object.hasOwn(maxInterval, text);
}

/** The parts by their names; null when one is there twice, has no value, or no name that is known. */
function partsOf(text: string): ReadonlyMap<string, string> | null {
  const parts = new Map<string, string>();
  for (const part of text.replace(/;$/, '').split(';')) {
    const [, name = '', value = ''] =
      /^(FREQ|INTERVAL|COUNT|UNTIL|WKST|BYDAY|BYMONTHDAY|BYMONTH|BYSETPOS)=([^=]+)$/.exec(part) ??
      [];
    if (name === '' || parts.has(name)) return null;
    parts.set(name, value);
  }
  return parts;
}

function integers(text: string): readonly number[] | null {
  const all = text.split(',');
  return all.every((one) => /^[+-]?\d{1,3}$/.test(one)) ? all.map(Number) : null;
}

/** The end of a day, a time in UTC, or a time on the wall; undefined for anything else. */
function lastTime(text: string, zone: string): WallTime | undefined {
  const [, year, month, day, hour = '23', minute = '59', second = '59', utc] =
    /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z)?)?$/.exec(text) ?? [];
  if (year === undefined) return undefined;
  const iso = `${year}-${month}-${day}T${hour}:${minute}:${second}Z`;
  const time = new Date(iso);
  if (Number.isNaN(time.getTime()) || time.toISOString().slice(0, 10) !== iso.slice(0, 10))
    return undefined;
  return utc === undefined ? time.getTime() : wallTimeIn(zone, time);
}

/** INTERVAL and COUNT are one number each, and one of COUNT and UNTIL is enough. */
function wellFormed(parts: ReadonlyMap<string, string>): boolean {
  const single = ['INTERVAL', 'COUNT'].every((part) => /^\d{1,3}$/.test(parts.get(part) ?? '1'));
  return single && !(parts.has('COUNT') && parts.has('UNTIL'));
}

function inRange({ every, interval, count, byDay, byMonthDay, byMonth, bySetPosition }: Rule) {
  const within = (all: readonly number[], least: number, most: number) =>
    all.every((n) => Math.abs(n) <= most && (n >= least || (least < 0 && n !== 0)) && n !== 0);
  return (
    within([interval], 1, maxInterval[every]) &&
    within(count === null ? [] : [count], 1, maxCount[every]) &&
    within(byMonthDay, -31, 31) &&
    within(byMonth, 1, 12) &&
    within(bySetPosition, -28, 28) &&
    byDay.every((day) => numberedDay.test(day))
  );
}

/** Whether the parts are a combination that every reader understands alike, and that days can be found for. */
function fits({ every, interval, byDay, byMonthDay, byMonth, bySetPosition }: Rule): boolean {
  const plain = byDay.every((day) => plainDay.test(day));
  const none = byMonthDay.length + byMonth.length + bySetPosition.length === 0;
  if (every === 'DAILY') return none && plain && (byDay.length === 0 || interval === 1);
  if (every === 'WEEKLY') return none && plain;
  if (byDay.length > 0 && byMonthDay.length > 0) return false;
  // ical.js counts such a day from the end of another month.
  if (every === 'YEARLY' && byMonthDay.some((one) => one < 0)) return false;
  // ical.js forgets such a day of one month when another one does not have it.
  if (byMonth.length > 1 && byMonthDay.some((one) => Math.abs(one) > 28)) return false;
  if (every === 'MONTHLY' ? byMonth.length > 0 : byDay.length > 0 && byMonth.length !== 1)
    return false;
  if (bySetPosition.length === 0) return true;
  // Every month has each weekday four times, so that such a position is always there.
  const positions = 4 * new Set(byDay).size;
  return plain && bySetPosition.every((position) => Math.abs(position) <= positions);
}
