import type { Language } from '../words/words.js';

const zone = 'Europe/Stockholm';
const parts = new Intl.DateTimeFormat('sv-SE', {
  timeZone: zone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});
const locales = { sv: 'sv-SE', en: 'en-GB' } as const;
const dayMilliseconds = 86_400_000;

/** An instant as a field of date and time has it, on the clock in Sweden wherever the browser is. */
export function localOf(instant: Date): string {
  const named = Object.fromEntries(parts.formatToParts(instant).map((p) => [p.type, p.value]));
  const { year, month, day, hour, minute } = named;
  return `${year}-${month}-${day}T${hour}:${minute}`;
}

/** The instant of a field of date and time; null while it says none. In the hour that comes twice, the first. */
export function instantOf(local: string): string | null {
  const asUtc = new Date(`${local}Z`).getTime();
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(local) || Number.isNaN(asUtc)) return null;
  const tries = [2, 1].map((hours) => new Date(asUtc - hours * 3_600_000));
  const [summer, winter] = tries;
  const found = tries.find((one) => localOf(one) === local) ?? winter ?? summer;
  return found?.toISOString() ?? null;
}

/** So many days later on the clock, at the same time. */
export function daysLater(local: string, days: number): string {
  const moved = new Date(new Date(`${local}Z`).getTime() + days * dayMilliseconds);
  return moved.toISOString().slice(0, 16);
}

/** An instant as one says it: the time today, otherwise the day with it; or about that time. */
export function saidTime(instant: string, now: Date, language: Language, about = false): string {
  const clock = clockOf(instant, language);
  const time = about ? `${aboutWord[language]} ${clock}` : clock;
  const day = saidDay(instant, now, language);
  if (day === today[language]) return time;
  if (language === 'en') return `${day} at ${time}`;
  return `${day} ${about ? `omkring kl. ${clock}` : `kl. ${clock}`}`;
}

const aboutWord = { sv: 'omkring', en: 'about' } as const;
const today = { sv: 'i dag', en: 'today' } as const;
const tomorrow = { sv: 'i morgon', en: 'tomorrow' } as const;

/** The time of day of an instant. */
export function clockOf(instant: string, language: Language): string {
  const clock = localOf(new Date(instant)).slice(11);
  return language === 'sv' ? clock.replace(':', '.') : clock;
}

/** The time of day of an instant as an operator says it: "8", "13.05", "0.00". */
export function spokenClock(instant: string, language: Language): string {
  if (language === 'en') return clockOf(instant, language);
  return clockOf(instant, language)
    .replace(/^0/, '')
    .replace(/^([1-9]\d?)\.00$/, '$1');
}

/** The day of an instant as an operator says it: "den 4 december", "on 4 December". */
export function spokenDay(instant: string, now: Date, language: Language): string {
  const day = saidDay(instant, now, language);
  if (day === today[language] || day === tomorrow[language]) return day;
  const sameYear = localOf(new Date(instant)).slice(0, 4) === localOf(now).slice(0, 4);
  const date = new Intl.DateTimeFormat(locales[language], {
    timeZone: zone,
    day: 'numeric',
    month: 'long',
    year: sameYear ? undefined : 'numeric',
  }).format(new Date(instant));
  return `${language === 'sv' ? 'den' : 'on'} ${date}`;
}

/** The day of an instant as one says it, with the year only where it is another. */
export function saidDay(instant: string, now: Date, language: Language): string {
  const [local, here] = [localOf(new Date(instant)), localOf(now)];
  if (local.slice(0, 10) === here.slice(0, 10)) return today[language];
  if (local.slice(0, 10) === daysLater(here, 1).slice(0, 10)) return tomorrow[language];
  const year = local.slice(0, 4) === here.slice(0, 4) ? undefined : 'numeric';
  return new Intl.DateTimeFormat(locales[language], {
    timeZone: zone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year,
  }).format(new Date(instant));
}

/** From when to when, with the day said once where it is the same; without an end, from when. */
export function saidSpan(
  { startsAt, endsAt }: { readonly startsAt: string | null; readonly endsAt: string | null },
  now: Date,
  language: Language,
): string {
  if (startsAt === null) return '';
  const from = saidTime(startsAt, now, language);
  if (endsAt === null) return `${fromWord[language]} ${from}`;
  const [start, end] = [localOf(new Date(startsAt)), localOf(new Date(endsAt))];
  const sameDay = start.slice(0, 10) === end.slice(0, 10);
  return `${from}–${sameDay ? clockOf(endsAt, language) : saidTime(endsAt, now, language)}`;
}

const fromWord = { sv: 'från', en: 'from' } as const;
