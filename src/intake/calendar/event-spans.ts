import ICAL from 'ical.js';
import { seenAheadMilliseconds, spanAt, type Span } from '../../staff/recurrence.js';
import { readRule } from '../../staff/recurrence-rule.js';
import { countedStartsOf, type Work } from '../../staff/rule-starts.js';
import { dayMilliseconds, wallTimeIn } from '../../staff/zoned-time.js';
import { property, type Component, type Property } from './calendar-text.js';
import { instantOf, lengthFrom, timesIn, type CalendarTime } from './calendar-time.js';

/** When an event is, once or many times. */
export type EventSpans = {
  readonly wholeDays: boolean;
  readonly spans: readonly Span[];
};

const hourMilliseconds = 3_600_000;

/**
 * When an event is, of that which is not over by now and begins within the 92 days that absences are seen
 * ahead; null where that cannot be read, as for a rule that repeats within a day. Whoever asks looks at what is
 * left of the work.
 */
export function spansOf(event: Component, now: Date, work: Work): EventSpans | null {
  const start = timeOf(event, 'dtstart');
  if (!start) return null;
  const length = lengthOf(event, start);
  if (length === null) return null;
  const { wall, zone, wholeDay } = start;
  const to = new Date(now.getTime() + seenAheadMilliseconds);
  const starts = new Set([wall]);
  for (const one of event.properties.filter(({ name }) => name === 'rrule')) {
    const text = ruleText(one);
    const rule = text === null ? null : readRule(text, zone);
    if (rule === null) return null;
    const from = wallTimeIn(zone, now) - length - hourMilliseconds;
    const until = wallTimeIn(zone, to);
    for (const at of countedStartsOf(rule, wall, from, until, work)) starts.add(at);
  }
  const [added, without] = [timesOf(event, 'rdate'), timesOf(event, 'exdate')];
  if (added === null || without === null) return null;
  for (const time of added) starts.add(wallTimeIn(zone, instantOf(time)));
  const left = new Set(without.map((time) => instantOf(time).getTime()));
  const spans = [...starts]
    .toSorted((a, b) => a - b)
    .map((at) => spanAt(at, length, zone))
    .filter(({ startsAt, endsAt }) => endsAt > now && startsAt < to && startsAt < endsAt)
    .filter(({ startsAt }) => !left.has(startsAt.getTime()));
  return { wholeDays: wholeDay, spans };
}

/** The one time of a property; undefined without it, and null for what is no time. */
export function timeOf(event: Component, name: string): CalendarTime | null | undefined {
  const found = property(event, name);
  return found && (timesIn(found)?.[0] ?? null);
}

/** How long on the wall clock it is: to its end, for its duration, for the day, or no time at all. Null where that cannot be read. */
function lengthOf(event: Component, start: CalendarTime): number | null {
  const end = timeOf(event, 'dtend');
  if (end === null) return null;
  if (end !== undefined) return wallTimeIn(start.zone, instantOf(end)) - start.wall;
  const duration = property(event, 'duration');
  if (duration !== undefined) return lengthFrom(duration.values[0]);
  return start.wholeDay ? dayMilliseconds : 0;
}

function timesOf(event: Component, name: string): readonly CalendarTime[] | null {
  const times = event.properties.filter((one) => one.name === name).map(timesIn);
  return times.every((one) => one !== null) ? times.flat() : null;
}

/** The text of a rule again, as `readRule` reads it; null for what ical.js makes nothing of. */
function ruleText({ values: [value] }: Property): string | null {
  try {
    return ICAL.Recur.fromData(value as Parameters<typeof ICAL.Recur.fromData>[0]).toString();
  } catch {
    return null;
  }
}
