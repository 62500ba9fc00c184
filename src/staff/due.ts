import { occurrencesIn, type Series } from './recurrence.js';
import {
  addDays,
  dateInSweden,
  instantInSweden,
  minutesOf,
  stampInSweden,
  weekdayOf,
} from './swedish-time.js';
import { isHoliday } from './working-days.js';

/** A minute in which opening hours may begin or end: as they are kept, a weekday from 1 for Monday and "HH:MM". */
export type DueMinute = { readonly at: Date; readonly weekday: number; readonly time: string };

const minuteMilliseconds = 60_000;
const sunday = 7;

/** The minutes that begin after one instant and not after another; on a public holiday the hours of a Sunday hold. */
export function minutesAfter(from: Date, to: Date): readonly DueMinute[] {
  const first = Math.floor(from.getTime() / minuteMilliseconds) + 1;
  const last = Math.floor(to.getTime() / minuteMilliseconds);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) =>
    minutesAt(new Date((first + i) * minuteMilliseconds)),
  ).flat();
}

/** A minute as it is kept; midnight is the end of the day before too. */
function minutesAt(at: Date): readonly DueMinute[] {
  const stamp = stampInSweden(at);
  const day = stamp.slice(0, 10);
  const time = `${stamp.slice(11, 13)}:${stamp.slice(13)}`;
  const minutes = timesAt(at, day, time).map((one) => ({ at, weekday: weekdayOn(day), time: one }));
  if (time !== '00:00') return minutes;
  return [{ at, weekday: weekdayOn(addDays(day, -1)), time: '24:00' }, ...minutes];
}

/**
 * The times of a day that an instant is, given what the wall shows then: a time that a night in March leaves out too,
 * as it moves forward by an hour; and nothing the second time in a night in October.
 */
function timesAt(at: Date, day: string, time: string): readonly string[] {
  const hourBefore = `${String(Math.floor(minutesOf(time) / 60) - 1).padStart(2, '0')}${time.slice(2)}`;
  return [time, ...(time < '01:00' ? [] : [hourBefore])].filter(
    (one) => instantInSweden(day, one).getTime() === at.getTime(),
  );
}

function weekdayOn(day: string): number {
  return isHoliday(day) ? sunday : weekdayOf(day);
}

/** The instants at which a day begins in Sweden, after one instant and not after another: "i morgon" is "i dag" from then on. */
export function midnightsAfter(from: Date, to: Date): readonly Date[] {
  const first = addDays(dateInSweden(from), 1);
  const midnights: Date[] = [];
  for (let day = first; ; day = addDays(day, 1)) {
    const midnight = instantInSweden(day, '00:00');
    if (midnight > to) return midnights;
    midnights.push(midnight);
  }
}

/** When a series begins or ends an occurrence, or is amid one at a midnight, after one instant and not after another. */
export function boundariesAfter(series: Series, from: Date, to: Date): readonly Date[] {
  const midnights = midnightsAfter(from, to);
  return occurrencesIn(series, from, new Date(to.getTime() + 1))
    .flatMap(({ startsAt, endsAt }) => [
      startsAt,
      ...midnights.filter((at) => at > startsAt && at < endsAt),
      endsAt,
    ])
    .filter((at) => at > from && at <= to);
}
