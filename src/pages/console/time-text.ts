import type { Language } from '../words/words.js';
import type { TimePrecision } from './schema-types.js';

const timeZone = 'Europe/Stockholm';
const locales: Readonly<Record<Language, string>> = { sv: 'sv-SE', en: 'en-GB' };
const parts = new Intl.DateTimeFormat('sv-SE', {
  timeZone,
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});
const dayNames: Readonly<Record<Language, Intl.DateTimeFormat>> = {
  sv: new Intl.DateTimeFormat(locales.sv, {
    timeZone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
  }),
  en: new Intl.DateTimeFormat(locales.en, {
    timeZone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
  }),
};
const day = 86_400_000;

/** Milliseconds since 1970 as if Sweden's wall clock were UTC's. */
export function wallOf(instant: Date): number {
  const of = Object.fromEntries(parts.formatToParts(instant).map((p) => [p.type, Number(p.value)]));
  const { year = 0, month = 1, day: date, hour, minute, second } = of;
  return Date.UTC(year, month - 1, date, hour, minute, second);
}

/** The time of day in Sweden: 13.30, or 13:30 in English. */
export function clockText(instant: Date, language: Language): string {
  const wall = new Date(wallOf(instant));
  const minute = String(wall.getUTCMinutes()).padStart(2, '0');
  return `${wall.getUTCHours()}${language === 'sv' ? '.' : ':'}${minute}`;
}

/** The day as seen from now: nothing for today, "i morgon", or "tors 3 dec.". */
export function dayText(instant: Date, now: Date, language: Language): string {
  const days = Math.floor(wallOf(instant) / day) - Math.floor(wallOf(now) / day);
  if (days === 0) return '';
  if (days === 1) return language === 'sv' ? 'i morgon' : 'tomorrow';
  if (days === -1) return language === 'sv' ? 'i går' : 'yesterday';
  return dayNames[language].format(instant);
}

/** Day and time: "13.30", "i morgon 8.00". */
export function momentText(instant: Date, now: Date, language: Language): string {
  return [dayText(instant, now, language), clockText(instant, language)].filter(Boolean).join(' ');
}

/** When somebody is back: "åter omkring 13.30"; empty when nobody knows. */
export function backText(
  at: string | null,
  precision: TimePrecision | null,
  now: Date,
  language: Language,
): string {
  if (at === null || precision === 'UNKNOWN') return '';
  const instant = new Date(at);
  const back = language === 'sv' ? 'åter' : 'back';
  if (precision === 'DAY') {
    const today = language === 'sv' ? 'i dag' : 'today';
    return `${back} ${dayText(instant, now, language) || today}`;
  }
  const about = precision === 'ABOUT' ? (language === 'sv' ? 'omkring ' : 'about ') : '';
  const day = dayText(instant, now, language);
  return `${back} ${day && `${day} `}${about}${clockText(instant, language)}`;
}

/** How long ago something was: "12 s", "4 min", "3 tim", "2 dygn". */
export function ageText(milliseconds: number, language: Language): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  if (seconds < 60) return `${seconds} s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min`;
  if (seconds < 48 * 3600)
    return `${Math.floor(seconds / 3600)} ${language === 'sv' ? 'tim' : 'h'}`;
  return `${Math.floor(seconds / 86_400)} ${language === 'sv' ? 'dygn' : 'days'}`;
}

/** The instant of a time of day that somebody typed, today in Sweden: 13, 1330, 13.30; null when it is none. */
export function typedTime(typed: string, now: Date): Date | null {
  const [, hour = '', minute = '0'] = /^(\d{1,2})[.:]?(\d{2})?$/.exec(typed.trim()) ?? [];
  if (hour === '' || Number(hour) > 23 || Number(minute) > 59) return null;
  const wall = wallOf(now);
  const then = wall - (wall % day) + Number(hour) * 3_600_000 + Number(minute) * 60_000;
  // Sweden's clock is as far ahead then as it is now, but in two nights a year.
  const guess = new Date(then - (wall - Math.floor(now.getTime() / 1000) * 1000));
  return new Date(guess.getTime() + then - wallOf(guess));
}
