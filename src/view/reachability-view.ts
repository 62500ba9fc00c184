import type { CallOrigin, ForwardingCondition, LineStatus } from '../kernel/phone-words.js';
import type { NumberKind } from '../kernel/words.js';
import {
  expectedReturn,
  nextAbsenceBoundary,
  publicReasonOf,
  type Absence,
} from '../staff/absence.js';
import { forwardingFor, maxHops } from '../staff/forwarding.js';
import type { Person, PhoneNumber } from '../staff/person.js';
import { phraseOf } from '../staff/phrase.js';
import { isBusy, statusAt } from '../staff/presence.js';
import {
  reachability,
  type ForwardedTo,
  type KnownAbsence,
  type Reachability,
  type ReachabilityFacts,
} from '../staff/reachability.js';
import type { AlternativeView, EntryView, ReachabilityView } from './person-view.js';
import { numberView } from './number-view.js';
import { project, type Projection, type Sight } from './projection.js';

/** An answer holds for a minute at most, so that its end does not tell of hidden plans or of when a call began. */
const horizonMilliseconds = 60_000;

/** Can the call be put through: computed from the projection, so that nothing hidden has a say in it. */
export function reachabilityView(
  seen: Projection,
  origin: CallOrigin,
  view: (person: Person, sight: Sight) => EntryView,
): ReachabilityView {
  const standIns = standInsOf(seen).map((other) => ({ other, answer: judge(other, origin, null) }));
  const first = standIns.find(({ answer }) => answer.connectTo !== null);
  const answer = judge(seen, origin, first?.answer.connectTo ?? null);
  const { person, sight, may } = seen;
  const alternatives = standIns.map(({ other, answer: theirs }, i): AlternativeView => {
    return {
      rank: i + 1,
      entry: view(other.person, sight),
      canConnect: theirs.connectTo !== null,
      number: theirs.connectTo && numberView(theirs.connectTo, other),
    };
  });
  return {
    canConnect: answer.connectTo !== null,
    verdict: answer.verdict,
    connectTo: answer.connectTo && numberView(answer.connectTo, seen),
    reason: answer.reason,
    backAt: answer.backAt,
    backAtPrecision: answer.backAtPrecision,
    alternatives,
    phrase: may('Reachability.phrase')
      ? phraseOf(person.displayName, answer, first?.other.person.displayName ?? null, sight.now)
      : null,
    trace: may('Reachability.trace') ? [answer.rule] : null,
    freshness: answer.freshness,
    validUntil: validUntil(seen),
  };
}

/** The people who answer instead, nearest first: the stand-in, the stand-in's stand-in, and so on (P4). */
function standInsOf(seen: Projection): readonly Projection[] {
  const found: Projection[] = [];
  let at: Projection | null = seen;
  for (let hop = 0; at !== null && hop < maxHops; hop += 1) {
    const next: Person | undefined = standInOf(at);
    const known = next && [seen, ...found].some(({ person }) => person.id === next.id);
    at = next === undefined || known ? null : project(next, seen.sight);
    if (at) found.push(at);
  }
  return found;
}

function standInOf({ absence, may, sight }: Projection): Person | undefined {
  const id = may('Absence.substitute') ? absence?.substituteId : null;
  return id ? sight.others.get(id) : undefined;
}

function judge(seen: Projection, origin: CallOrigin, standIn: PhoneNumber | null): Reachability {
  return reachability(factsOf(seen, origin, standIn, maxHops));
}

function factsOf(
  seen: Projection,
  origin: CallOrigin,
  standIn: PhoneNumber | null,
  hopsLeft: number,
): ReachabilityFacts {
  const { absence, numbers } = seen;
  const of = (kind: NumberKind) => numbers.find((number) => number.kind === kind) ?? null;
  const follow = (condition: ForwardingCondition) => followed(seen, condition, origin, hopsLeft);
  return {
    left: seen.person.leftAt !== null,
    absence: absence && knownAbsence(absence, seen),
    direct: of('DIRECT'),
    mobile: of('MOBILE'),
    switchboard: seen.switchboard,
    directLine: statusOf(seen, 'DIRECT'),
    mobileLine: statusOf(seen, 'MOBILE'),
    // Followed only if a rule asks: chains branch, and most people have none.
    get unconditional() {
      return follow('UNCONDITIONAL');
    },
    get onBusy() {
      return follow('BUSY');
    },
    get onNotReachable() {
      return follow('NOT_REACHABLE');
    },
    standIn,
    numbersOnRequest: seen.numbersOnRequest,
  };
}

/** Whoever may not know what is planned gets the end of the absence in force. */
function knownAbsence(absence: Absence, { person, may }: Projection): KnownAbsence {
  const planned = may('Person.absences') ? person.absences : [];
  const { at, precision } = expectedReturn(absence, planned);
  return {
    publicReason: may('Absence.publicReason') ? publicReasonOf[absence.reason] : 'ABSENT',
    endsAt: may('Absence.endsAt') ? at : null,
    endsAtPrecision: may('Absence.endsAt') ? precision : 'UNKNOWN',
    phoneRings: may('Absence.phoneRings') && absence.phoneRings,
  };
}

function followed(
  seen: Projection,
  condition: ForwardingCondition,
  origin: CallOrigin,
  hopsLeft: number,
): ForwardedTo | null {
  const { forwardings, person, sight, may } = seen;
  const target = forwardingFor(forwardings, condition, origin, sight.now)?.target;
  if (target === undefined) return null;
  if (target.kind === 'NUMBER') {
    // To a number that the viewer may not know, nobody is connected.
    if (!may('ForwardingTarget.number')) return null;
    const own = person.numbers.find((number) => number.e164 === target.e164);
    if (own?.kind === 'MOBILE') return { kind: 'OWN_MOBILE' };
    return { kind: 'NUMBER', number: own ?? outside(target.e164, person) };
  }
  const next = target.kind === 'PERSON' ? sight.others.get(target.personId) : undefined;
  // A loop ends here like a chain that is too long: it leads to nobody (R04).
  if (next === undefined || hopsLeft === 0) return { kind: 'NOBODY' };
  const answer = reachability(factsOf(project(next, sight), origin, null, hopsLeft - 1));
  return answer.connectTo ? { kind: 'NUMBER', number: answer.connectTo } : { kind: 'NOBODY' };
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

/** The busiest of the lines of a kind: a person with two telephones is busy when one of them is. */
function statusOf({ lines, sight }: Projection, kind: NumberKind): LineStatus {
  const states = lines
    .filter((line) => line.kind === kind)
    .map((line) => statusAt(line, sight.now))
    .filter((state) => state !== 'UNKNOWN');
  return states.find(isBusy) ?? states.find((s) => s === 'IDLE') ?? states[0] ?? 'UNKNOWN';
}

/** The next instant at which time alone changes this viewer's answer. */
function validUntil({ person, forwardings, lines, sight: { now }, may }: Projection): Date {
  const boundaries = [
    may('Person.currentAbsence') ? nextAbsenceBoundary(person.absences, now) : null,
    ...forwardings.map((forwarding) => forwarding.validUntil),
    ...lines.map((line) => line.expiresAt),
  ].flatMap((instant) => (instant && instant > now ? [instant.getTime()] : []));
  return new Date(Math.min(now.getTime() + horizonMilliseconds, ...boundaries));
}
