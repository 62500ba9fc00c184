import type { PublicAbsenceReason, TimePrecision } from '../kernel/absence-words.js';
import type { CallOrigin, Freshness, LineStatus, Verdict } from '../kernel/phone-words.js';
import type { PhoneNumber } from './person.js';
import { isBusy } from './presence.js';

/** An absence as far as the viewer may know it. */
export type KnownAbsence = {
  readonly publicReason: PublicAbsenceReason;
  readonly endsAt: Date | null;
  readonly endsAtPrecision: TimePrecision;
  readonly phoneRings: boolean;
};

/** Where a forwarding leads, once followed: to the person's own mobile, to a number, or to nobody who answers. */
export type ForwardedTo =
  | { readonly kind: 'OWN_MOBILE' }
  | { readonly kind: 'NUMBER'; readonly number: PhoneNumber }
  | { readonly kind: 'NOBODY' };

/** What the viewer may know of somebody, ready to be judged. Hidden facts are not in it. */
export type ReachabilityFacts = {
  /** The person has left; nothing of the rest is asked then. */
  readonly left: boolean;
  readonly absence: KnownAbsence | null;
  readonly direct: PhoneNumber | null;
  readonly mobile: PhoneNumber | null;
  /** The number to give instead of the person's own, for those who may not have them. */
  readonly switchboard: PhoneNumber | null;
  readonly directLine: LineStatus;
  readonly mobileLine: LineStatus;
  readonly unconditional: ForwardedTo | null;
  readonly onBusy: ForwardedTo | null;
  readonly onNotReachable: ForwardedTo | null;
  /** The best stand-in's number, if a stand-in can take the call. */
  readonly standIn: PhoneNumber | null;
  /** The person has numbers that the viewer gets only by asking for them. */
  readonly numbersOnRequest: boolean;
};

/** The one answer that the operator needs (P4): what to do with the call, and why. */
export type Reachability = {
  readonly verdict: Verdict;
  /** Named if, and only if, the verdict connects. */
  readonly connectTo: PhoneNumber | null;
  readonly reason: PublicAbsenceReason | null;
  readonly backAt: Date | null;
  readonly backAtPrecision: TimePrecision | null;
  /** The rule that fired, for operators who ask why. */
  readonly rule: string;
  readonly freshness: Freshness;
};

type Answer = Pick<Reachability, 'verdict' | 'connectTo' | 'reason'> & {
  readonly absence?: KnownAbsence;
};
type Rule = readonly [name: string, apply: (facts: ReachabilityFacts) => Answer | null];

/**
 * Can the call be put through now? First matching rule wins; total and deterministic. The table is
 * research paper api, section 4, without the facts that are not kept yet (do not disturb, calendar,
 * hours, sessions).
 */
const rules: readonly Rule[] = [
  ['R02', (f) => (f.left ? instead(f, null) : null)],
  ['R03a', (f) => (closed(f) ? forwarded(f.unconditional, f.absence) : null)],
  ['R03b', (f) => (closed(f) && f.absence ? instead(f, f.absence.publicReason, f.absence) : null)],
  ['R05', (f) => forwarded(f.unconditional, null)],
  ['R06', (f) => (f.unconditional?.kind === 'NOBODY' ? instead(f, 'AWAY') : null)],
  ['R12a', (f) => (inCall(f) ? withReason(forwarded(f.onBusy, null), 'BUSY') : null)],
  [
    'R12b',
    (f) => (inCall(f) ? { verdict: 'HOLD_OR_CALL_BACK', connectTo: null, reason: 'BUSY' } : null),
  ],
  ['R13', (f) => (preferMobile(f) ? connect(f.mobile) : null)],
  ['R14', (f) => (f.directLine === 'IDLE' ? connect(f.direct) : null)],
  ['R15a', (f) => (f.direct && gone(f) ? forwarded(f.onNotReachable, null) : null)],
  ['R15b', (f) => (f.direct && gone(f) ? connect(f.mobile) : null)],
  ['R15c', (f) => (f.direct && gone(f) ? instead(f, 'AWAY') : null)],
  ['R16', (f) => connect(f.direct)],
  ['R18', (f) => alternative(f.switchboard)],
  [
    'R19',
    (f) => (f.numbersOnRequest ? { verdict: 'UNKNOWN', connectTo: null, reason: null } : null),
  ],
];

/** Judges whether a call of the given origin can be put through, from the facts that the viewer may know. */
export function reachability(facts: ReachabilityFacts): Reachability {
  for (const [rule, apply] of rules) {
    const answer = apply(facts);
    if (answer !== null) return complete(rule, answer, facts);
  }
  return complete('R17', instead(facts, 'AWAY'), facts);
}

/** The origin that is asked about when nobody says: a caller from outside. */
export const defaultOrigin: CallOrigin = 'EXTERNAL';

function closed(facts: ReachabilityFacts): boolean {
  return facts.absence !== null && !facts.absence.phoneRings;
}

function inCall(facts: ReachabilityFacts): boolean {
  return isBusy(facts.directLine) || isBusy(facts.mobileLine);
}

function gone(facts: ReachabilityFacts): boolean {
  return facts.directLine === 'UNREGISTERED';
}

function preferMobile(facts: ReachabilityFacts): boolean {
  return (
    facts.absence !== null || facts.unconditional?.kind === 'OWN_MOBILE' || facts.direct === null
  );
}

function connect(number: PhoneNumber | null): Answer | null {
  return number && { verdict: 'CONNECT', connectTo: number, reason: null };
}

function alternative(number: PhoneNumber | null): Answer | null {
  return number && { verdict: 'CONNECT_ALTERNATIVE', connectTo: number, reason: null };
}

function forwarded(to: ForwardedTo | null, absence: KnownAbsence | null): Answer | null {
  if (to?.kind !== 'NUMBER') return null;
  const answer = alternative(to.number);
  return answer && absence ? { ...answer, reason: absence.publicReason, absence } : answer;
}

function withReason(answer: Answer | null, reason: PublicAbsenceReason): Answer | null {
  return answer && { ...answer, reason };
}

function instead(
  facts: ReachabilityFacts,
  reason: PublicAbsenceReason | null,
  absence?: KnownAbsence,
): Answer {
  const verdict = facts.standIn ? 'ANSWERED_BY_OTHER' : 'TAKE_MESSAGE';
  return { verdict, connectTo: facts.standIn, reason, ...(absence && { absence }) };
}

function complete(rule: string, answer: Answer, facts: ReachabilityFacts): Reachability {
  const lines = [facts.directLine, facts.mobileLine];
  return {
    verdict: answer.verdict,
    connectTo: answer.connectTo,
    reason: answer.reason,
    backAt: answer.absence?.endsAt ?? null,
    backAtPrecision: answer.absence?.endsAtPrecision ?? null,
    rule,
    freshness: lines.some((status) => status !== 'UNKNOWN') ? 'LIVE' : 'UNKNOWN',
  };
}
