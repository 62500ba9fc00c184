import type { Language } from '../words/words.js';
import type { Availability, PublicAbsenceReason, TimePrecision } from './schema-types.js';
import { words } from './words.js';

/** What is known of somebody's absence in the list, and on the card. */
export type KnownAbsence = {
  readonly endsAt: string | null;
  readonly endsAtPrecision: TimePrecision;
  readonly publicReason: PublicAbsenceReason;
};
/** Whether somebody is there, in words, and which sign goes with them. */
export type Whereabouts = {
  readonly sign: 'HERE' | 'BUSY' | 'AWAY' | 'UNKNOWN';
  readonly text: string;
};

const signs: Readonly<Record<Availability, Whereabouts['sign']>> = {
  AVAILABLE: 'HERE',
  BUSY: 'BUSY',
  DO_NOT_DISTURB: 'BUSY',
  AWAY: 'AWAY',
  BE_RIGHT_BACK: 'AWAY',
  OFFLINE: 'AWAY',
  UNKNOWN: 'UNKNOWN',
};

/** What a colleague is told: the absence if there is one, or else what somebody says of being there; null when nothing is known. */
export function whereaboutsOf(
  absence: KnownAbsence | null,
  availability: Availability | null,
  now: Date,
  language: Language,
): Whereabouts | null {
  const said = words[language];
  if (absence !== null) {
    const back = backText(absence, now, language);
    const reason = said.absent[absence.publicReason];
    return { sign: 'AWAY', text: back === null ? reason : `${reason}, ${back}` };
  }
  if (availability === null || availability === 'UNKNOWN') return null;
  return { sign: signs[availability], text: said.available[availability] };
}

/** When somebody is back, as far as anybody knows; null when nobody does. */
export function backText(
  { endsAt, endsAtPrecision }: Pick<KnownAbsence, 'endsAt' | 'endsAtPrecision'>,
  now: Date,
  language: Language,
): string | null {
  if (endsAt === null || endsAtPrecision === 'UNKNOWN') return null;
  const { back, about, tomorrow } = words[language];
  const end = new Date(endsAt);
  const [day, today] = [dayOf(end), dayOf(now)];
  const time = timeOf(end, language);
  const clock = endsAtPrecision === 'ABOUT' ? `${about} ${time}` : time;
  if (day === today) return `${back} ${clock}`;
  const isTomorrow = day === dayOf(new Date(now.getTime() + 86_400_000));
  const date = isTomorrow ? tomorrow : dateOf(end, language);
  return endsAtPrecision === 'DAY' ? `${back} ${date}` : `${back} ${date} ${clock}`;
}

const zone = 'Europe/Stockholm';
const locales: Readonly<Record<Language, string>> = { sv: 'sv-SE', en: 'en-GB' };

function dayOf(date: Date): string {
  return date.toLocaleDateString('sv-SE', { timeZone: zone });
}

function timeOf(date: Date, language: Language): string {
  return date.toLocaleTimeString(locales[language], {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
  });
}

function dateOf(date: Date, language: Language): string {
  return date.toLocaleDateString(locales[language], {
    timeZone: zone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
  });
}
