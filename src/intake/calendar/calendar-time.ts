import ICAL from 'ical.js';
import { swedishZone } from '../../staff/swedish-time.js';
import { instantIn, type WallTime } from '../../staff/zoned-time.js';
import type { Property } from './calendar-text.js';
import { zoneNamed } from './time-zones.js';

/** A time as a calendar writes it: on the wall clock of a zone, or a whole day in Sweden. */
export type CalendarTime = {
  readonly wall: WallTime;
  readonly zone: string;
  readonly wholeDay: boolean;
};

/** Calendars of people who work now; it also bounds what is counted through. */
const years = { first: 1990, last: 2200 };

/** The times that a property holds; null when one of them is none. */
export function timesIn({ parameters, values }: Property): readonly CalendarTime[] | null {
  const name = parameters['tzid'];
  const zone = zoneNamed(typeof name === 'string' ? name : undefined);
  const times = values.map((value) => timeFrom(value, zone));
  return times.every((time) => time !== null) ? times : null;
}

/** A time in the zone, or in UTC where it says so; null for what is no time. */
export function timeFrom(value: unknown, zone: string): CalendarTime | null {
  const [, day, time = '00:00:00', utc] =
    /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d:\d\d)(Z?))?$/.exec(String(value)) ?? [];
  if (day === undefined) return null;
  const wall = Date.parse(`${day}T${time}Z`);
  const year = Number(day.slice(0, 4));
  const real = !Number.isNaN(wall) && new Date(wall).toISOString().startsWith(day);
  if (!real || year < years.first || year > years.last) return null;
  const wholeDay = utc === undefined;
  const itsZone = utc === 'Z' ? 'UTC' : zone;
  return { wall, zone: wholeDay ? swedishZone : itsZone, wholeDay };
}

/** When that is. */
export function instantOf({ wall, zone }: CalendarTime): Date {
  return instantIn(zone, wall);
}

/** How long a duration of RFC 5545 is, in milliseconds; null for what is none, or not after the start. */
export function lengthFrom(value: unknown): number | null {
  const text = String(value);
  if (text.length > 40) return null;
  try {
    const length = ICAL.Duration.fromString(text).toSeconds() * 1_000;
    return Number.isFinite(length) && length >= 0 ? length : null;
  } catch {
    return null;
  }
}
