import type { Viewer } from '../kernel/viewer.js';
import type { PersonId } from '../kernel/ids.js';
import { audiencesOf, type Audience } from '../policy/audience.js';
import {
  disclosure,
  mobileRules,
  notOnCards,
  numbersOnRequest,
  switchboardInstead,
  switchboardOnCards,
  type DisclosedField,
} from '../policy/disclosure.js';
import { allows, type Rule } from '../policy/rule.js';
import { subjectOf } from '../policy/subject.js';
import type { Absence } from '../staff/absence.js';
import type { Municipality } from '../staff/municipality.js';
import { absenceAt } from '../staff/recurrence.js';
import type { Person, PhoneNumber } from '../staff/person.js';

/** Who looks, at what instant, and at whom references may lead: people the viewer's reach let out. */
export type Sight = {
  readonly viewer: Viewer;
  readonly now: Date;
  readonly others: ReadonlyMap<PersonId, Person>;
  /** Whether everybody's managers are among the others, as far as the viewer can see them. */
  readonly managersRead: boolean;
  /** Beginnings of the numbers of every municipality of the cooperation: all of them are inside (P1, P10). */
  readonly internalSeries: readonly string[];
};

/**
 * One person through one viewer's eyes: the facts cut down first, and every answer computed from what is left. Of who has
 * left, only who it was, and who stood in and is the next to ask: numbers, absences and lines belong to somebody else by
 * now, or to nobody. What nobody asks for is not looked at.
 */
export class Projection {
  readonly may: (field: DisclosedField) => boolean;
  /** The numbers that this viewer may see, the person's own ones only. */
  readonly numbers: readonly PhoneNumber[];
  readonly #audiences: readonly Audience[];
  #absence: Absence | null | undefined;

  constructor(
    readonly person: Person,
    readonly sight: Sight,
  ) {
    const level = person.protectionLevel;
    const audiences = audiencesOf(sight.viewer, subjectOf(person));
    const silent = person.aliasCard ? notOnCards : [];
    const may = (field: DisclosedField) =>
      allows(disclosure[field], level, audiences) && !silent.includes(field);
    this.#audiences = audiences;
    this.may = may;
    const ownNumbers = this.#isHere ? person.numbers : [];
    this.numbers = ownNumbers.filter((number) =>
      number.kind === 'MOBILE'
        ? allows(mobileRules[number.audience], level, audiences)
        : may('Person.numbers'),
    );
  }

  /** The nearest supervisor, if the viewer can see somebody who is. */
  get manager(): Person | null {
    const { person, sight, may } = this;
    return this.#isHere && may('Person.manager') ? managerOf(person, sight) : null;
  }

  /** Who is said to be responsible for a shared telephone, if the viewer can see that one. */
  get responsible(): Person | null {
    const { person, sight, may } = this;
    return this.#isHere && may('Person.manager') ? atWork(person.responsibleId, sight) : null;
  }

  /** Who usually stands in, as far as the viewer can see them. */
  get standIns(): readonly Person[] {
    const { person, sight, may } = this;
    return may('Person.standIns') ? person.standIns.flatMap((id) => atWork(id, sight) ?? []) : [];
  }

  /** Only while the department's decision stands (P8). */
  get bestReached(): Person['bestReached'] {
    const { person, may } = this;
    if (!this.#isHere || !may('Person.bestReached')) return [];
    return person.unit?.showsBestReached ? person.bestReached : [];
  }

  get subjects(): Person['subjects'] {
    const { person, may } = this;
    return this.#isHere && may('Person.subjects') ? person.subjects : [];
  }

  get absence(): Absence | null {
    if (this.#absence !== undefined) return this.#absence;
    const { person, sight, may } = this;
    const isSeen = this.#isHere && may('Person.currentAbsence');
    return (this.#absence = isSeen ? absenceAt(person.absences, sight.now) : null);
  }

  get forwardings(): Person['forwardings'] {
    const { person, sight, may } = this;
    if (!this.#isHere || !may('Person.forwardings')) return [];
    return person.forwardings.filter((forwarding) => leadsToVisible(forwarding, sight));
  }

  get lines(): Person['lines'] {
    const { person, may } = this;
    if (!this.#isHere || !may('Person.presence')) return [];
    // Whoever gets a RESTRICTED person's numbers by asking still sees whether the person is busy.
    const onRequest = this.#allows(numbersOnRequest);
    const kinds = new Set(this.numbers.map((number) => number.kind));
    return person.lines.filter(
      (line) => may('Presence.lines') || onRequest || kinds.has(line.kind),
    );
  }

  get sessions(): Person['sessions'] {
    const { person, may } = this;
    return this.#isHere && may('Person.presence') ? person.sessions : [];
  }

  get switchboard(): PhoneNumber | null {
    return this.#allows(switchboardInstead) ? switchboardOf(this.person.municipality) : null;
  }

  /** What an alias card shows for a number; where a call to it can be put is for the same rules as for anybody. */
  get cardNumber(): PhoneNumber | null {
    const { person } = this;
    return person.aliasCard && this.#allows(switchboardOnCards)
      ? switchboardOf(person.municipality)
      : null;
  }

  /** Those who may see a PROTECTED person by name, as far as this viewer may know of them. */
  get namedViewers(): readonly Person[] {
    const { person, sight, may } = this;
    if (!this.#isHere || !may('Person.namedViewers')) return [];
    return person.namedViewers.flatMap((id) => sight.others.get(id) ?? []);
  }

  get numbersOnRequest(): boolean {
    return this.person.numbers.length > 0 && this.#allows(numbersOnRequest);
  }

  get #isHere(): boolean {
    return this.person.leftAt === null;
  }

  #allows(rule: Rule): boolean {
    return this.#isHere && allows(rule, this.person.protectionLevel, this.#audiences);
  }
}

/** Cuts a person's facts down to what the viewer may see. */
export function project(person: Person, sight: Sight): Projection {
  return new Projection(person, sight);
}

/** Nobody who has left leads anybody, and nobody is led by herself. */
function managerOf(person: Person, { others }: Sight): Person | null {
  const manager = person.managerId === null ? undefined : others.get(person.managerId);
  if (manager === undefined || manager.id === person.id) return null;
  return manager.leftAt === null ? manager : null;
}

/** Somebody whom the viewer can see and who works here; a leaver answers for nobody. */
function atWork(id: PersonId | null, { others }: Sight): Person | null {
  const other = id === null ? undefined : others.get(id);
  return other === undefined || other.leftAt !== null ? null : other;
}

function switchboardOf(municipality: Municipality): PhoneNumber {
  const e164 = municipality.switchboardNumber;
  return {
    kind: 'SWITCHBOARD',
    e164,
    extension: null,
    source: 'LOCAL',
    audience: 'COOPERATION',
    mayTellCaller: true,
    dialPlan: municipality.dialPlan,
    greeting: null,
  };
}

/** A forwarding to somebody hidden is hidden whole: its bare existence would tell. */
function leadsToVisible({ target }: Person['forwardings'][number], sight: Sight): boolean {
  return target.kind !== 'PERSON' || sight.others.has(target.personId);
}
