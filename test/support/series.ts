import type { RuleText } from '../../src/staff/recurrence-rule.js';
import {
  occurrencesIn,
  type Recurrence,
  type Series,
  type Span,
} from '../../src/staff/recurrence.js';
import { swedishZone, wallTimeInSweden } from '../../src/staff/swedish-time.js';
import { instantIn } from '../../src/staff/zoned-time.js';
import { absence } from './people.js';

export const day = 86_400_000;
export const weekdays = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];
export const wall = (text: string) => Date.parse(`${text}Z`);
export const sweden = (text: string) => instantIn(swedishZone, wall(text));
export const onTheWall = ({ startsAt, endsAt }: Span) =>
  [startsAt, endsAt].map((at) => new Date(wallTimeInSweden(at)).toISOString().slice(0, 16));

export function series(
  rule: string,
  from: string,
  to: string,
  more: Partial<Recurrence> = {},
): Series {
  const recurrence = {
    rule: rule as RuleText,
    exceptHolidays: false,
    endsAt: null,
    endedEarly: [],
  };
  const span = { startsAt: sweden(from), endsAt: sweden(to) };
  return { ...absence(), ...span, recurrence: { ...recurrence, ...more } };
}

export const between = (one: Series, from: string, to: string) =>
  occurrencesIn(one, sweden(from), sweden(to)).map(onTheWall);
