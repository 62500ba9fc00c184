import type { PublicAbsenceReason } from '../kernel/absence-words.js';
import type { ReachabilityRule } from '../kernel/phone-words.js';
import type { Reachability } from './reachability.js';
import { clockTimeInSweden, dayInSweden } from './swedish-time.js';

const states: Readonly<Record<PublicAbsenceReason, string>> = {
  BRIEFLY_AWAY: 'är inte på plats just nu',
  BUSY: 'är upptagen',
  AWAY: 'är inte på plats',
  GONE_FOR_DAY: 'har gått för dagen',
  ABSENT: 'är inte anträffbar',
};

/** What is said where there is no reason to name. */
const withoutReason: Partial<Readonly<Record<ReachabilityRule, string>>> = {
  LEFT: 'har slutat',
  NO_NUMBER: 'har ingen telefon att koppla till',
};

/** What of an answer is told to a caller. */
export type Told = Pick<
  Reachability,
  'verdict' | 'reason' | 'backAt' | 'backAtPrecision' | 'rules'
>;

/**
 * A ready sentence in Swedish for the caller: made from what may be said to a caller, and nothing else
 * (P4, P21). Who answers instead is named by `standIn`; "en kollega" for one whose name is not told. Where
 * calls are forwarded that is who answers there.
 */
export function phraseOf(name: string, told: Told, standIn: string | null, now: Date): string {
  const back = backAgain(told, now);
  const offer = offerOf(told, standIn, back !== '');
  const rule = told.rules.at(-1);
  const state = told.reason === null ? rule && withoutReason[rule] : states[told.reason];
  return state === undefined ? offer : `${name} ${state}${back}. ${offer}`;
}

function offerOf({ verdict }: Told, standIn: string | null, comesBack: boolean): string {
  switch (verdict) {
    case 'CONNECT':
      return 'Jag kopplar dig.';
    case 'CONNECT_ALTERNATIVE':
      return standIn === null ? 'Jag kopplar dig vidare.' : `Jag kopplar dig till ${standIn}.`;
    case 'ANSWERED_BY_OTHER':
      return `Vill du tala med ${standIn ?? 'en kollega'} i stället?`;
    case 'HOLD_OR_CALL_BACK':
      return standIn === null
        ? 'Vill du vänta eller ringa igen?'
        : `Vill du vänta eller tala med ${standIn} i stället?`;
    case 'TAKE_MESSAGE':
      return comesBack
        ? 'Vill du ringa igen då eller lämna ett meddelande?'
        : 'Vill du lämna ett meddelande?';
    case 'UNKNOWN':
      return 'Ett ögonblick, så hör jag efter.';
  }
}

function backAgain({ backAt, backAtPrecision }: Told, now: Date): string {
  if (backAt === null || backAtPrecision === 'UNKNOWN') return '';
  const day = dayInSweden(backAt, now);
  if (backAtPrecision === 'DAY') return ` och är åter ${day}`;
  const time = clockTimeInSweden(backAt);
  const clock = `${backAtPrecision === 'ABOUT' ? 'omkring ' : ''}klockan ${time}`;
  return ` och beräknas åter ${day === 'i dag' ? clock : `${day} ${clock}`}`;
}
