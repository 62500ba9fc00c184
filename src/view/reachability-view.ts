import type { CallOrigin } from '../kernel/phone-words.js';
import { nextAbsenceBoundary } from '../staff/absence.js';
import type { Person, PhoneNumber } from '../staff/person.js';
import { occurrencesOf } from '../staff/recurrence.js';
import { phraseOf } from '../staff/phrase.js';
import type { Reachability } from '../staff/reachability.js';
import { addDays, dateInSweden, instantInSweden } from '../staff/swedish-time.js';
import { answerersOf } from './answerers.js';
import { hoursOf, judge, type Question } from './judge.js';
import { numberView } from './number-view.js';
import type {
  AlternativeView,
  EntryView,
  MessageAddressView,
  ReachabilityView,
} from './person-view.js';
import type { Projection, Sight } from './projection.js';

/** An answer holds for a minute at most, so that its end does not tell of hidden plans or of when a call began. */
const horizonMilliseconds = 60_000;
const mostAlternatives = 5;

type Judged = { readonly other: Projection; readonly answer: Reachability };
type See = (person: Person, sight: Sight) => EntryView;

/** Can the call be put through: computed from the projection, so that nothing hidden has a say in it. */
export function reachabilityView(
  seen: Projection,
  origin: CallOrigin,
  view: See,
): ReachabilityView {
  const question: Question = { origin, asked: new Set() };
  const judged = answerersOf(seen).map((other) => ({
    other,
    answer: judge(other, question, null),
  }));
  const free = judged.filter(({ answer }) => answer.connectTo !== null);
  const answer = judge(seen, question, free[0]?.answer.connectTo ?? null);
  const { person, sight, may } = seen;
  const there = holderOf(answer.connectTo, question);
  // Who can take the call stands before who cannot; otherwise the nearest first.
  const ranked = [...free, ...judged.filter(({ answer: { connectTo } }) => connectTo === null)];
  return {
    canConnect: answer.connectTo !== null,
    verdict: answer.verdict,
    connectTo: answer.connectTo && numberView(answer.connectTo, seen),
    answeredBy: there && view(there.person, there.sight),
    reason: answer.reason,
    backAt: answer.backAt,
    backAtPrecision: answer.backAtPrecision,
    alternatives: ranked
      .slice(0, mostAlternatives)
      .map((one, i) => alternativeView(one, i + 1, view)),
    messageTo: messageTo(seen, judged, view),
    phrase: may('Reachability.phrase')
      ? phraseOf(person.displayName, answer, nameToTell(there ?? free[0]?.other), sight.now)
      : null,
    trace: may('Reachability.trace') ? answer.rules : null,
    freshness: answer.freshness,
    validUntil: validUntil(question, sight.now),
  };
}

function alternativeView({ other, answer }: Judged, rank: number, view: See): AlternativeView {
  return {
    rank,
    entry: view(other.person, other.sight),
    canConnect: answer.connectTo !== null,
    number: answer.connectTo && numberView(answer.connectTo, other),
  };
}

/** Whose number it is, of those whose facts had a say; null for one that nobody here is known to have. */
function holderOf(number: PhoneNumber | null, { asked }: Question): Projection | null {
  if (number === null) return null;
  return [...asked].find(({ numbers }) => numbers.includes(number)) ?? null;
}

/** Whose level is not OPEN is not named to a caller (P21). */
function nameToTell(other: Projection | null | undefined): string | null {
  const person = other?.person;
  return person?.protectionLevel === 'OPEN' ? person.displayName : null;
}

/** The work address of the person or, of one who has left or has none, of the nearest who answers instead. */
function messageTo(
  seen: Projection,
  judged: readonly Judged[],
  view: See,
): MessageAddressView | null {
  for (const { person, sight, may } of [seen, ...judged.map(({ other }) => other)])
    if (may('Person.email') && person.email !== null && person.leftAt === null)
      return { email: person.email, entry: view(person, sight) };
  return null;
}

/** The next instant at which time alone changes this viewer's answer, of everybody who had a say in it. */
function validUntil({ asked }: Question, now: Date): Date {
  const horizon = new Date(now.getTime() + horizonMilliseconds);
  const boundaries = [...asked].flatMap((seen) => {
    const { person, forwardings, lines, sessions, may } = seen;
    return [
      may('Person.currentAbsence')
        ? nextAbsenceBoundary(occurrencesOf(person.absences, now, horizon), now)
        : null,
      ...forwardings.map((forwarding) => forwarding.validUntil),
      ...lines.map((line) => line.expiresAt),
      ...sessions.map((session) => session.expiresAt),
      hoursOf(seen, now).changesAt,
    ];
  });
  // At midnight "i morgon" becomes "i dag".
  const midnight = instantInSweden(addDays(dateInSweden(now), 1), '00:00');
  const coming = [...boundaries, midnight].flatMap((at) => (at && at > now ? [at.getTime()] : []));
  return new Date(Math.min(horizon.getTime(), ...coming));
}
