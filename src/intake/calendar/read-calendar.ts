import { createHash } from 'node:crypto';
import { done, refused, type Outcome } from '../../kernel/user-error.js';
import type { CalendarEvent } from '../../staff/calendar-event.js';
import { seenAheadMilliseconds, type Span } from '../../staff/recurrence.js';
import type { Work } from '../../staff/rule-starts.js';
import { componentsOf, property, textOf, type Component, type Property } from './calendar-text.js';
import { instantOf, lengthFrom, timeFrom } from './calendar-time.js';
import { spansOf, timeOf } from './event-spans.js';
import { shownBy, shownByFreeBusy } from './shown-as.js';

/** The largest calendar, in bytes of UTF-8: a busy quarter of a year takes some tens of KiB. */
export const maxCalendarBytes = 256 * 1024;
const maxComponents = 1_000;
/** How many of them may repeat: each is looked through. */
const maxRepeating = 200;
const maxEvents = 200;
/** Of all rules together: a dozen that are counted through every day of a year, and no more than half a second. */
const maxWork = 5_000;

/**
 * What an iCalendar text says of somebody's time from now and 92 days on, whatever the order of its parts;
 * or why it is refused. Nothing of a title, a place or anybody's name is in either.
 */
export function readCalendar(text: string, now: Date): Outcome<readonly CalendarEvent[]> {
  if (Buffer.byteLength(text) > maxCalendarBytes)
    return refused('TOO_LONG', `Kalendern får vara högst ${maxCalendarBytes / 1024} KiB.`, 'ics');
  const components = componentsOf(text);
  if (components === null) return unreadable();
  if (components.length > maxComponents)
    return refused('LIMIT', `Högst ${maxComponents} händelser åt gången.`, 'ics');
  const rules = components.flatMap(({ properties }) =>
    properties.filter(({ name }) => name === 'rrule'),
  );
  if (rules.length > maxRepeating)
    return refused('LIMIT', `Högst ${maxRepeating} händelser får upprepas.`, 'ics');
  const events = new Map<string, CalendarEvent>();
  const work = { left: maxWork };
  // An event that replaces one time of another is read after it, and has the same key.
  for (const one of [...components.filter(isWhole), ...components.filter((c) => !isWhole(c))]) {
    const read = one.kind === 'VEVENT' ? eventsOf(one, now, work) : busyTimesOf(one, now);
    if (read === null) return unreadable();
    if (work.left < 0) return refused('LIMIT', 'Kalendern upprepar för mycket.', 'ics');
    for (const { key, event } of read)
      if (event === null) events.delete(key);
      else events.set(key, event);
  }
  const said = [...events.values()].filter(({ letterCode, shownAs }) => letterCode ?? shownAs);
  if (said.length > maxEvents)
    return refused('LIMIT', `Kalendern ger fler än ${maxEvents} frånvaron.`, 'ics');
  return done(said.toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime()));
}

/** An event by its key; null says that there is none. */
type Keyed = { readonly key: string; readonly event: CalendarEvent | null };

function isWhole(component: Component): boolean {
  return property(component, 'recurrence-id') === undefined;
}

function eventsOf(event: Component, now: Date, work: Work): readonly Keyed[] | null {
  const uid = textOf(event, 'uid');
  const replaced = timeOf(event, 'recurrence-id');
  if (replaced === null) return null;
  const shown = shownBy(event);
  const instead = replaced && keyOf(uid, instantOf(replaced));
  const gone = instead === undefined ? [] : [{ key: instead, event: null }];
  // Whether it can be read matters only where it would make somebody absent.
  if (shown === null || (shown.letterCode === null && shown.shownAs === null)) return gone;
  const when = spansOf(event, now, work);
  if (when === null) return null;
  return [
    ...gone,
    ...when.spans.map((span) => {
      const key = instead ?? keyOf(uid, span.startsAt);
      const endsAtPrecision = when.wholeDays ? ('DAY' as const) : ('EXACT' as const);
      return { key, event: { key, ...span, endsAtPrecision, ...shown } };
    }),
  ];
}

/** The times of a VFREEBUSY: periods in UTC, several to a property. */
function busyTimesOf(component: Component, now: Date): readonly Keyed[] | null {
  const read: Keyed[] = [];
  for (const { name, parameters, values } of component.properties) {
    const shownAs = name === 'freebusy' ? shownByFreeBusy(parameters['fbtype']) : null;
    if (shownAs === null) continue;
    for (const value of values) {
      const span = spanFrom(value);
      if (span === null) return null;
      if (span.endsAt <= now || span.startsAt.getTime() >= now.getTime() + seenAheadMilliseconds)
        continue;
      const key = keyOf('', span.startsAt);
      const said = { endsAtPrecision: 'EXACT', letterCode: null, phoneRings: false } as const;
      read.push({ key, event: { key, ...span, ...said, shownAs } });
    }
  }
  return read;
}

function spanFrom(value: Property['values'][number]): Span | null {
  const [from, to] = Array.isArray(value) ? (value as readonly unknown[]) : [];
  const start = timeFrom(from, 'UTC');
  const end = timeFrom(to, 'UTC');
  const length = end === null ? lengthFrom(to) : instantOf(end).getTime() - (start?.wall ?? 0);
  if (start === null || length === null || length <= 0) return null;
  const startsAt = instantOf(start);
  return { startsAt, endsAt: new Date(startsAt.getTime() + length) };
}

/** Which event it is, without what the calendar calls it: that may be an address or a name. */
function keyOf(uid: string, startsAt: Date): string {
  return createHash('sha256').update(`${uid}\n${startsAt.toISOString()}`).digest('base64url');
}

function unreadable(): Outcome<never> {
  return refused('INVALID', 'Kalendern går inte att läsa.', 'ics');
}
