import type { AbsenceId, PersonId } from '../kernel/ids.js';
import type { CallOrigin } from '../kernel/phone-words.js';
import type { ProtectionPresentation } from '../kernel/words.js';
import { publicLabelOf, standardLabelOf, type Labels } from '../staff/absence-reasons.js';
import { publicReasonOf, type Absence } from '../staff/absence.js';
import type { Forwarding, ForwardingTarget } from '../staff/forwarding.js';
import type { Person, PhoneNumber } from '../staff/person.js';
import { absenceById, absencesIn, type Window } from './absence-window.js';
import { numberView } from './number-view.js';
import {
  personOrNull,
  sealed,
  type AbsenceView,
  type EntryView,
  type ForwardingView,
  type PersonView,
  type RecurrenceView,
} from './person-view.js';
import { presenceView } from './presence-view.js';
import { municipalityView, unitView } from './place-view.js';
import { project, type Projection, type Sight } from './projection.js';
import { reachabilityView } from './reachability-view.js';
import { coverOf, referralView } from './referral-view.js';

/** The view of an entry: named field by field, from the projection and nothing else. */
export function seePerson(person: Person, sight: Sight): EntryView {
  const seen = project(person, sight);
  const { may } = seen;
  return sealed({
    type: person.kind === 'SHARED_PHONE' ? 'SharedLine' : 'Person',
    id: person.id,
    displayName: person.displayName,
    givenName: may('Person.givenName') ? person.givenName : null,
    familyName: may('Person.familyName') ? person.familyName : null,
    title: may('Person.title') ? person.title : null,
    email: may('Person.email') ? person.email : null,
    employeeId: may('Person.employeeId') ? person.employeeId : null,
    kind: may('Person.kind') ? person.kind : null,
    municipality: municipalityView(person.municipality),
    unit: may('Person.unit') && person.unit ? unitView(person.unit) : null,
    manager: () => viewManager(seen),
    responsible: () => viewResponsible(seen),
    standIns: () => seen.standIns.map((one) => seePerson(one, sight)),
    bestReached: seen.bestReached,
    subjects: seen.subjects,
    leftAt: may('Person.leftAt') ? person.leftAt : null,
    accountState: may('Person.accountState') ? person.accountState : null,
    protectionLevel: may('Person.protectionLevel') ? person.protectionLevel : null,
    presentation: may('Person.presentation') ? presentationOf(person) : null,
    alias: may('Person.alias') ? person.alias : null,
    namedViewers: () => viewNamed(seen),
    version: may('Person.version') ? person.version : null,
    numbers: shownNumbers(seen).map((number) => numberView(number, seen)),
    presence: may('Person.presence') && person.leftAt === null ? presenceView(seen) : null,
    currentAbsence: seen.absence && absenceView(seen.absence, seen),
    absences: (window: Window) =>
      absencesIn(window, shownAbsences(seen), sight.now).map((a) => absenceView(a, seen)),
    absence: (id: AbsenceId) => {
      const one = absenceById(id, shownAbsences(seen), sight.now) ?? seen.absence;
      return one?.id === id ? absenceView(one, seen) : null;
    },
    forwardings: seen.forwardings.map((forwarding) => forwardingView(forwarding, seen)),
    reachability: (origin: CallOrigin) =>
      may('Person.reachability') ? reachabilityView(seen, origin, seePerson) : null,
  });
}

function shownAbsences({ person, may }: Projection): readonly Absence[] {
  return may('Person.absences') && person.leftAt === null ? person.absences : [];
}

function viewManager({ manager, sight }: Projection): PersonView | null {
  // Otherwise a field that leads here unforeseen would say of everybody that there is none.
  if (!sight.managersRead) throw new Error('The managers were not read.');
  return manager && personOrNull(seePerson(manager, sight));
}

/** Who was named, where the viewer can see that one, or else the directory's nearest supervisor (P16). */
function viewResponsible(seen: Projection): PersonView | null {
  const { responsible, sight } = seen;
  return responsible ? personOrNull(seePerson(responsible, sight)) : viewManager(seen);
}

function presentationOf({ alias }: Person): ProtectionPresentation {
  return alias === null ? 'HIDDEN' : 'ALIAS';
}

function viewNamed({ namedViewers, sight }: Projection): readonly PersonView[] {
  return namedViewers.flatMap((one) => personOrNull(seePerson(one, sight)) ?? []);
}

function shownNumbers(seen: Projection): readonly PhoneNumber[] {
  const { numbers, switchboard, cardNumber } = seen;
  const instead = cardNumber ?? switchboard;
  return numbers.length === 0 && instead ? [instead] : numbers;
}

function absenceView(absence: Absence, seen: Projection): AbsenceView {
  const { may } = seen;
  const ends = may('Absence.endsAt');
  return {
    id: absence.id,
    reason: may('Absence.reason') ? absence.reason : null,
    publicReason: may('Absence.publicReason') ? publicReasonOf[absence.reason] : 'ABSENT',
    startsAt: may('Absence.startsAt') ? absence.startsAt : null,
    endsAt: ends ? absence.endsAt : null,
    endsAtPrecision: ends ? absence.endsAtPrecision : 'UNKNOWN',
    phoneRings: may('Absence.phoneRings') ? absence.phoneRings : null,
    note: may('Absence.note') ? absence.note : null,
    recurrence: may('Absence.recurrence') ? recurrenceView(absence) : null,
    referral: may('Absence.referral') ? referralView(absence.referral, seen, seePerson) : null,
    reasonLabel: (language) => reasonLabelOf(absence, seen)[language],
    cover: may('Absence.cover') ? coverOf(absence, seen) : null,
    source: may('Absence.source') ? absence.source : null,
    version: may('Absence.version') ? absence.version : null,
  };
}

function recurrenceView({ recurrence }: Absence): RecurrenceView | null {
  if (recurrence === null) return null;
  const { rule, exceptHolidays, endsAt } = recurrence;
  return { rule, exceptHolidays, endsAt };
}

function reasonLabelOf({ reason }: Absence, { person, may }: Projection): Labels {
  if (may('Absence.reason')) return person.reasonLabels[reason] ?? standardLabelOf(reason);
  return publicLabelOf(may('Absence.publicReason') ? publicReasonOf[reason] : 'ABSENT');
}

function forwardingView(forwarding: Forwarding, { sight, may }: Projection): ForwardingView {
  const { target } = forwarding;
  return {
    id: forwarding.id,
    condition: forwarding.condition,
    origin: forwarding.origin,
    layer: forwarding.layer,
    noAnswerSeconds: forwarding.noAnswerSeconds,
    target: {
      kind: leadsToSharedLine(target, sight) ? 'SHARED_LINE' : target.kind,
      get entry() {
        return target.kind === 'PERSON' ? viewOther(target.personId, sight) : null;
      },
      number: target.kind === 'NUMBER' && may('ForwardingTarget.number') ? target.e164 : null,
    },
    active: forwarding.active,
    validUntil: forwarding.validUntil,
    source: forwarding.source,
    observedAt: forwarding.observedAt,
    version: forwarding.version,
  };
}

function leadsToSharedLine(target: ForwardingTarget, { others }: Sight): boolean {
  return target.kind === 'PERSON' && others.get(target.personId)?.kind === 'SHARED_PHONE';
}

function viewOther(id: PersonId | null, sight: Sight): EntryView | null {
  const other = id === null ? undefined : sight.others.get(id);
  return other ? seePerson(other, sight) : null;
}
