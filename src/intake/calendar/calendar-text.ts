import ICAL from 'ical.js';

/** One property of a calendar's component, as ical.js reads it (jCal, RFC 7265). */
export type Property = {
  readonly name: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly values: readonly unknown[];
};

/** A component that says something of somebody's time. */
export type Component = {
  readonly kind: 'VEVENT' | 'VFREEBUSY';
  readonly properties: readonly Property[];
};

/** The properties that are read. Whatever else there is goes no further than this file. */
const read = new Set([
  'uid',
  'dtstart',
  'dtend',
  'duration',
  'rrule',
  'rdate',
  'exdate',
  'recurrence-id',
  'status',
  'transp',
  'class',
  'summary',
  'x-microsoft-cdo-busystatus',
  'freebusy',
]);

/** The components of an iCalendar text, or null for a text that is none. */
export function componentsOf(text: string): readonly Component[] | null {
  let parsed: unknown;
  try {
    parsed = ICAL.parse(text);
  } catch {
    // Its message may quote the text, and with that a title.
    return null;
  }
  if (!Array.isArray(parsed) || parsed.length === 0) return null;
  const calendars = (typeof parsed[0] === 'string' ? [parsed] : parsed) as readonly unknown[];
  return calendars.every(isCalendar)
    ? calendars.flatMap(([, , inner]) => inner.flatMap(one))
    : null;
}

type JCal = readonly [name: string, properties: readonly unknown[][], inner: readonly JCal[]];

function isCalendar(value: unknown): value is JCal {
  return Array.isArray(value) && value[0] === 'vcalendar' && Array.isArray(value[2]);
}

function one([name, properties]: JCal): readonly Component[] {
  const kind = name.toUpperCase();
  if (kind !== 'VEVENT' && kind !== 'VFREEBUSY') return [];
  const kept = properties.filter(([property]) => read.has(String(property)));
  return [
    {
      kind,
      properties: kept.map(([property, parameters, , ...values]) => {
        return { name: String(property), parameters: parameters as Property['parameters'], values };
      }),
    },
  ];
}

/** The first property of a name, or undefined. */
export function property({ properties }: Component, name: string): Property | undefined {
  return properties.find((one) => one.name === name);
}

/** The text of the first property of a name; empty without it. */
export function textOf(component: Component, name: string): string {
  const value = property(component, name)?.values[0];
  return typeof value === 'string' ? value : '';
}

/** The same in upper case. */
export function wordOf(component: Component, name: string): string {
  return textOf(component, name).trim().toUpperCase();
}
