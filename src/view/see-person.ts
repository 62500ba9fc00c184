import type { AbsenceId, PersonId } from '../kernel/ids.js';
import type { CallOrigin } from '../kernel/phone-words.js';
import type { ProtectionPresentation } from '../kernel/words.js';
import type { Absence } from '../staff/absence.js';
import type { Person, PhoneNumber } from '../staff/person.js';
import { absenceView } from './absence-view.js';
import { absenceById, absencesIn, type Window } from './absence-window.js';
import { forwardingView } from './forwarding-view.js';
import { numberView } from './number-view.js';
import { personOrNull, sealed, type EntryView, type FieldsOfEntry } from './person-view.js';
import { presenceView } from './presence-view.js';
import { municipalityView, unitView } from './place-view.js';
import { project, type Projection, type Sight } from './projection.js';
import { reachabilityView } from './reachability-view.js';

/** The view of an entry: named field by field, from the projection and nothing else. What nobody asks for is not made. */
export function seePerson(person: Person, sight: Sight): EntryView {
  return sealed(new SeenEntry(project(person, sight)));
}

class SeenEntry implements FieldsOfEntry {
  readonly #seen: Projection;
  readonly id: PersonId;

  constructor(seen: Projection) {
    this.#seen = seen;
    this.id = seen.person.id;
  }

  get type() {
    return this.#seen.person.kind === 'SHARED_PHONE' ? 'SharedLine' : 'Person';
  }

  get displayName() {
    return this.#seen.person.displayName;
  }

  get givenName() {
    const { person, may } = this.#seen;
    return may('Person.givenName') ? person.givenName : null;
  }

  get familyName() {
    const { person, may } = this.#seen;
    return may('Person.familyName') ? person.familyName : null;
  }

  get title() {
    const { person, may } = this.#seen;
    return may('Person.title') ? person.title : null;
  }

  get email() {
    const { person, may } = this.#seen;
    return may('Person.email') ? person.email : null;
  }

  get employeeId() {
    const { person, may } = this.#seen;
    return may('Person.employeeId') ? person.employeeId : null;
  }

  get kind() {
    const { person, may } = this.#seen;
    return may('Person.kind') ? person.kind : null;
  }

  get municipality() {
    return municipalityView(this.#seen.person.municipality);
  }

  get unit() {
    const { person, may } = this.#seen;
    return may('Person.unit') && person.unit ? unitView(person.unit) : null;
  }

  manager() {
    const { manager, sight } = this.#seen;
    // Otherwise a field that leads here unforeseen would say of everybody that there is none.
    if (!sight.managersRead) throw new Error('The managers were not read.');
    return manager && personOrNull(seePerson(manager, sight));
  }

  /** Who was named, where the viewer can see that one, or else the directory's nearest supervisor (P16). */
  responsible() {
    const { responsible, sight } = this.#seen;
    return responsible ? personOrNull(seePerson(responsible, sight)) : this.manager();
  }

  standIns() {
    const { standIns, sight } = this.#seen;
    return standIns.map((one) => seePerson(one, sight));
  }

  get bestReached() {
    return this.#seen.bestReached;
  }

  get subjects() {
    return this.#seen.subjects;
  }

  get leftAt() {
    const { person, may } = this.#seen;
    return may('Person.leftAt') ? person.leftAt : null;
  }

  get accountState() {
    const { person, may } = this.#seen;
    return may('Person.accountState') ? person.accountState : null;
  }

  get protectionLevel() {
    const { person, may } = this.#seen;
    return may('Person.protectionLevel') ? person.protectionLevel : null;
  }

  get presentation() {
    const { person, may } = this.#seen;
    return may('Person.presentation') ? presentationOf(person) : null;
  }

  get alias() {
    const { person, may } = this.#seen;
    return may('Person.alias') ? person.alias : null;
  }

  namedViewers() {
    const { namedViewers, sight } = this.#seen;
    return namedViewers.flatMap((one) => personOrNull(seePerson(one, sight)) ?? []);
  }

  get version() {
    const { person, may } = this.#seen;
    return may('Person.version') ? person.version : null;
  }

  get numbers() {
    const seen = this.#seen;
    return shownNumbers(seen).map((number) => numberView(number, seen));
  }

  get presence() {
    const { person, may } = this.#seen;
    return may('Person.presence') && person.leftAt === null ? presenceView(this.#seen) : null;
  }

  get currentAbsence() {
    const { absence } = this.#seen;
    return absence && absenceView(absence, this.#seen, seePerson);
  }

  absences(window: Window) {
    const seen = this.#seen;
    const found = absencesIn(window, shownAbsences(seen), seen.sight.now);
    return found.map((one) => absenceView(one, seen, seePerson));
  }

  absence(id: AbsenceId) {
    const seen = this.#seen;
    const one = absenceById(id, shownAbsences(seen), seen.sight.now) ?? seen.absence;
    return one?.id === id ? absenceView(one, seen, seePerson) : null;
  }

  get forwardings() {
    const seen = this.#seen;
    return seen.forwardings.map((forwarding) => forwardingView(forwarding, seen, seePerson));
  }

  reachability(origin: CallOrigin) {
    const { may } = this.#seen;
    return may('Person.reachability') ? reachabilityView(this.#seen, origin, seePerson) : null;
  }
}

function shownAbsences({ person, may }: Projection): readonly Absence[] {
  return may('Person.absences') && person.leftAt === null ? person.absences : [];
}

function presentationOf({ alias }: Person): ProtectionPresentation {
  return alias === null ? 'HIDDEN' : 'ALIAS';
}

function shownNumbers(seen: Projection): readonly PhoneNumber[] {
  const { numbers, switchboard, cardNumber } = seen;
  const instead = cardNumber ?? switchboard;
  return numbers.length === 0 && instead ? [instead] : numbers;
}
