import { publicLabelOf, standardLabelOf, type Labels } from '../staff/absence-reasons.js';
import { publicReasonOf, type Absence } from '../staff/absence.js';
import type { Person } from '../staff/person.js';
import type { AbsenceView, EntryView, RecurrenceView } from './person-view.js';
import type { Projection, Sight } from './projection.js';
import { coverOf, referralView } from './referral-view.js';

type See = (person: Person, sight: Sight) => EntryView;

/** An absence with what of it this viewer may know; `view` makes the view of whoever answers instead. */
export function absenceView(absence: Absence, seen: Projection, view: See): AbsenceView {
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
    referral: may('Absence.referral') ? referralView(absence.referral, seen, view) : null,
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
