import { Injectable } from '@nestjs/common';
import { auditFactOf } from '../audit/audit-fact-of.js';
import { Clock } from '../kernel/clock.js';
import { globalId, nobody, type AbsenceId, type PersonId } from '../kernel/ids.js';
import { receiptOf, type Retriable } from '../kernel/receipt.js';
import { done, refused, type Outcome } from '../kernel/user-error.js';
import type { Viewer } from '../kernel/viewer.js';
import { AbsencesStore } from '../store/absences.store.js';
import { absenceFields, changedIn } from './changed-fields.js';
import { Subjects } from './subjects.js';

/** Which absence to end, and when; null means now. */
export type EndRequest = {
  readonly id: AbsenceId;
  readonly at: Date | null;
  readonly expectedVersion: string | null;
};

/** Ends an absence early, or cancels one that has not begun. */
@Injectable()
export class EndAbsence {
  constructor(
    private readonly subjects: Subjects,
    private readonly absences: AbsencesStore,
    private readonly clock: Clock,
  ) {}

  /** Ends it, or says why not. The note is erased with the absence, since it is for operators meanwhile. */
  async carryOut(
    viewer: Viewer,
    request: EndRequest,
    retriable: Retriable | null = null,
  ): Promise<Outcome<{ readonly personId: PersonId }>> {
    const owner = (await this.absences.ownerUndisclosed(request.id)) ?? nobody;
    const ref = { kind: 'ID', id: owner } as const;
    const found = await this.subjects.allowed(viewer, 'setAbsence', ref, 'id');
    if (!found.ok) return found;
    const absence = found.value.absences.find((one) => one.id === request.id);
    if (absence === undefined) return refused('NOT_FOUND', 'Det finns ingen sådan.', 'id');
    if (request.expectedVersion !== null && request.expectedVersion !== absence.version)
      return changed();
    const now = this.clock.now();
    const at = request.at ?? now;
    if (absence.endsAt !== null && at > absence.endsAt)
      return refused('INVALID', 'Frånvaron slutar redan tidigare.', 'at');
    const cancelled = absence.startsAt >= at;
    if (cancelled && absence.startsAt < now)
      return refused('IN_PAST', 'Frånvaron hade inte börjat då.', 'at');
    const note = at <= now ? null : absence.note;
    const ended = { ...absence, endsAt: at, endsAtPrecision: 'EXACT', note } as const;
    const fields = cancelled ? absenceFields : changedIn(absenceFields, absence, ended);
    if (fields.length === 0) return done({ personId: found.value.id });
    const fact = auditFactOf(viewer, {
      at: now,
      municipality: found.value.municipality.code,
      action: 'END_ABSENCE',
      about: found.value.id,
      object: globalId('ABSENCE', absence.id),
      fields,
      receipt: receiptOf(retriable, { personId: found.value.id }),
    });
    const saved = cancelled
      ? await this.absences.remove(absence, fact)
      : await this.absences.replace(ended, fact);
    return saved ? done({ personId: found.value.id }) : changed();
  }
}

function changed(): Outcome<never> {
  return refused('CONFLICT', 'Någon annan har ändrat frånvaron. Läs om den.', 'expectedVersion');
}
