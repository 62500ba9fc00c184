import type { AbsenceCover } from '../kernel/absence-words.js';
import type { FindingActor, FindingRule } from '../kernel/finding-words.js';
import type { PersonId, UnitId } from '../kernel/ids.js';
import type { CallOrigin } from '../kernel/phone-words.js';
import { wouldLoop } from './forwarding.js';
import type { Person, Unit } from './person.js';

/** One thing that the policy asks for and that is not so, and whom or which unit it is about. */
export type Finding = {
  readonly rule: FindingRule;
  readonly personId: PersonId | null;
  readonly unitId: UnitId | null;
};

/**
 * What is known of a person for the follow-up. Whoever may not see somebody gets facts in which that one is
 * nobody: a hidden person neither causes nor mends a finding.
 */
export type PersonFacts = {
  readonly person: Person;
  /** Whether somebody exists and works here. */
  readonly worksHere: (id: PersonId) => boolean;
  /** How the absence in force is covered; null for who is not absent. */
  readonly cover: AbsenceCover | null;
  /** To whom the calls of somebody can lead now, by where they come from: that stays the same on their way. */
  readonly leadsTo: (id: PersonId, origin: CallOrigin) => readonly PersonId[];
  /** When the directory that the person comes from was last read to its end; null when it never was. */
  readonly directoryReadAt: Date | null;
};

/** What is known of a unit for the follow-up; the people as far as whoever asks may see them. */
export type UnitFacts = {
  readonly unit: Unit;
  /** Who works in the unit itself, not below it. */
  readonly people: readonly PersonId[];
  /** Who is telefonansvarig of the unit or of one above it, and works here. */
  readonly phoneResponsibles: readonly PersonId[];
  readonly worksHere: (id: PersonId) => boolean;
};

/** An absence without an end is overdue when nobody has said for so long when it ends. */
const openEndedMilliseconds = 14 * 86_400_000;
/** A number is stale when its directory has not been read to its end for so long. */
const staleMilliseconds = 7 * 86_400_000;

/** What was read to its end before this instant is stale now. */
export function staleBefore(now: Date): Date {
  return new Date(now.getTime() - staleMilliseconds);
}

/** Who acts first on each finding (P11, P12, P15, P16). */
export const actsFirst: Readonly<Record<FindingRule, FindingActor>> = {
  ABSENT_WITHOUT_COVER: 'SELF',
  OVERDUE_RETURN: 'MANAGER',
  FORWARDING_LOOP: 'TECHNICIAN',
  NO_NUMBER: 'TECHNICIAN',
  STALE_NUMBER: 'TECHNICIAN',
  SHARED_LINE_WITHOUT_RESPONSIBLE: 'MANAGER',
  MOBILE_WITHOUT_GREETING: 'SELF',
  BEST_REACHED_WITHOUT_DECISION: 'MANAGER',
  NO_ANSWER_GROUP: 'PHONE_RESPONSIBLE',
  NO_PHONE_RESPONSIBLE: 'MANAGER',
};

type Check<Facts> = readonly [FindingRule, (facts: Facts, now: Date) => boolean];

const checksOfPeople: readonly Check<PersonFacts>[] = [
  /** P10: the absence in force has neither referral nor voicemail nor internal forwarding. */
  ['ABSENT_WITHOUT_COVER', ({ cover }) => cover === 'NONE'],
  ['OVERDUE_RETURN', isOverdue],
  ['FORWARDING_LOOP', isLooping],
  ['NO_NUMBER', ({ person }) => person.numbers.length === 0],
  ['STALE_NUMBER', isStale],
  ['SHARED_LINE_WITHOUT_RESPONSIBLE', hasNoResponsible],
  ['MOBILE_WITHOUT_GREETING', hasNoGreeting],
  ['BEST_REACHED_WITHOUT_DECISION', hasNoDecision],
];

const checksOfUnits: readonly Check<UnitFacts>[] = [
  ['NO_ANSWER_GROUP', hasNoAnswerGroup],
  ['NO_PHONE_RESPONSIBLE', hasNoPhoneResponsible],
];

/**
 * What is to be mended about a person at an instant, in the order of `findingRules`. Nothing of who has left,
 * and nothing of an alias card, which has no telephone of its own to see to.
 */
export function findingsOfPerson(facts: PersonFacts, now: Date): readonly Finding[] {
  const { id, leftAt, aliasCard } = facts.person;
  if (leftAt !== null || aliasCard) return [];
  return checksOfPeople
    .filter(([, holds]) => holds(facts, now))
    .map(([rule]) => ({ rule, personId: id, unitId: null }));
}

/** What is to be mended about a unit, in the order of `findingRules`; nothing of one in which nobody works. */
export function findingsOfUnit(facts: UnitFacts, now: Date): readonly Finding[] {
  return checksOfUnits
    .filter(([, holds]) => holds(facts, now))
    .map(([rule]) => ({ rule, personId: null, unitId: facts.unit.id }));
}

/**
 * P17: an absence began a fortnight ago, and nobody has said yet when it ends. An absence with an end is over
 * when that has come, so that who is not back then has to say so anew: nothing here could know it.
 */
function isOverdue({ person }: PersonFacts, now: Date): boolean {
  const before = now.getTime() - openEndedMilliseconds;
  return person.absences.some(
    ({ startsAt, endsAt }) => endsAt === null && startsAt.getTime() <= before,
  );
}

/** P4: all calls come back to the person, or go on for so long that no exchange follows them. */
function isLooping({ person, leadsTo }: PersonFacts): boolean {
  return (['INTERNAL', 'EXTERNAL'] as const).some((origin) => {
    const leads = (id: PersonId) => leadsTo(id, origin);
    return leads(person.id).some((next) => wouldLoop(person.id, next, leads));
  });
}

/** P5: a number came from a directory that has not been read to its end for a week. */
function isStale({ person, directoryReadAt }: PersonFacts, now: Date): boolean {
  const fromDirectory = person.numbers.some(({ source }) => source === 'LDAP');
  return fromDirectory && (directoryReadAt === null || directoryReadAt < staleBefore(now));
}

/** P16: nobody who works here is responsible for a shared telephone, neither by name nor as its supervisor. */
function hasNoResponsible({ person, worksHere }: PersonFacts): boolean {
  if (person.kind !== 'SHARED_PHONE') return false;
  const responsible = [person.responsibleId, person.managerId];
  return !responsible.some((id) => id !== null && worksHere(id));
}

/** P19: a mobile whose voicemail is off, or says what the exchange says, or of which nobody has told. */
function hasNoGreeting({ person }: PersonFacts): boolean {
  return person.numbers.some(
    ({ kind, greeting }) => kind === 'MOBILE' && greeting?.kind !== 'PERSONAL',
  );
}

/** P8: best-reached times are kept, but no department has decided to show them. */
function hasNoDecision({ person }: PersonFacts): boolean {
  return person.bestReached.length > 0 && person.unit?.showsBestReached !== true;
}

/** P9: a workplace of more than one where nobody answers for the others; a group above it is another workplace's. */
function hasNoAnswerGroup({ unit, people, worksHere }: UnitFacts): boolean {
  return people.length > 1 && !unit.answerGroup.some(worksHere);
}

/** P12: a workplace without a telefonansvarig, of its own or from above. */
function hasNoPhoneResponsible({ people, phoneResponsibles }: UnitFacts): boolean {
  return people.length > 0 && phoneResponsibles.length === 0;
}
