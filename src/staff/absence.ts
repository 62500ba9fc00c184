import type { AbsenceId } from '../kernel/ids.js';
import {
  timePrecisions,
  type AbsenceReason,
  type PublicAbsenceReason,
  type TimePrecision,
} from '../kernel/absence-words.js';
import { type FactSource } from '../kernel/words.js';
import type { Recurrence } from './recurrence.js';
import type { Referral } from './referral.js';

/** A planned or running absence. */
export type Absence = {
  readonly id: AbsenceId;
  readonly reason: AbsenceReason;
  readonly startsAt: Date;
  /** Expected return; null when it is not known. */
  readonly endsAt: Date | null;
  readonly endsAtPrecision: TimePrecision;
  /** Whether the phone still rings meanwhile, as at remote work. */
  readonly phoneRings: boolean;
  /** For operators; erased when the absence ends. */
  readonly note: string | null;
  /** Who answers instead (P4, P10). */
  readonly referral: Referral | null;
  readonly source: FactSource;
  /** How it repeats; null for one that does not. */
  readonly recurrence: Recurrence | null;
  readonly version: string;
};

/** What may be said to a caller for each reason: never more than the caller needs (P21, P23). */
export const publicReasonOf: Readonly<Record<AbsenceReason, PublicAbsenceReason>> = {
  LUNCH: 'BRIEFLY_AWAY',
  BREAK: 'BRIEFLY_AWAY',
  MEETING: 'BUSY',
  VISITOR: 'BUSY',
  ERRAND: 'AWAY',
  TRAVEL: 'AWAY',
  COURSE: 'AWAY',
  REMOTE_WORK: 'AWAY',
  GONE_FOR_DAY: 'GONE_FOR_DAY',
  PART_TIME: 'GONE_FOR_DAY',
  VACATION: 'ABSENT',
  LEAVE: 'ABSENT',
  OTHER: 'ABSENT',
};

/** Whether the phone rings during an absence of this kind, where nobody said otherwise. */
export function phoneRingsByDefault(reason: AbsenceReason): boolean {
  return reason === 'REMOTE_WORK';
}

/** Whose word counts first: nearest to the person, and a calendar's last, since nobody wrote it for callers. */
const rankOf: Readonly<Record<FactSource, number>> = {
  SELF: 0,
  MANAGER: 1,
  PHONE_RESPONSIBLE: 1,
  OPERATOR: 2,
  TECHNICIAN: 3,
  PHONE_SYSTEM: 4,
  CALENDAR: 5,
  LDAP: 6,
};

/**
 * The absence in force at an instant, or null. Of several, one that closes the phone before one that
 * lets it ring, then the one from whom is nearest to the person, then the one that lasts longest, since
 * that tells the caller when somebody is back.
 */
export function absenceInForce(absences: readonly Absence[], now: Date): Absence | null {
  const running = absences.filter(
    (a) => a.startsAt <= now && (a.endsAt === null || a.endsAt > now),
  );
  const [first] = running.toSorted(
    (a, b) =>
      Number(a.phoneRings) - Number(b.phoneRings) ||
      rankOf[a.source] - rankOf[b.source] ||
      endOf(b) - endOf(a) ||
      a.startsAt.getTime() - b.startsAt.getTime() ||
      (a.id < b.id ? -1 : 1),
  );
  return first ?? null;
}

/** When somebody is back, and how sure that is; null when nobody knows. */
export type ExpectedReturn = {
  readonly at: Date | null;
  readonly precision: TimePrecision;
};

/** Somebody who is away again so soon has not been back: whoever is told to ring then rings in vain. */
const betweenMilliseconds = 15 * 60_000;

/**
 * When somebody who is away is back (P4): at the end of the absence in force, or of the last one that
 * follows without more than 15 minutes between them and closes the phone. As sure as the least sure of them.
 */
export function expectedReturn(inForce: Absence, absences: readonly Absence[]): ExpectedReturn {
  const following = absences
    .filter(({ phoneRings }) => !phoneRings)
    .toSorted(
      (a, b) =>
        a.startsAt.getTime() - b.startsAt.getTime() ||
        endOf(b) - endOf(a) ||
        timePrecisions.indexOf(b.endsAtPrecision) - timePrecisions.indexOf(a.endsAtPrecision),
    );
  let last = inForce;
  let precision = inForce.endsAtPrecision;
  for (const next of following) {
    if (next.startsAt.getTime() > endOf(last) + betweenMilliseconds) break;
    if (endOf(next) <= endOf(last)) continue;
    last = next;
    precision = lessSure(precision, next.endsAtPrecision);
  }
  return { at: last.endsAt, precision: last.endsAt === null ? 'UNKNOWN' : precision };
}

function lessSure(one: TimePrecision, other: TimePrecision): TimePrecision {
  return timePrecisions.indexOf(one) < timePrecisions.indexOf(other) ? other : one;
}

/** The next instant after `now` at which an absence begins or ends, or null. */
export function nextAbsenceBoundary(absences: readonly Absence[], now: Date): Date | null {
  const boundaries = absences
    .flatMap((a) => (a.endsAt === null ? [a.startsAt] : [a.startsAt, a.endsAt]))
    .filter((instant) => instant > now)
    .toSorted((a, b) => a.getTime() - b.getTime());
  return boundaries[0] ?? null;
}

function endOf(absence: Absence): number {
  return absence.endsAt?.getTime() ?? Number.POSITIVE_INFINITY;
}
