import type { Language } from '../words/words.js';
import type { RecurrenceInput } from './schema-types.js';
import { daysLater } from './swedish-time.js';

/** The days of the week as rules name them, from Monday. */
export const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
/** One of them. */
export type Weekday = (typeof weekdays)[number];

/** How an absence repeats, as one chooses it. KEPT is a rule of somebody else's that no choice here says. */
export type Repeating = {
  readonly how: 'NEVER' | 'DAILY' | 'WORKDAYS' | 'WEEKLY' | 'KEPT';
  /** For WEEKLY. */
  readonly days: readonly Weekday[];
  readonly exceptHolidays: boolean;
  /** The last day, as 2026-12-24; empty for one that goes on. */
  readonly until: string;
  /** For KEPT. */
  readonly rule: string;
};

/** An absence that does not repeat. */
export const never: Repeating = {
  how: 'NEVER',
  days: [],
  exceptHolidays: true,
  until: '',
  rule: '',
};

const working: readonly Weekday[] = ['MO', 'TU', 'WE', 'TH', 'FR'];

/** The rule of RFC 5545 that says what was chosen; null for one that does not repeat. */
export function ruleOf(repeating: Repeating): RecurrenceInput | null {
  const { how, days, exceptHolidays, until, rule } = repeating;
  const last = until === '' ? '' : `;UNTIL=${until.replaceAll('-', '')}`;
  switch (how) {
    case 'NEVER':
      return null;
    case 'KEPT':
      return { rule, exceptHolidays };
    case 'DAILY':
      return { rule: `FREQ=DAILY${last}`, exceptHolidays: false };
    case 'WORKDAYS':
      return { rule: `FREQ=WEEKLY;BYDAY=${working.join(',')}${last}`, exceptHolidays: true };
    case 'WEEKLY': {
      const chosen = weekdays.filter((day) => days.includes(day));
      return { rule: `FREQ=WEEKLY;BYDAY=${chosen.join(',')}${last}`, exceptHolidays };
    }
  }
}

/** The choices that say a rule. */
export function repeatingOf(
  recurrence: { readonly rule: string; readonly exceptHolidays: boolean } | null,
): Repeating {
  if (recurrence === null) return never;
  const { rule, exceptHolidays } = recurrence;
  const kept: Repeating = { ...never, how: 'KEPT', rule, exceptHolidays };
  const [, every, byDay = '', last = ''] =
    /^FREQ=(DAILY|WEEKLY)(?:;BYDAY=([A-Z,]+))?(?:;UNTIL=(\d{8})(?:T\d{6}Z?)?)?$/.exec(rule) ?? [];
  const until = last.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3');
  const days = weekdays.filter((day) => byDay.split(',').includes(day));
  if (every === 'DAILY' && byDay === '' && !exceptHolidays)
    return { ...never, how: 'DAILY', until };
  if (every !== 'WEEKLY' || days.length === 0 || days.length !== byDay.split(',').length)
    return kept;
  if (exceptHolidays && days.join() === working.join()) return { ...never, how: 'WORKDAYS', until };
  return { ...never, how: 'WEEKLY', days, exceptHolidays, until };
}

/** The first day that is chosen, from the one given: an absence has to begin on a day on which it repeats. */
export function firstOf(local: string, { how, days }: Repeating): string {
  const chosen = how === 'WORKDAYS' ? working : how === 'WEEKLY' ? days : weekdays;
  for (let later = 0; later < 7; later += 1) {
    const day = daysLater(local, later);
    const index = (new Date(`${day}Z`).getUTCDay() + 6) % 7;
    if (chosen.some((one) => one === weekdays[index])) return day;
  }
  return local;
}

const dayNames = {
  sv: ['måndag', 'tisdag', 'onsdag', 'torsdag', 'fredag', 'lördag', 'söndag'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
} as const;

/** The name of a day of the week. */
export function dayName(day: Weekday, language: Language): string {
  return dayNames[language][weekdays.indexOf(day)] ?? day;
}

/** How it repeats, in words. */
export function saidRepeating(repeating: Repeating, language: Language): string {
  const { how, days, until } = repeating;
  const sv = language === 'sv';
  const last = until === '' ? '' : ` ${sv ? 'till och med' : 'until'} ${until}`;
  const named = days.map((day) => dayName(day, language));
  const list = new Intl.ListFormat(sv ? 'sv' : 'en', { type: 'conjunction' }).format(named);
  switch (how) {
    case 'NEVER':
      return '';
    case 'DAILY':
      return (sv ? 'varje dag' : 'every day') + last;
    case 'WORKDAYS':
      return (sv ? 'varje arbetsdag' : 'every working day') + last;
    case 'WEEKLY':
      return `${sv ? 'varje' : 'every'} ${list}${last}`;
    case 'KEPT':
      return sv ? 'upprepas enligt en egen regel' : 'repeats by a rule of its own';
  }
}
