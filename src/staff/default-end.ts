import type { AbsenceReason, TimePrecision } from '../kernel/absence-words.js';
import { swedishZone, wallTimeInSweden } from './swedish-time.js';
import { nextWorkingMorning } from './working-days.js';
import { dayMilliseconds, instantIn } from './zoned-time.js';

/** When an absence is taken to end of which nobody has said it, and how sure that is. */
export type AssumedEnd = { readonly endsAt: Date; readonly endsAtPrecision: TimePrecision };

const minutes: Readonly<Partial<Record<AbsenceReason, number>>> = {
  LUNCH: 60,
  MEETING: 60,
  VISITOR: 60,
  BREAK: 15,
  ERRAND: 120,
};
const [startOfWork, endOfWork] = [8, 17];
const hourMilliseconds = 3_600_000;

/**
 * When an absence of the kind usually ends, so that a caller is told something (P17): after an hour at
 * lunch, at eight the next working day for whoever has gone for the day. Null where the reason says nothing
 * of it, such as leave, and for remote work begun after five.
 */
export function defaultEnd(reason: AbsenceReason, startsAt: Date): AssumedEnd | null {
  const endsAt = endOf(reason, startsAt);
  return endsAt && { endsAt, endsAtPrecision: 'ABOUT' };
}

function endOf(reason: AbsenceReason, startsAt: Date): Date | null {
  const length = minutes[reason];
  if (length !== undefined) return new Date(startsAt.getTime() + length * 60_000);
  if (reason === 'GONE_FOR_DAY' || reason === 'PART_TIME')
    return nextWorkingMorning(startsAt, startOfWork);
  if (reason !== 'REMOTE_WORK') return null;
  const day = Math.floor(wallTimeInSweden(startsAt) / dayMilliseconds) * dayMilliseconds;
  const end = instantIn(swedishZone, day + endOfWork * hourMilliseconds);
  return end > startsAt ? end : null;
}
