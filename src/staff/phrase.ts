import type { PublicAbsenceReason } from '../kernel/absence-words.js';
import type { Verdict } from '../kernel/phone-words.js';
import type { Reachability } from './reachability.js';
import { clockTimeInSweden, dayInSweden } from './swedish-time.js';

const states: Readonly<Record<PublicAbsenceReason, string>> = {
  BRIEFLY_AWAY: 'är inte på plats just nu',
  BUSY: 'är upptagen',
  AWAY: 'är inte på plats',
  GONE_FOR_DAY: 'har gått för dagen',
  ABSENT: 'är inte anträffbar',
};

const offers: Readonly<Record<Verdict, string>> = {
  CONNECT: 'Jag kopplar dig.',
  CONNECT_ALTERNATIVE: 'Jag kopplar dig.',
  HOLD_OR_CALL_BACK: 'Vill du vänta eller ringa igen?',
  ANSWERED_BY_OTHER: 'Någon annan kan svara i stället.',
  TAKE_MESSAGE: 'Vill du lämna ett meddelande?',
  UNKNOWN: 'Ett ögonblick, så hör jag efter.',
};

/** A ready sentence in Swedish for the caller: made from what may be said to a caller, and nothing else (P21). */
export function phraseOf(
  name: string,
  answer: Pick<Reachability, 'verdict' | 'reason' | 'backAt' | 'backAtPrecision'>,
  standIn: string | null,
  now: Date,
): string {
  const offer =
    answer.verdict === 'ANSWERED_BY_OTHER' && standIn
      ? `Vill du tala med ${standIn} i stället?`
      : offers[answer.verdict];
  if (answer.reason === null) return offer;
  return `${name} ${states[answer.reason]}${backAgain(answer, now)}. ${offer}`;
}

function backAgain(
  { backAt, backAtPrecision }: Pick<Reachability, 'backAt' | 'backAtPrecision'>,
  now: Date,
): string {
  if (backAt === null || backAtPrecision === 'UNKNOWN') return '';
  const day = dayInSweden(backAt, now);
  if (backAtPrecision === 'DAY') return ` och är åter ${day}`;
  const time = clockTimeInSweden(backAt);
  const when = day === 'i dag' ? `klockan ${time}` : `${day} klockan ${time}`;
  return ` och beräknas åter ${backAtPrecision === 'ABOUT' ? `omkring ${when}` : when}`;
}
