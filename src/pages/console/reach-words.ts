import type { Language } from '../words/words.js';
import type { Reach } from './entry.js';
import type { PublicAbsenceReason, Verdict } from './schema-types.js';
import { backText } from './time-text.js';

/** How a verdict is marked: a sign of its own, so that the colour is not alone. */
export type ReachWords = {
  readonly sign: string;
  readonly tone: 'good' | 'warn' | 'bad';
  /** A few words, for a line of the list. */
  readonly short: string;
  /** What to do, for the card. */
  readonly large: string;
};

const signs: Readonly<Record<Verdict, readonly [string, ReachWords['tone']]>> = {
  CONNECT: ['✓', 'good'],
  CONNECT_ALTERNATIVE: ['➜', 'good'],
  ANSWERED_BY_OTHER: ['⇄', 'warn'],
  HOLD_OR_CALL_BACK: ['Ⅱ', 'warn'],
  TAKE_MESSAGE: ['✕', 'bad'],
  UNKNOWN: ['?', 'warn'],
};

const reasons: Readonly<Record<Language, Readonly<Record<PublicAbsenceReason, string>>>> = {
  sv: {
    ABSENT: 'Ej anträffbar',
    AWAY: 'Inte på plats',
    BRIEFLY_AWAY: 'Inte på plats just nu',
    BUSY: 'Upptagen',
    GONE_FOR_DAY: 'Gått för dagen',
  },
  en: {
    ABSENT: 'Cannot be reached',
    AWAY: 'Not in',
    BRIEFLY_AWAY: 'Not at the desk just now',
    BUSY: 'Busy',
    GONE_FOR_DAY: 'Gone for the day',
  },
};

/** A reason as a caller may hear it. */
export function reasonText(reason: PublicAbsenceReason, language: Language): string {
  return reasons[language][reason];
}

/** Says in words what to do with a call. */
export function reachWords(reach: Reach, now: Date, language: Language): ReachWords {
  const [sign, tone] = signs[reach.verdict];
  const why = reach.reason === null ? '' : reasonText(reach.reason, language);
  const back = backText(reach.backAt, reach.backAtPrecision, now, language);
  const state = [why, back].filter(Boolean).join(', ');
  const other = reach.answeredBy?.displayName ?? null;
  const { short, large } = (language === 'sv' ? swedish : english)(reach.verdict, state, other);
  return { sign, tone, short, large };
}

type Said = Pick<ReachWords, 'short' | 'large'>;
type Saying = (verdict: Verdict, state: string, other: string | null) => Said;

const swedish: Saying = (verdict, state, other) => {
  const before = state === '' ? '' : `${state}. `;
  switch (verdict) {
    case 'CONNECT':
      return { short: 'Kan kopplas', large: 'Koppla samtalet' };
    case 'CONNECT_ALTERNATIVE':
      return {
        short: `${before}Koppla${other ? ` till ${other}` : ' vidare'}`,
        large: `${before}Koppla ${other ? `till ${other}` : 'vidare'}`,
      };
    case 'ANSWERED_BY_OTHER':
      return {
        short: `${before}${other ?? 'Annan'} svarar`,
        large: `${before}${other ?? 'Någon annan'} svarar i stället`,
      };
    case 'HOLD_OR_CALL_BACK':
      return {
        short: state || 'Upptagen',
        large: `${state || 'Upptagen'}. Låt vänta, eller be uppringaren ringa igen`,
      };
    case 'TAKE_MESSAGE':
      return { short: state || 'Kan inte kopplas', large: `${before}Ta emot ett meddelande` };
    case 'UNKNOWN':
      return {
        short: 'Numren visas när du begär dem',
        large: 'Numren visas först när du begär dem',
      };
  }
};

const english: Saying = (verdict, state, other) => {
  const before = state === '' ? '' : `${state}. `;
  switch (verdict) {
    case 'CONNECT':
      return { short: 'Can be put through', large: 'Put the call through' };
    case 'CONNECT_ALTERNATIVE':
      return {
        short: `${before}Put through${other ? ` to ${other}` : ''}`,
        large: `${before}Put through to ${other ?? 'where calls are sent'}`,
      };
    case 'ANSWERED_BY_OTHER':
      return {
        short: `${before}${other ?? 'Somebody else'} answers`,
        large: `${before}${other ?? 'Somebody else'} answers instead`,
      };
    case 'HOLD_OR_CALL_BACK':
      return {
        short: state || 'Busy',
        large: `${state || 'Busy'}. Let the caller wait, or call again`,
      };
    case 'TAKE_MESSAGE':
      return { short: state || 'Cannot be put through', large: `${before}Take a message` };
    case 'UNKNOWN':
      return { short: 'Numbers on request', large: 'The numbers are shown when you ask for them' };
  }
};
