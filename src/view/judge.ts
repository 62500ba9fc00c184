import type {
  CallOrigin,
  ForwardingCondition,
  LineStatus,
  ReachabilityRule,
} from '../kernel/phone-words.js';
import type { NumberKind } from '../kernel/words.js';
import { expectedReturn, publicReasonOf, type Absence } from '../staff/absence.js';
import {
  forwardingFor,
  maxHops,
  type Forwarding,
  type ForwardingTarget,
} from '../staff/forwarding.js';
import { hoursAt } from '../staff/opening-hours.js';
import type { Person, PhoneNumber } from '../staff/person.js';
import { isBusy, statusAt } from '../staff/presence.js';
import { occurrencesOf, seenAheadMilliseconds } from '../staff/recurrence.js';
import { reachability, type Reachability } from '../staff/reachability.js';
import type { ForwardedTo, KnownAbsence, ReachabilityFacts } from '../staff/reachability-facts.js';
import { sessionFactOf } from '../staff/session-fact.js';
import { dateInSweden } from '../staff/swedish-time.js';
import { isHoliday } from '../staff/working-days.js';
import { project, type Projection } from './projection.js';

/** What is asked: the origin of the call, and everybody whose facts have had a say in the answer so far. */
export type Question = { readonly origin: CallOrigin; readonly asked: Set<Projection> };

/** Judges one entry, as the viewer sees it; `standIn` is the number of the best of those who answer instead. */
export function judge(
  seen: Projection,
  question: Question,
  standIn: PhoneNumber | null,
): Reachability {
  return reachability(factsOf(seen, question, standIn, [seen.person]));
}

function factsOf(
  seen: Projection,
  question: Question,
  standIn: PhoneNumber | null,
  path: readonly Person[],
): ReachabilityFacts {
  question.asked.add(seen);
  return new Facts(seen, standIn, (condition) => followed(seen, condition, question, path));
}

type Follow = (condition: ForwardingCondition) => ForwardedTo | null;

/** What is true of somebody, as far as the viewer may know. Forwardings are followed only if a rule asks: chains branch, and most people have none. */
class Facts implements ReachabilityFacts {
  readonly left: boolean;
  readonly absence: KnownAbsence | null;
  readonly direct: PhoneNumber | null;
  readonly mobile: PhoneNumber | null;
  readonly switchboard: PhoneNumber | null;
  readonly directLine: LineStatus;
  readonly mobileLine: LineStatus;
  readonly session: ReachabilityFacts['session'];
  readonly closed: ReachabilityFacts['closed'];
  readonly expired: boolean;
  readonly numbersOnRequest: boolean;
  readonly #follow: Follow;

  constructor(
    seen: Projection,
    readonly standIn: PhoneNumber | null,
    follow: Follow,
  ) {
    const { absence, numbers, person, sessions, lines, sight } = seen;
    const of = (...kinds: NumberKind[]) =>
      numbers.find((number) => kinds.includes(number.kind)) ?? null;
    this.left = person.leftAt !== null;
    this.absence = absence && knownAbsence(absence, seen);
    this.direct = of('DIRECT', 'SHARED', 'FUNCTION');
    this.mobile = of('MOBILE');
    this.switchboard = seen.switchboard;
    this.directLine = statusOf(lines, sight.now, 'DIRECT', 'SHARED', 'FUNCTION');
    this.mobileLine = statusOf(lines, sight.now, 'MOBILE');
    this.session = sessionFactOf(sessions, sight.now);
    this.closed = closedNow(seen);
    this.expired = lines.length + sessions.length > 0;
    this.numbersOnRequest = seen.numbersOnRequest;
    this.#follow = follow;
  }

  get unconditional() {
    return this.#follow('UNCONDITIONAL');
  }

  get onBusy() {
    return this.#follow('BUSY');
  }

  get onNotReachable() {
    return this.#follow('NOT_REACHABLE');
  }

  get onDoNotDisturb() {
    return this.#follow('DO_NOT_DISTURB');
  }
}

/** The hours of the person's own workplace: those of a unit above are of another place. */
export function hoursOf({ person, may }: Projection, at: Date): ReturnType<typeof hoursAt> {
  const unit = may('Person.unit') ? person.unit : null;
  return hoursAt(unit?.openingHours ?? [], at, isHoliday);
}

function closedNow(seen: Projection): ReachabilityFacts['closed'] {
  const { now } = seen.sight;
  const until = hoursOf(seen, now).closedUntil;
  return until && { until, opensToday: dateInSweden(until) === dateInSweden(now) };
}

/** Whoever may not know what is planned gets the end of the absence in force. */
function knownAbsence(absence: Absence, seen: Projection): KnownAbsence {
  const { person, may } = seen;
  const { now } = seen.sight;
  const seenUntil = new Date(now.getTime() + seenAheadMilliseconds);
  const planned = may('Person.absences') ? occurrencesOf(person.absences, now, seenUntil) : [];
  const { at, precision } = expectedReturn(absence, planned);
  const closedUntil = at && hoursOf(seen, at).closedUntil;
  const back =
    closedUntil && !absence.phoneRings
      ? ({
          endsAt: closedUntil,
          endsAtPrecision: precision === 'DAY' ? precision : 'ABOUT',
        } as const)
      : { endsAt: at, endsAtPrecision: precision };
  return {
    publicReason: may('Absence.publicReason') ? publicReasonOf[absence.reason] : 'ABSENT',
    ...(may('Absence.endsAt') ? back : { endsAt: null, endsAtPrecision: 'UNKNOWN' as const }),
    phoneRings: may('Absence.phoneRings') && absence.phoneRings,
  };
}

function followed(
  seen: Projection,
  condition: ForwardingCondition,
  question: Question,
  path: readonly Person[],
): ForwardedTo | null {
  const { forwardings, sight } = seen;
  const forwarding = forwardingFor(forwardings, condition, question.origin, sight.now);
  if (forwarding === null) return null;
  const { target, validUntil: until } = forwarding;
  if (target.kind === 'NUMBER') return toNumber(target, seen, forwarding);
  if (target.kind !== 'PERSON') return { kind: target.kind, until };
  const next = sight.others.get(target.personId);
  if (next === undefined) return { kind: 'NOBODY', until };
  // A chain that is too long is taken for a loop: no exchange follows it either (R04).
  if (path.length > maxHops || path.includes(next)) return { kind: 'LOOP' };
  const answer = reachability(factsOf(project(next, sight), question, null, [...path, next]));
  if (answer.rules.includes(loop)) return { kind: 'LOOP' };
  return answer.connectTo
    ? { kind: 'NUMBER', number: answer.connectTo, until }
    : { kind: 'NOBODY', until };
}

const loop: ReachabilityRule = 'FORWARDING_LOOP';

function toNumber(
  { e164 }: ForwardingTarget & { readonly kind: 'NUMBER' },
  { person, may }: Projection,
  { layer, validUntil: until }: Forwarding,
): ForwardedTo | null {
  // To a number that the viewer may not know, nobody is connected.
  if (!may('ForwardingTarget.number')) return null;
  const own = person.numbers.find((number) => e164 !== null && number.e164 === e164);
  if (own?.kind === 'MOBILE') return { kind: 'OWN_MOBILE' };
  // The mobile network sends the mobile's calls to the desk; an exchange sends the desk's to itself.
  if (own)
    return layer === 'MOBILE_NETWORK' ? { kind: 'NUMBER', number: own, until } : { kind: 'LOOP' };
  if (e164 === null) return { kind: 'NOBODY', until };
  return { kind: 'NUMBER', number: outside(e164, person), until };
}

/** A number that nobody here is known to have; whose it is, nobody knows, so no caller is told it. */
function outside(e164: NonNullable<PhoneNumber['e164']>, { municipality }: Person): PhoneNumber {
  return {
    kind: 'DIRECT',
    e164,
    extension: null,
    source: 'LOCAL',
    audience: 'COOPERATION',
    mayTellCaller: false,
    dialPlan: municipality.dialPlan,
    greeting: null,
  };
}

/** The busiest of the lines of these kinds: a person with two telephones is busy when one of them is. */
function statusOf(lines: Projection['lines'], now: Date, ...kinds: NumberKind[]): LineStatus {
  const states = lines
    .filter((line) => kinds.includes(line.kind))
    .map((line) => statusAt(line, now))
    .filter((state) => state !== 'UNKNOWN');
  return states.find(isBusy) ?? states.find((s) => s === 'IDLE') ?? states[0] ?? 'UNKNOWN';
}
