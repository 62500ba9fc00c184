/** As the pages have them; said here so that these rules need no browser. */
type Language = 'sv' | 'en';

const locales: Readonly<Record<Language, string>> = { sv: 'sv-SE', en: 'en-GB' };

/** How long ago it was, in words. */
export function ago(instant: string, now: number, language: Language): string {
  const seconds = Math.max(0, Math.round((now - Date.parse(instant)) / 1000));
  const words = new Intl.RelativeTimeFormat(locales[language], { numeric: 'auto' });
  if (seconds < 60) return just[language];
  if (seconds < 5_400) return words.format(-Math.round(seconds / 60), 'minute');
  if (seconds < 129_600) return words.format(-Math.round(seconds / 3600), 'hour');
  return words.format(-Math.round(seconds / 86_400), 'day');
}

const just: Readonly<Record<Language, string>> = { sv: 'nyss', en: 'just now' };

/** A day and a time of day in Sweden. */
export function whenIn(instant: string, language: Language): string {
  return new Intl.DateTimeFormat(locales[language], {
    dateStyle: 'short',
    timeStyle: 'short',
    timeZone: 'Europe/Stockholm',
  }).format(new Date(instant));
}
