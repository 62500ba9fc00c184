import { typedTime, wallOf } from './time-text.js';

/** An instant that somebody typed; DAY where only the day was said. */
export type TypedMoment = { readonly at: Date; readonly precision: 'EXACT' | 'DAY' };

const day = 86_400_000;
/** From Monday, in both languages, without marks. */
const weekdays = [
  ['mandag', 'monday'],
  ['tisdag', 'tuesday'],
  ['onsdag', 'wednesday'],
  ['torsdag', 'thursday'],
  ['fredag', 'friday'],
  ['lordag', 'saturday'],
  ['sondag', 'sunday'],
] as const;
/** Who says only a day means when it begins. */
const morning = '8';

/**
 * What "1330", "3/12 8", "i morgon 8.30", "tors" or "2026-12-03 8" mean; null for anything else. A time alone is that of
 * the base's day.
 */
export function typedMoment(typed: string, base: Date, now: Date): TypedMoment | null {
  const text = folded(typed).replace(/^i (?=dag|morgon)/, 'i');
  const time = typedTime(text, base);
  if (time !== null) return { at: time, precision: 'EXACT' };
  const [, dayText = '', timeText = ''] = /^(\S+)(?:\s+(?:kl\.?\s*)?(\S+))?$/.exec(text) ?? [];
  const on = dayOf(dayText, now);
  const at = on && typedTime(timeText === '' ? morning : timeText, on);
  return at && { at, precision: timeText === '' ? 'DAY' : 'EXACT' };
}

/** An instant as it can be typed again. */
export function asTyped(at: Date, precision: TypedMoment['precision']): string {
  const wall = new Date(wallOf(at));
  const minutes = String(wall.getUTCMinutes()).padStart(2, '0');
  const date = `${wall.getUTCDate()}/${wall.getUTCMonth() + 1}`;
  return precision === 'DAY' ? date : `${date} ${wall.getUTCHours()}.${minutes}`;
}

function folded(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .toLowerCase()
    .trim();
}

/** Some instant of the day that was said. */
function dayOf(said: string, now: Date): Date | null {
  const noon = typedTime('12', now) ?? now;
  const later = (days: number) => new Date(noon.getTime() + days * day);
  if (said === 'idag' || said === 'today') return noon;
  if (said === 'imorgon' || said === 'tomorrow') return later(1);
  const [, date = '', month = ''] = /^(\d{1,2})\/(\d{1,2})$/.exec(said) ?? [];
  if (date !== '') return dateOf(null, Number(month), Number(date), now);
  const [, year = '', m = '', d = ''] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(said) ?? [];
  if (year !== '') return dateOf(Number(year), Number(m), Number(d), now);
  const weekday =
    said.length < 2
      ? -1
      : weekdays.findIndex((names) => names.some((name) => name.startsWith(said)));
  if (weekday < 0) return null;
  const today = (new Date(wallOf(now)).getUTCDay() + 6) % 7;
  return later(((weekday - today + 6) % 7) + 1);
}

/** Without a year the next such day. */
function dateOf(year: number | null, month: number, date: number, now: Date): Date | null {
  const wall = wallOf(now);
  const noonOf = (of: number) => new Date(Date.UTC(of, month - 1, date, 12));
  const here = new Date(wall).getUTCFullYear();
  const first = noonOf(year ?? here);
  const past = year === null && Math.floor(first.getTime() / day) < Math.floor(wall / day);
  const found = past ? noonOf(here + 1) : first;
  return found.getUTCDate() === date && found.getUTCMonth() === month - 1 ? found : null;
}
