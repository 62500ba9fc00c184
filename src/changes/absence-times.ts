import type { AbsenceReason, TimePrecision } from '../kernel/absence-words.js';
import { done, refused, type Outcome } from '../kernel/user-error.js';
import type { Absence } from '../staff/absence.js';
import { defaultEnd } from '../staff/default-end.js';
import type { RecurrenceRequest } from '../staff/series.js';

/** When an absence is, as somebody reports it. */
export type TimesRequest = {
  readonly reason: AbsenceReason;
  /** Null means now, or as before. */
  readonly startsAt: Date | null;
  /** Null means as usual for the reason, or not known where it is open-ended or nothing is usual. */
  readonly endsAt: Date | null;
  readonly openEnded: boolean;
  readonly endsAtPrecision: TimePrecision;
  readonly recurrence: RecurrenceRequest | null;
};

/** When an absence is, or its first occurrence. */
export type Times = Pick<Absence, 'startsAt' | 'endsAt' | 'endsAtPrecision'>;

const dayMilliseconds = 86_400_000;

/** When the absence begins and ends, with the usual end where none is said; or why that is refused. */
export function timesOf(request: TimesRequest, before: Absence | null, now: Date): Outcome<Times> {
  const startsAt = request.startsAt ?? before?.startsAt ?? now;
  const end = endOf(request, startsAt, now);
  const { endsAt } = end;
  if (request.openEnded && request.endsAt !== null)
    return refused('INVALID', 'Ange antingen ett slut eller att slutet är öppet.', 'openEnded');
  if (endsAt !== null && endsAt <= startsAt)
    return refused('INVALID', 'Frånvaron slutar innan den börjar.', 'endsAt');
  if (request.recurrence !== null && endsAt === null)
    return refused('INVALID', 'En frånvaro som upprepas måste ha ett slut.', 'endsAt');
  if (request.recurrence === null && endsAt !== null && endsAt <= now)
    return refused('IN_PAST', 'Frånvaron skulle redan vara slut.', 'endsAt');
  if (before === null && startsAt.getTime() < now.getTime() - dayMilliseconds)
    return refused('IN_PAST', 'Frånvaron kan börja högst ett dygn bakåt.', 'startsAt');
  return done({ startsAt, ...end });
}

/** What is usual is not so any more when that time has passed: then nobody knows. */
function endOf(request: TimesRequest, startsAt: Date, now: Date): Omit<Times, 'startsAt'> {
  const { endsAt, endsAtPrecision, openEnded, recurrence, reason } = request;
  if (endsAt !== null) return { endsAt, endsAtPrecision };
  const usual = openEnded ? null : defaultEnd(reason, startsAt);
  if (usual !== null && (usual.endsAt > now || recurrence !== null)) return usual;
  return { endsAt: null, endsAtPrecision: 'UNKNOWN' };
}
