import type { PublicAbsenceReason, TimePrecision } from '../kernel/absence-words.js';
import type { CallOrigin, Freshness, ReachabilityRule, Verdict } from '../kernel/phone-words.js';
import type { PhoneNumber } from './person.js';
import { isBusy } from './presence.js';
import type { ForwardedTo, ReachabilityFacts } from './reachability-facts.js';

/** The one answer that the operator needs (P4): what to do with the call, and why. */
export type Reachability = {
  readonly verdict: Verdict;
  /** Named if, and only if, the verdict connects. */
  readonly connectTo: PhoneNumber | null;
  readonly reason: PublicAbsenceReason | null;
  readonly backAt: Date | null;
  readonly backAtPrecision: TimePrecision | null;
  /** The rules that fired, the one that answered last: for operators who ask why. */
  readonly rules: readonly ReachabilityRule[];
  readonly freshness: Freshness;
};

type Back = { readonly backAt: Date | null; readonly backAtPrecision: TimePrecision | null };
type Answer = Pick<Reachability, 'verdict' | 'connectTo' | 'reason'> & Back;
type Rule = (facts: ReachabilityFacts) => Answer | null;

const unknown: Back = { backAt: null, backAtPrecision: null };

/**
 * Can the call be put through now? Asked from the top; the first rule that answers decides. The table is
 * research paper api, section 4, with what is wrong there for an operator put right:
 *
 * - what a calendar says is an absence here, so that R09 and R11 are ABSENT; BUSY is what a client says;
 * - somebody in a call is there, whatever the hours are (R10, R12); who has gone for the day has not
 *   forwarded calls to voicemail, but gone, so that R10 stands before R06 to R08;
 * - a session is renewed while it lasts, so that its expiry is no time to be back (R08);
 * - a mobile that is switched off is no way to reach somebody (R13, R15b, R16b);
 * - who has no number is not therefore away: NO_NUMBER says no reason (R17).
 */
const table: Readonly<Record<ReachabilityRule, Rule>> = {
  LEFT: (f) => (f.left ? instead(f, null) : null),
  ABSENT_FORWARDED: (f) => (closes(f) ? forwarded(f.unconditional, ...absenceOf(f)) : null),
  ABSENT: (f) => (closes(f) ? instead(f, ...absenceOf(f)) : null),
  // A loop leads nowhere, and is passed over (R04).
  FORWARDING_LOOP: () => null,
  FORWARDED: (f) => forwarded(f.unconditional, null, untilThen(f.unconditional)),
  OUT_OF_HOURS: (f) =>
    f.closed !== null && f.session !== 'AVAILABLE' && !inCall(f)
      ? instead(f, f.closed.opensToday ? 'AWAY' : 'GONE_FOR_DAY', {
          backAt: f.closed.until,
          backAtPrecision: 'ABOUT',
        })
      : null,
  FORWARDED_TO_VOICEMAIL: (f) => withoutAnswer(f, 'VOICEMAIL'),
  FORWARDED_TO_SWITCHBOARD: (f) => withoutAnswer(f, 'SWITCHBOARD'),
  FORWARDED_TO_NOBODY: (f) => withoutAnswer(f, 'NOBODY'),
  NOT_DISTURBED_FORWARDED: (f) => (undisturbed(f) ? forwarded(f.onDoNotDisturb, 'BUSY') : null),
  NOT_DISTURBED: (f) => (undisturbed(f) ? orHold(f) : null),
  IN_CALL_FORWARDED: (f) => (inCall(f) ? forwarded(f.onBusy, 'BUSY') : null),
  IN_CALL: (f) => (inCall(f) ? hold : null),
  BUSY: (f) => (f.session === 'BUSY' ? orHold(f) : null),
  MOBILE_OFF_FORWARDED: (f) => (mobileIsDead(f) ? forwarded(f.onNotReachable, null) : null),
  MOBILE_OFF: (f) => (mobileIsDead(f) ? instead(f, 'AWAY') : null),
  MOBILE_FIRST: (f) => (mobileFirst(f) ? connect(f.mobile) : null),
  DESK_FREE: (f) => (f.directLine === 'IDLE' ? connect(f.direct) : null),
  DESK_OFF_FORWARDED: (f) => (deskOff(f) ? forwarded(f.onNotReachable, null) : null),
  DESK_OFF_MOBILE: (f) => (deskOff(f) ? connect(mobileThatWorks(f)) : null),
  DESK_OFF: (f) => (deskOff(f) ? instead(f, 'AWAY') : null),
  SIGNED_OUT_MOBILE: (f) => (signedOut(f) ? connect(mobileThatWorks(f)) : null),
  SIGNED_OUT: (f) => (signedOut(f) ? instead(f, 'AWAY') : null),
  DESK_UNKNOWN: (f) => connect(f.direct),
  SWITCHBOARD_INSTEAD: (f) => alternative(f.switchboard, null),
  NUMBERS_ON_REQUEST: (f) =>
    f.numbersOnRequest ? { verdict: 'UNKNOWN', connectTo: null, reason: null, ...unknown } : null,
  NO_NUMBER: (f) => instead(f, null),
};
const rules = Object.entries(table) as [ReachabilityRule, Rule][];

/** Judges whether a call can be put through, from the facts that the viewer may know: total and deterministic. */
export function reachability(facts: ReachabilityFacts): Reachability {
  const loop = facts.unconditional?.kind === 'LOOP' && !facts.left && !closes(facts);
  for (const [rule, apply] of rules) {
    const answer = apply(facts);
    if (answer === null) continue;
    const fired: ReachabilityRule[] = loop ? ['FORWARDING_LOOP', rule] : [rule];
    return { ...answer, rules: fired, freshness: freshnessOf(facts) };
  }
  throw new Error('The last rule answers always.');
}

/** The origin that is asked about when nobody says: a caller from outside. */
export const defaultOrigin: CallOrigin = 'EXTERNAL';

function closes({ absence }: ReachabilityFacts): boolean {
  return absence !== null && !absence.phoneRings;
}

function absenceOf({ absence }: ReachabilityFacts): [PublicAbsenceReason | null, Back] {
  if (absence === null) return [null, unknown];
  const { publicReason, endsAt: backAt, endsAtPrecision: backAtPrecision } = absence;
  return [publicReason, { backAt, backAtPrecision }];
}

function undisturbed({ session }: ReachabilityFacts): boolean {
  return session === 'DO_NOT_DISTURB';
}

function inCall({ directLine, mobileLine }: ReachabilityFacts): boolean {
  return isBusy(directLine) || isBusy(mobileLine);
}

function mobileFirst({ absence, unconditional, direct }: ReachabilityFacts): boolean {
  return absence !== null || unconditional?.kind === 'OWN_MOBILE' || direct === null;
}

/** Calls can only go to a mobile that is known to be off: who works elsewhere is not at the desk either. */
function mobileIsDead(facts: ReachabilityFacts): boolean {
  return mobileFirst(facts) && facts.mobile !== null && facts.mobileLine === 'UNREGISTERED';
}

function mobileThatWorks({ mobile, mobileLine }: ReachabilityFacts): PhoneNumber | null {
  return mobileLine === 'UNREGISTERED' ? null : mobile;
}

function deskOff({ direct, directLine }: ReachabilityFacts): boolean {
  return direct !== null && directLine === 'UNREGISTERED';
}

function signedOut({ direct, session }: ReachabilityFacts): boolean {
  return direct !== null && session === 'OFFLINE';
}

function connect(number: PhoneNumber | null): Answer | null {
  return number && { verdict: 'CONNECT', connectTo: number, reason: null, ...unknown };
}

function alternative(
  number: PhoneNumber | null,
  reason: PublicAbsenceReason | null,
  back: Back = unknown,
): Answer | null {
  return number && { verdict: 'CONNECT_ALTERNATIVE', connectTo: number, reason, ...back };
}

function forwarded(
  to: ForwardedTo | null,
  reason: PublicAbsenceReason | null,
  back?: Back,
): Answer | null {
  return to?.kind === 'NUMBER' ? alternative(to.number, reason, back) : null;
}

/** All calls go to where nobody answers: the caller is better served here. */
function withoutAnswer(
  facts: ReachabilityFacts,
  kind: 'VOICEMAIL' | 'SWITCHBOARD' | 'NOBODY',
): Answer | null {
  const to = facts.unconditional;
  if (to?.kind !== kind) return null;
  return instead(facts, 'AWAY', untilThen(to));
}

/** A forwarding that ends by itself tells about when somebody is back. */
function untilThen(to: ForwardedTo | null): Back {
  const until = to !== null && 'until' in to ? to.until : null;
  return { backAt: until, backAtPrecision: until && 'ABOUT' };
}

const hold: Answer = {
  verdict: 'HOLD_OR_CALL_BACK',
  connectTo: null,
  reason: 'BUSY',
  ...unknown,
};

function orHold(facts: ReachabilityFacts): Answer {
  return facts.standIn === null ? hold : instead(facts, 'BUSY');
}

function instead(
  { standIn }: ReachabilityFacts,
  reason: PublicAbsenceReason | null,
  back: Back = unknown,
): Answer {
  const verdict = standIn ? 'ANSWERED_BY_OTHER' : 'TAKE_MESSAGE';
  return { verdict, connectTo: standIn, reason, ...back };
}

function freshnessOf({ directLine, mobileLine, session, expired }: ReachabilityFacts): Freshness {
  if ([directLine, mobileLine, session].some((state) => state !== 'UNKNOWN')) return 'LIVE';
  return expired ? 'STALE' : 'UNKNOWN';
}
