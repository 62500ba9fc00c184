import { expect } from '@jest/globals';
import { readCalendar } from '../../src/intake/calendar/read-calendar.js';
import type { CalendarEvent } from '../../src/staff/calendar-event.js';

export const now = new Date('2026-11-24T09:00:00Z');
export const at = (text: string) => new Date(text);

/** A calendar of events, each a list of its lines; UID and time are given where nothing else is said. */
export function calendar(...events: readonly (readonly string[])[]): string {
  const lines = events.flatMap((event, i) => {
    const has = (name: string) => event.some((line) => line.startsWith(name));
    return [
      'BEGIN:VEVENT',
      ...(has('UID') ? [] : [`UID:${i}@hallsberg.test`]),
      ...(has('DTSTART') ? [] : ['DTSTART:20261124T100000Z', 'DTEND:20261124T110000Z']),
      ...event,
      'END:VEVENT',
    ];
  });
  return whole(lines);
}

export function whole(lines: readonly string[]): string {
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR', ''].join('\r\n');
}

export function read(text: string): readonly CalendarEvent[] {
  const outcome = readCalendar(text, now);
  if (!outcome.ok) throw new Error(outcome.errors[0].code);
  return outcome.value;
}

export function codeOf(text: string): string {
  const outcome = readCalendar(text, now);
  if (outcome.ok) return 'taken';
  expect(outcome.errors[0].field).toEqual(['input', 'ics']);
  return outcome.errors[0].code;
}

export const whenOf = (text: string) =>
  read(text).map(({ startsAt, endsAt }) => [startsAt.toISOString(), endsAt.toISOString()]);
