import { Injectable } from '@nestjs/common';
import { auditFactOf } from '../audit/audit-fact-of.js';
import type { AbsenceScope } from '../kernel/absence-words.js';
import { Clock } from '../kernel/clock.js';
import { globalId, nobody, type AbsenceId, type PersonId } from '../kernel/ids.js';
import { receiptOf, type Retriable } from '../kernel/receipt.js';
import { done, refused, type Outcome } from '../kernel/user-error.js';
import type { Viewer } from '../kernel/viewer.js';
import type { Absence } from '../staff/absence.js';
import { isSeries, type Series } from '../staff/recurrence.js';
import { occurrenceEnded, seriesEnded } from '../staff/series-end.js';
import { AbsencesStore } from '../store/absences.store.js';
import { absenceFields, changedIn } from './changed-fields.js';
import { Subjects } from './subjects.js';

/** Which absence to end, and when; null means now. The scope is asked about for one that repeats. */
export type EndRequest = {
  readonly id: AbsenceId;
  readonly at: Date | null;
  readonly scope: AbsenceScope;
  readonly expectedVersion: string | null;
};

/** Ends an absence early, or cancels one that has not begun; of one that repeats, one occurrence or all to come. */
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
    const after = isSeries(absence)
      ? seriesAfter(absence, at, now, request.scope)
      : absenceAfter(absence, at, now);
    if (!after.ok) return after;
    const ended = after.value;
    const fields = ended === null ? absenceFields : changedIn(absenceFields, absence, ended);
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
    const saved =
      ended === null
        ? await this.absences.remove(absence, fact)
        : await this.absences.replace(ended, fact, at);
    return saved ? done({ personId: found.value.id }) : changed();
  }
}

/** The absence as it ends; null for one that is cancelled. */
function absenceAfter(absence: Absence, at: Date, now: Date): Outcome<Absence | null> {
  if (absence.endsAt !== null && at > absence.endsAt)
    return refused('INVALID', 'Frånvaron slutar redan tidigare.', 'at');
  const cancelled = absence.startsAt >= at;
  if (cancelled && absence.startsAt < now)
    return refused('IN_PAST', 'Frånvaron hade inte börjat då.', 'at');
  if (cancelled) return done(null);
  return done({
    ...absence,
    endsAt: at,
    endsAtPrecision: 'EXACT',
    note: noteAfter(absence, at, now),
  });
}

function seriesAfter(
  series: Series,
  at: Date,
  now: Date,
  scope: AbsenceScope,
): Outcome<Absence | null> {
  if (scope === 'OCCURRENCE') {
    const ended = occurrenceEnded(series, at, now);
    return ended.ok ? done({ ...series, recurrence: ended.value }) : ended;
  }
  const ended = seriesEnded(series, at, now);
  if (!ended.ok) return ended;
  if (ended.value === null) return done(null);
  return done({ ...series, recurrence: ended.value, note: noteAfter(series, at, now) });
}

function noteAfter({ note }: Absence, at: Date, now: Date): string | null {
  return at <= now ? null : note;
}

function changed(): Outcome<never> {
  return refused('CONFLICT', 'Någon annan har ändrat frånvaron. Läs om den.', 'expectedVersion');
}
