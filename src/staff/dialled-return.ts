import type { DateOrder } from '../kernel/dial-codes.js';
import { clockTimeInSweden, dateInSweden, instantInSweden } from './swedish-time.js';

/** When somebody is back, or why four dialled digits do not say it. */
export type DialledReturn = Date | 'INVALID' | 'IN_PAST';

const hourMilliseconds = 3_600_000;

/** The time of day today, "1330", in Sweden; in the night in which an hour comes twice, the next one of the two. */
export function timeOfReturn(digits: string, now: Date): DialledReturn {
  const [, hour, minute] = /^(\d\d)(\d\d)$/.exec(digits) ?? [];
  if (hour === undefined || minute === undefined) return 'INVALID';
  if (Number(hour) > 23 || Number(minute) > 59) return 'INVALID';
  const first = instantInSweden(dateInSweden(now), `${hour}:${minute}`);
  if (first > now) return first;
  const again = new Date(first.getTime() + hourMilliseconds);
  const twice = clockTimeInSweden(again) === clockTimeInSweden(first);
  return twice && again > now ? again : 'IN_PAST';
}

/**
 * The beginning in Sweden of the day that was dialled, "1230" or "3012": the next one with that date. Today is
 * no day to come back on.
 */
export function dayOfReturn(digits: string, order: DateOrder, now: Date): DialledReturn {
  const [, first, second] = /^(\d\d)(\d\d)$/.exec(digits) ?? [];
  const monthDay = order === 'MMDD' ? `${first}-${second}` : `${second}-${first}`;
  const today = dateInSweden(now);
  const [year, todays] = [Number(today.slice(0, 4)), today.slice(5)];
  if (monthDay === todays) return 'IN_PAST';
  const day = `${monthDay < todays ? year + 1 : year}-${monthDay}`;
  return isDay(day) ? instantInSweden(day, '00:00') : 'INVALID';
}

function isDay(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}
