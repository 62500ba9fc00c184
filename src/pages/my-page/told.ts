import type { Language } from '../words/words.js';
import { spokenClock, spokenDay } from './swedish-time.js';
import type { Member } from './unit-people.js';

/** What of a person decides what callers are told. */
export type Reach = NonNullable<Member['reachability']>;

const states = {
  sv: {
    BRIEFLY_AWAY: 'är inte på plats just nu',
    BUSY: 'är upptagen',
    AWAY: 'är inte på plats',
    GONE_FOR_DAY: 'har gått för dagen',
    ABSENT: 'är inte anträffbar',
  },
  en: {
    BRIEFLY_AWAY: 'is not at the desk just now',
    BUSY: 'is busy',
    AWAY: 'is not at the workplace',
    GONE_FOR_DAY: 'has gone for the day',
    ABSENT: 'cannot be reached',
  },
} as const;

/**
 * What a caller is told of somebody now, as an operator says it: made from the public reason alone. The API
 * gives its own sentence to operators only, and in Swedish.
 */
export function toldToCallers(name: string, reach: Reach, now: Date, language: Language): string {
  const offer = offers[language](reach, standInOf(reach));
  if (reach.reason === null) return offer;
  const back = backAgain(reach, now, language);
  return `${name} ${states[language][reach.reason]}${back}. ${offer}`;
}

/** Whether calls come to the person's own telephone now. */
export function isReached({ verdict }: Reach): boolean {
  return verdict === 'CONNECT';
}

function standInOf(reach: Reach): string | null {
  const elsewhere = reach.verdict === 'CONNECT_ALTERNATIVE' ? reach.answeredBy : null;
  return elsewhere?.displayName ?? reach.alternatives[0]?.entry.displayName ?? null;
}

type Offer = (reach: Reach, standIn: string | null) => string;
const offers: Readonly<Record<Language, Offer>> = {
  sv: ({ verdict, backAt }, standIn) => {
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
        return backAt === null
          ? 'Vill du lämna ett meddelande?'
          : 'Vill du ringa igen då eller lämna ett meddelande?';
      case 'UNKNOWN':
        return 'Ett ögonblick, så hör jag efter.';
    }
  },
  en: ({ verdict, backAt }, standIn) => {
    switch (verdict) {
      case 'CONNECT':
        return 'I am putting you through.';
      case 'CONNECT_ALTERNATIVE':
        return `I am putting you through${standIn === null ? '' : ` to ${standIn}`}.`;
      case 'ANSWERED_BY_OTHER':
        return `Would you like to speak to ${standIn ?? 'a colleague'} instead?`;
      case 'HOLD_OR_CALL_BACK':
        return standIn === null
          ? 'Would you like to wait or call again?'
          : `Would you like to wait, or speak to ${standIn} instead?`;
      case 'TAKE_MESSAGE':
        return backAt === null
          ? 'Would you like to leave a message?'
          : 'Would you like to call again then, or leave a message?';
      case 'UNKNOWN':
        return 'One moment, let me find out.';
    }
  },
};

function backAgain(reach: Reach, now: Date, language: Language): string {
  const { backAt, backAtPrecision } = reach;
  if (backAt === null || backAtPrecision === 'UNKNOWN') return '';
  const day = spokenDay(backAt, now, language);
  const today = day === spokenDay(now.toISOString(), now, language);
  const clock = spokenClock(backAt, language);
  const about = backAtPrecision === 'ABOUT';
  if (language === 'sv') {
    if (backAtPrecision === 'DAY') return ` och är åter ${day}`;
    const when = `${about ? 'omkring ' : ''}klockan ${clock}`;
    return ` och beräknas åter ${today ? when : `${day} ${when}`}`;
  }
  if (backAtPrecision === 'DAY') return ` and is back ${day}`;
  const time = `${about ? 'about' : 'at'} ${clock}`;
  return ` and is expected back ${today ? time : `${day} ${time}`}`;
}
