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
/** What is planned further ahead is a slip of the pen. */
const fiveYears = 5 * 366 * dayMilliseconds;

/** When the absence begins and ends, with the usual end where none is said; or why that is refused. */
export function timesOf(request: TimesRequest, before: Absence | null, now: Date): Outcome<Times> {
  const startsAt = request.startsAt ?? before?.startsAt ?? now;
  const end = endOf(request, startsAt, now);
  const moved = startsAt.getTime() !== before?.startsAt.getTime();
  const refusal =
    refusalOfAsked(request) ??
    (moved ? refusalOfStart(startsAt, now) : null) ??
    refusalOfEnd(request, startsAt, end.endsAt, now);
  return refusal ?? done({ startsAt, ...end });
}

/** EXACT is what a client says that says nothing. */
function refusalOfAsked({ endsAt, endsAtPrecision, openEnded }: TimesRequest) {
  if (openEnded && endsAt !== null)
    return refused('INVALID', 'Ange antingen ett slut eller att slutet är öppet.', 'openEnded');
  const vague = endsAtPrecision === 'ABOUT' || endsAtPrecision === 'DAY';
  if (endsAt === null && vague) return refused('INVALID', 'Ange när personen är åter.', 'endsAt');
  if (endsAt !== null && endsAtPrecision === 'UNKNOWN')
    return refused('INVALID', 'Ange hur säker tiden är, eller ingen tid.', 'endsAtPrecision');
  return null;
}

function refusalOfStart(startsAt: Date, now: Date): Outcome<never> | null {
  if (startsAt.getTime() < now.getTime() - dayMilliseconds)
    return refused('IN_PAST', 'Frånvaron kan börja högst ett dygn bakåt.', 'startsAt');
  if (startsAt.getTime() > now.getTime() + fiveYears)
    return refused('INVALID', 'Frånvaron börjar om mer än fem år.', 'startsAt');
  return null;
}

/** Of one that repeats, the first occurrence may be over. */
function refusalOfEnd(
  { recurrence }: TimesRequest,
  startsAt: Date,
  endsAt: Date | null,
  now: Date,
): Outcome<never> | null {
  if (endsAt === null)
    return recurrence === null
      ? null
      : refused('INVALID', 'En frånvaro som upprepas måste ha ett slut.', 'endsAt');
  if (endsAt <= startsAt) return refused('INVALID', 'Frånvaron slutar innan den börjar.', 'endsAt');
  if (recurrence === null && endsAt <= now)
    return refused('IN_PAST', 'Frånvaron skulle redan vara slut.', 'endsAt');
  if (endsAt.getTime() > now.getTime() + fiveYears)
    return refused('INVALID', 'Frånvaron slutar om mer än fem år.', 'endsAt');
  return null;
}

/** What is usual is not so any more when that time has passed: then nobody knows. */
function endOf(request: TimesRequest, startsAt: Date, now: Date): Omit<Times, 'startsAt'> {
  const { endsAt, endsAtPrecision, openEnded, recurrence, reason } = request;
  if (endsAt !== null) return { endsAt, endsAtPrecision };
  const usual = openEnded ? null : defaultEnd(reason, startsAt);
  if (usual !== null && (usual.endsAt > now || recurrence !== null)) return usual;
  return { endsAt: null, endsAtPrecision: 'UNKNOWN' };
}
