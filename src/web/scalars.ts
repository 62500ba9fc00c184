import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql';
import { parseE164, parseExtension, type E164, type Extension } from '../staff/phone-number.js';

type Text<T> = {
  readonly name: string;
  readonly description: string;
  readonly specifiedBy?: string;
  readonly parse: (text: string) => T | null;
  readonly write?: (value: T) => string;
};

function textScalar<T>({ name, description, specifiedBy, parse, write }: Text<T>) {
  const parseValue = (input: unknown): T => {
    const value = typeof input === 'string' ? parse(input) : null;
    if (value === null) throw new GraphQLError(`Expected ${name}: ${description}`);
    return value;
  };
  return new GraphQLScalarType<T, string>({
    name,
    description,
    specifiedByURL: specifiedBy ?? null,
    parseValue,
    parseLiteral: (node: ValueNode) => parseValue(node.kind === Kind.STRING ? node.value : null),
    serialize: (value) => (write ?? String)(value as T),
  });
}

const instant = /^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d(:\d\d(\.\d{1,9})?)?([Zz]|[+-]\d\d:\d\d)$/;

function parseInstant(text: string): Date | null {
  const date = text.length <= 40 && instant.test(text) ? new Date(text) : null;
  return date === null || Number.isNaN(date.getTime()) ? null : date;
}

export const DateTimeScalar = textScalar<Date>({
  name: 'DateTime',
  description: 'RFC 3339 instant with offset; always returned in UTC with Z.',
  specifiedBy: 'https://www.rfc-editor.org/rfc/rfc3339',
  parse: parseInstant,
  write: (date) => date.toISOString(),
});

const calendarDay = /^\d{4}-\d\d-\d\d$/;

function parseDay(text: string): string | null {
  const date = calendarDay.test(text) ? new Date(`${text}T00:00:00Z`) : null;
  const real =
    date !== null && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
  return real ? text : null;
}

export const DateScalar = textScalar<string>({
  name: 'Date',
  description: 'Calendar day in Sweden, such as "2026-11-24".',
  parse: parseDay,
});

/** Any text: a rule that is not taken is an expected refusal, with the path of the field. */
export const RecurrenceRuleScalar = textScalar<string>({
  name: 'RecurrenceRule',
  description:
    'RFC 5545 RRULE of at most 200 characters, such as "FREQ=WEEKLY;BYDAY=MO". Of its parts FREQ (DAILY, WEEKLY, MONTHLY, YEARLY), INTERVAL, COUNT (at most 366 days or weeks, 120 months, 20 years), UNTIL, BYDAY, BYMONTHDAY, BYMONTH (with YEARLY), BYSETPOS (with BYDAY) and WKST are taken.',
  specifiedBy: 'https://www.rfc-editor.org/rfc/rfc5545',
  parse: (text) => text,
});

export const E164Scalar = textScalar<E164>({
  name: 'E164',
  description: 'Strict E.164: a plus sign and 7 to 15 digits, such as "+46582001234".',
  specifiedBy: 'https://www.itu.int/rec/T-REC-E.164',
  parse: parseE164,
});

export const ExtensionScalar = textScalar<Extension>({
  name: 'Extension',
  description: 'Internal short number of 2 to 6 digits, unique within one dial plan.',
  parse: parseExtension,
});

export const TelUriScalar = textScalar<string>({
  name: 'TelUri',
  description: 'RFC 3966 tel: URI; short numbers carry phone-context.',
  specifiedBy: 'https://www.rfc-editor.org/rfc/rfc3966',
  parse: (text) => (text.startsWith('tel:') && text.length <= 300 ? text : null),
});

export const EmailAddressScalar = textScalar<string>({
  name: 'EmailAddress',
  description: 'Mail address of at most 254 characters.',
  parse: (text) => (text.length <= 254 && /^[^\s@]+@[^\s@]+$/.test(text) ? text : null),
});

export const EventCursorScalar = textScalar<string>({
  name: 'EventCursor',
  description:
    'Opaque position of the changes, at most 300 characters of base64url; gives no rights, and is not for comparing or counting.',
  parse: (text) => (/^[A-Za-z0-9_-]{1,300}$/.test(text) ? text : null),
});
