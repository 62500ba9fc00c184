import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { auditFactOf } from '../audit/audit-fact-of.js';
import type { AuditFact } from '../kernel/audit-fact.js';
import { Clock } from '../kernel/clock.js';
import { globalId, type AbsenceId, type PersonId } from '../kernel/ids.js';
import { receiptOf, type Retriable } from '../kernel/receipt.js';
import { done, refused, type Outcome } from '../kernel/user-error.js';
import type { Viewer } from '../kernel/viewer.js';
import type { AbsenceReason, TimePrecision } from '../kernel/absence-words.js';
import { phoneRingsByDefault, type Absence } from '../staff/absence.js';
import { cleanText } from '../staff/names.js';
import { containsNationalId } from '../staff/national-id.js';
import type { PersonRef } from '../staff/person-ref.js';
import type { Person } from '../staff/person.js';
import { AbsencesStore } from '../store/absences.store.js';
import { absenceFields, changedIn } from './changed-fields.js';
import { Subjects } from './subjects.js';

/** An absence as somebody reports it; null start means now, null end means not known. */
export type AbsenceRequest = {
  readonly person: PersonRef;
  /** The absence to change; null for a new one. */
  readonly id: AbsenceId | null;
  readonly reason: AbsenceReason;
  readonly startsAt: Date | null;
  readonly endsAt: Date | null;
  readonly endsAtPrecision: TimePrecision;
  readonly phoneRings: boolean | null;
  readonly note: string | null;
  readonly substituteId: PersonId | null;
  readonly expectedVersion: string | null;
};

const maxNote = 200;
const maxAbsences = 100;
const dayMilliseconds = 86_400_000;

/** Reports or changes an absence (P15, P17): by the person, or by an operator for anybody who is not protected. */
@Injectable()
export class SetAbsence {
  constructor(
    private readonly subjects: Subjects,
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
    if (before === null && person.absences.length >= maxAbsences)
      return refused('LIMIT', `Det får finnas högst ${maxAbsences} frånvaron.`);
    const standIn = await this.standIn(viewer, person, request.substituteId);
    if (!standIn.ok) return standIn;
    const now = this.clock.now();
    const checked = absenceFrom(request, before, person.id === viewer.personId, now);
    if (!checked.ok) return checked;
    const { value: absence } = checked;
    const receipt = receiptOf(retriable, { personId: person.id, absenceId: absence.id });
    const fact = { ...factOf(viewer, person, before, absence, now), receipt };
    if (before === null) {
      const owner = { personId: person.id, municipality: person.municipality.code };
      await this.absences.add(owner, absence, fact);
    } else if (fact.fields.length > 0 && !(await this.absences.replace(absence, fact)))
      return changed();
    return done({ personId: person.id, absenceId: absence.id });
  }

  private async standIn(
    viewer: Viewer,
    person: Person,
    id: PersonId | null,
  ): Promise<Outcome<null>> {
    if (id === null) return done(null);
    if (id === person.id)
      return refused('LOOP', 'Ingen kan svara i sitt eget ställe.', 'substituteId');
    const other = await this.subjects.visible(viewer, { kind: 'ID', id });
    if (other === null || other.leftAt !== null || other.protectionLevel === 'PROTECTED')
      return refused('NOT_FOUND', 'Det finns ingen sådan.', 'substituteId');
    return done(null);
  }
}

function factOf(
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

function absenceFrom(
  request: AbsenceRequest,
  before: Absence | null,
  bySelf: boolean,
  now: Date,
): Outcome<Absence> {
  const startsAt = request.startsAt ?? before?.startsAt ?? now;
  const { endsAt } = request;
  if (endsAt !== null && endsAt <= startsAt)
    return refused('INVALID', 'Frånvaron slutar innan den börjar.', 'endsAt');
  if (endsAt !== null && endsAt <= now)
    return refused('IN_PAST', 'Frånvaron skulle redan vara slut.', 'endsAt');
  if (before === null && startsAt.getTime() < now.getTime() - dayMilliseconds)
    return refused('IN_PAST', 'Frånvaron kan börja högst ett dygn bakåt.', 'startsAt');
  const note = cleanText(request.note ?? '', maxNote + 1);
  if (note !== null && Array.from(note).length > maxNote)
    return refused('TOO_LONG', `Noteringen får ha högst ${maxNote} tecken.`, 'note');
  if (note !== null && containsNationalId(note))
    return refused('INVALID', 'Noteringen får inte innehålla personnummer.', 'note');
  return done({
    id: before?.id ?? (randomUUID() as AbsenceId),
    reason: request.reason,
    startsAt,
    endsAt,
    endsAtPrecision: endsAt === null ? 'UNKNOWN' : request.endsAtPrecision,
    phoneRings: request.phoneRings ?? phoneRingsByDefault(request.reason),
    note,
    substituteId: request.substituteId,
    source: bySelf ? 'SELF' : 'OPERATOR',
    version: before?.version ?? '1',
  });
}
