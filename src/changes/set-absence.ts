import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { auditFactOf } from '../audit/audit-fact-of.js';
import type { AuditFact } from '../kernel/audit-fact.js';
import { Clock } from '../kernel/clock.js';
import { globalId, type AbsenceId, type PersonId } from '../kernel/ids.js';
import { receiptOf, type Retriable } from '../kernel/receipt.js';
import { done, refused, type Outcome } from '../kernel/user-error.js';
import type { Viewer } from '../kernel/viewer.js';
import type { FactSource } from '../kernel/words.js';
import { phoneRingsByDefault, type Absence } from '../staff/absence.js';
import { isForbiddenLabel } from '../staff/forbidden-reasons.js';
import { cleanText } from '../staff/names.js';
import { containsNationalId } from '../staff/national-id.js';
import type { Referral } from '../staff/referral.js';
import type { PersonRef } from '../staff/person-ref.js';
import type { Person } from '../staff/person.js';
import { isSeries } from '../staff/recurrence.js';
import { recurrenceOf } from '../staff/series.js';
import { AbsencesStore } from '../store/absences.store.js';
import { absenceSource } from './absence-source.js';
import { AbsenceTerms } from './absence-terms.js';
import { timesOf, type TimesRequest } from './absence-times.js';
import { absenceFields, changedIn } from './changed-fields.js';
import { tells } from './checked-reasons.js';
import { Subjects } from './subjects.js';

/** What of an absence does not hang on whose it is. */
export type AbsenceContent = TimesRequest & {
  readonly phoneRings: boolean | null;
  readonly note: string | null;
  readonly referral: Referral | null;
};

/** An absence as somebody reports it. */
export type AbsenceRequest = AbsenceContent & {
  readonly person: PersonRef;
  /** The absence to change; null for a new one. */
  readonly id: AbsenceId | null;
  readonly expectedVersion: string | null;
  /** Through what it was reported, where that is not the viewer's own hands. */
  readonly source?: FactSource;
};

const maxNote = 200;
/** More coming absences than this nobody plans. */
const maxAbsences = 100;
/** Each may come every day, and all are seen 92 days ahead. */
const maxSeries = 20;

/** Reports or changes an absence (P15, P17): by the person, by those who lead or answer for the unit, or by an operator. */
@Injectable()
export class SetAbsence {
  constructor(
    private readonly subjects: Subjects,
    private readonly terms: AbsenceTerms,
    private readonly absences: AbsencesStore,
    private readonly clock: Clock,
  ) {}

  /** Carries the request out whole, or says why not. */
  async carryOut(
    viewer: Viewer,
    request: AbsenceRequest,
    retriable: Retriable | null = null,
  ): Promise<Outcome<{ readonly personId: PersonId; readonly absenceId: AbsenceId }>> {
    const found = await this.subjects.allowed(viewer, 'setAbsence', request.person, 'person');
    if (!found.ok) return found;
    const person = found.value;
    const before = person.absences.find((absence) => absence.id === request.id) ?? null;
    if (request.id !== null && before === null)
      return refused('NOT_FOUND', 'Frånvaron finns inte, eller är redan slut.', 'id');
    if (request.expectedVersion !== null && request.expectedVersion !== before?.version)
      return changed();
    const full = before === null ? tooMany(person.absences, request) : null;
    if (full) return full;
    const refusal = await this.refusalOf(viewer, person, before, request);
    if (refusal) return refusal;
    const now = this.clock.now();
    const source = request.source ?? absenceSource(viewer, person);
    const checked = absenceFrom(request, source, before, now);
    if (!checked.ok) return checked;
    const { value: absence } = checked;
    const receipt = receiptOf(retriable, { personId: person.id, absenceId: absence.id });
    const fact = { ...factOf(viewer, person, before, absence, now), receipt };
    if (before === null) {
      const owner = { personId: person.id, municipality: person.municipality.code };
      await this.absences.add(owner, absence, fact);
    } else if (
      fact.fields.length > 0 &&
      !(await this.absences.replace(absence, fact, absence.startsAt))
    )
      return changed();
    return done({ personId: person.id, absenceId: absence.id });
  }

  /** An absence keeps the reason that it has, also when that is no longer in use. */
  private refusalOf(
    viewer: Viewer,
    { id, municipality }: Person,
    before: Absence | null,
    request: AbsenceRequest,
  ): Promise<Outcome<never> | null> {
    return before?.reason === request.reason
      ? this.terms.refusalOfReferral(viewer, [id], request.referral)
      : this.terms.refusalOf(viewer, [id], municipality.code, request);
  }
}

/** The record of a change; with `before` null, of a new absence. */
export function factOf(
  viewer: Viewer,
  { id, municipality }: Person,
  before: Absence | null,
  absence: Absence,
  at: Date,
): AuditFact {
  return auditFactOf(viewer, {
    at,
    municipality: municipality.code,
    action: 'SET_ABSENCE',
    about: id,
    object: globalId('ABSENCE', absence.id),
    fields: changedIn(absenceFields, before, absence),
  });
}

function changed(): Outcome<never> {
  return refused('CONFLICT', 'Någon annan har ändrat frånvaron. Läs om den.', 'expectedVersion');
}

/** The absence as it would be kept, or why it cannot be; `before` is null for a new one. */
export function absenceFrom(
  request: AbsenceContent,
  source: FactSource,
  before: Absence | null,
  now: Date,
): Outcome<Absence> {
  const times = timesOf(request, before, now);
  if (!times.ok) return times;
  const note = cleanText(request.note ?? '', maxNote + 1);
  if (note !== null && Array.from(note).length > maxNote)
    return refused('TOO_LONG', `Noteringen får ha högst ${maxNote} tecken.`, 'note');
  if (note !== null && containsNationalId(note))
    return refused('INVALID', 'Noteringen får inte innehålla personnummer.', 'note');
  if (note !== null && isForbiddenLabel(note)) return refused('INVALID', tells, 'note');
  const absence = {
    id: before?.id ?? (randomUUID() as AbsenceId),
    reason: request.reason,
    ...times.value,
    phoneRings: request.phoneRings ?? phoneRingsByDefault(request.reason),
    note,
    referral: request.referral,
    source,
    version: before?.version ?? '1',
  };
  const { endsAt } = absence;
  if (request.recurrence === null || endsAt === null) return done({ ...absence, recurrence: null });
  const recurrence = recurrenceOf({ ...absence, endsAt }, request.recurrence, now);
  return recurrence.ok ? done({ ...absence, recurrence: recurrence.value }) : recurrence;
}

/** Why somebody with such absences cannot have another, or null. What a calendar brings has a limit of its own. */
export function tooMany(
  absences: readonly Absence[],
  request: Pick<AbsenceContent, 'recurrence'>,
): Outcome<never> | null {
  const here = absences.filter(({ source }) => source !== 'CALENDAR');
  if (here.length >= maxAbsences)
    return refused('LIMIT', `Det får finnas högst ${maxAbsences} frånvaron.`);
  if (request.recurrence !== null && here.filter(isSeries).length >= maxSeries)
    return refused('LIMIT', `Högst ${maxSeries} frånvaron kan upprepas.`, 'recurrence');
  return null;
}
