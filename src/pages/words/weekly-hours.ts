import type { Language } from './words.js';

/** A time of the week. */
export type Window = { readonly weekday: number; readonly from: string; readonly to: string };
/** Days that have the same hours, in words, and the hours. */
export type HoursLine = { readonly days: string; readonly hours: string };

const days: Readonly<Record<Language, readonly string[]>> = {
  sv: ['måndag', 'tisdag', 'onsdag', 'torsdag', 'fredag', 'lördag', 'söndag'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
};

/** A week's windows in as few lines as they can be said: "måndag–fredag", "08:00–12:00, 13:00–16:30". */
export function hoursLines(windows: readonly Window[], language: Language): readonly HoursLine[] {
  const lines: { first: number; last: number; hours: string }[] = [];
  for (let weekday = 1; weekday <= 7; weekday += 1) {
    const hours = windows
      .filter((one) => one.weekday === weekday)
      .toSorted((a, b) => a.from.localeCompare(b.from))
      .map(({ from, to }) => `${from}–${to}`)
      .join(', ');
    if (hours === '') continue;
    const line = lines.at(-1);
    if (line !== undefined && line.last === weekday - 1 && line.hours === hours)
      line.last = weekday;
    else lines.push({ first: weekday, last: weekday, hours });
  }
  return lines.map(({ first, last, hours }) => {
    const [from = '', to = ''] = [days[language][first - 1], days[language][last - 1]];
    return { days: first === last ? from : `${from}–${to}`, hours };
  });
}
