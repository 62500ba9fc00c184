import { memoized } from '../kernel/memoized.js';
import { instantIn, wallTimeIn, type WallTime } from './zoned-time.js';

/** The zone of the three municipalities. */
export const swedishZone = 'Europe/Stockholm';
const timeZone = swedishZone;
const hourMilliseconds = 3_600_000;
/** Opening hours of a week ahead, of all units, are some hundred instants. */
const mostRemembered = 1_000;

const clock = new Intl.DateTimeFormat('sv-SE', {
  timeZone,
  hour: 'numeric',
  minute: '2-digit',
  hourCycle: 'h23',
});

const calendar = new Intl.DateTimeFormat('sv-SE', {
  timeZone,
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
});

const dayAndMonth = new Intl.DateTimeFormat('sv-SE', { timeZone, day: 'numeric', month: 'long' });

/** The time of day in Sweden as it follows "kl.": "15.30", and "15" at the full hour; midnight is "0.00". */
export function clockTimeInSweden(instant: Date): string {
  const { hour, minute } = partsOf(clock, instant);
  return minute === 0 && hour !== 0 ? String(hour) : `${hour}.${twoDigits(minute)}`;
}

/** The day in Sweden as seen from `now`: "i dag", "i morgon", "den 3 december", with the year when it is another. */
export function dayInSweden(instant: Date, now: Date): string {
  const [then, today] = [partsOf(calendar, instant), partsOf(calendar, now)];
  // Calendar days are counted as days of UTC: in Sweden two of them a year are not 24 hours long.
  const days = (dayNumber(then) - dayNumber(today)) / 86_400_000;
  if (days === 0) return 'i dag';
  if (days === 1) return 'i morgon';
  const day = `den ${dayAndMonth.format(instant)}`;
  return then.year === today.year ? day : `${day} ${then.year}`;
}

/** The calendar day in Sweden, such as "2026-11-24": for what is read on another day than it was written. */
export function dateInSweden(instant: Date): string {
  return dateInHour(Math.floor(instant.getTime() / hourMilliseconds));
}

/**
 * Since 1900 days begin at a full hour of UTC, so that all of an hour is the same day. To ask the platform takes longer than all
 * else that an answer takes, and most answers are about now.
 */
const dateInHour = memoized(mostRemembered, (hour: number) => {
  const { year, month, day } = partsOf(calendar, new Date(hour * hourMilliseconds));
  return [year, twoDigits(month), twoDigits(day)].join('-');
});

/** Day and time of day in Sweden for the name of a file, such as "2026-11-24T1203". */
export function stampInSweden(instant: Date): string {
  const { hour, minute } = partsOf(clock, instant);
  return `${dateInSweden(instant)}T${twoDigits(hour)}${twoDigits(minute)}`;
}

/**
 * The instant of a wall-clock time in Sweden: a day such as "2026-11-24" and "HH:MM", with "24:00" the end of
 * the day. A time that a night in March leaves out moves forward by what was left out; of a time that a
 * night in October has twice it is the first.
 */
export function instantInSweden(day: string, time: string): Date {
  return new Date(instantOfWall(Date.parse(`${day}T00:00:00Z`) + minutesOf(time) * 60_000));
}

const instantOfWall = memoized(mostRemembered, (wall: WallTime) =>
  instantIn(timeZone, wall).getTime(),
);

/** Minutes after midnight of "HH:MM". */
export function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

/** The day so many days after a day such as "2026-11-24". */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** The weekday of a day such as "2026-11-24": 1 for Monday to 7 for Sunday, as in ISO 8601. */
export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}

/** What the wall clock shows in Sweden, as milliseconds of a clock that never changes. */
export function wallTimeInSweden(instant: Date): WallTime {
  return wallTimeIn(timeZone, instant);
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

type TimeParts = Readonly<Record<'year' | 'month' | 'day' | 'hour' | 'minute', number>>;

function partsOf(format: Intl.DateTimeFormat, instant: Date): TimeParts {
  const found = { year: 0, month: 0, day: 0, hour: 0, minute: 0 };
  for (const { type, value } of format.formatToParts(instant))
    if (type in found) found[type as keyof TimeParts] = Number(value);
  return found;
}

function dayNumber(parts: TimeParts): number {
  return Date.UTC(parts.year, parts.month - 1, parts.day);
}
