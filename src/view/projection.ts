import type { Viewer } from '../kernel/viewer.js';
import type { PersonId } from '../kernel/ids.js';
import { audiencesOf } from '../policy/audience.js';
import {
  disclosure,
  mobileRules,
  notOnCards,
  numbersOnRequest,
  switchboardInstead,
  switchboardOnCards,
  type DisclosedField,
} from '../policy/disclosure.js';
import { allows } from '../policy/rule.js';
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

/** One person through one viewer's eyes: the facts cut down first, and every answer computed from what is left. */
export type Projection = {
  readonly person: Person;
  readonly sight: Sight;
  readonly may: (field: DisclosedField) => boolean;
  /** The numbers that this viewer may see, the person's own ones only. */
  readonly numbers: readonly PhoneNumber[];
  /** The nearest supervisor, if the viewer can see somebody who is. */
  readonly manager: Person | null;
  /** Who is said to be responsible for a shared telephone, if the viewer can see that one. */
  readonly responsible: Person | null;
  /** Who usually stands in, as far as the viewer can see them. */
  readonly standIns: readonly Person[];
  /** Only while the department's decision stands (P8). */
  readonly bestReached: Person['bestReached'];
  readonly subjects: Person['subjects'];
  readonly absence: Absence | null;
  readonly forwardings: Person['forwardings'];
  readonly lines: Person['lines'];
  readonly sessions: Person['sessions'];
  readonly switchboard: PhoneNumber | null;
  /** What an alias card shows for a number; where a call to it can be put is for the same rules as for anybody. */
  readonly cardNumber: PhoneNumber | null;
  /** Those who may see a PROTECTED person by name, as far as this viewer may know of them. */
  readonly namedViewers: readonly Person[];
  readonly numbersOnRequest: boolean;
};

/** Cuts a person's facts down to what the viewer may see. */
export function project(person: Person, sight: Sight): Projection {
  const audiences = audiencesOf(sight.viewer, subjectOf(person));
  const level = person.protectionLevel;
  const silent = person.aliasCard ? notOnCards : [];
  const may = (field: DisclosedField) =>
    allows(disclosure[field], level, audiences) && !silent.includes(field);
  // Of who has left, only who it was, and who stood in and is the next to ask: numbers, absences and lines belong to
  // somebody else by now, or to nobody.
  if (person.leftAt !== null) return leaver(person, sight, may);
  const numbers = person.numbers.filter((number) =>
    number.kind === 'MOBILE'
      ? allows(mobileRules[number.audience], level, audiences)
      : may('Person.numbers'),
  );
  const onRequest = allows(numbersOnRequest, level, audiences);
  const kinds = new Set(numbers.map((number) => number.kind));
  return {
    person,
    sight,
    may,
    numbers,
    manager: may('Person.manager') ? managerOf(person, sight) : null,
    responsible: may('Person.manager') ? atWork(person.responsibleId, sight) : null,
    standIns: standInsOf(person, sight, may),
    bestReached:
      may('Person.bestReached') && person.unit?.showsBestReached ? person.bestReached : [],
    subjects: may('Person.subjects') ? person.subjects : [],
    absence: may('Person.currentAbsence') ? absenceAt(person.absences, sight.now) : null,
    forwardings: may('Person.forwardings')
      ? person.forwardings.filter((f) => leadsToVisible(f, sight))
      : [],
    // Whoever gets a RESTRICTED person's numbers by asking still sees whether the person is busy.
    lines: may('Person.presence')
      ? person.lines.filter((line) => may('Presence.lines') || onRequest || kinds.has(line.kind))
      : [],
    sessions: may('Person.presence') ? person.sessions : [],
    switchboard: allows(switchboardInstead, level, audiences)
      ? switchboardOf(person.municipality)
      : null,
    cardNumber:
      person.aliasCard && allows(switchboardOnCards, level, audiences)
        ? switchboardOf(person.municipality)
        : null,
    namedViewers: may('Person.namedViewers')
      ? person.namedViewers.flatMap((id) => sight.others.get(id) ?? [])
      : [],
    numbersOnRequest: person.numbers.length > 0 && onRequest,
  };
}

function leaver(person: Person, sight: Sight, may: Projection['may']): Projection {
  return {
    person,
    sight,
    may,
    numbers: [],
    manager: null,
    responsible: null,
    standIns: standInsOf(person, sight, may),
    bestReached: [],
    subjects: [],
    absence: null,
    forwardings: [],
    lines: [],
    sessions: [],
    switchboard: null,
    cardNumber: null,
    namedViewers: [],
    numbersOnRequest: false,
  };
}

function standInsOf(person: Person, sight: Sight, may: Projection['may']): readonly Person[] {
  return may('Person.standIns') ? person.standIns.flatMap((id) => atWork(id, sight) ?? []) : [];
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
