import { AppError } from '../kernel/app-error.js';
import type { AbsenceId } from '../kernel/ids.js';
import type { Absence } from '../staff/absence.js';
import { occurrencesOf, seenAheadMilliseconds } from '../staff/recurrence.js';

/** From when to when absences are asked for; null means now, and as far ahead as they are seen. */
export type Window = { readonly from: Date | null; readonly to: Date | null };

/** The absences that are under way or begin in a window, by start; what is over by now is not among them. Throws BAD_USER_INPUT. */
export function absencesIn(
  window: Window,
  absences: readonly Absence[],
  now: Date,
): readonly Absence[] {
  const from = window.from ?? now;
  const to = window.to ?? new Date(from.getTime() + seenAheadMilliseconds);
  const length = to.getTime() - from.getTime();
  if (length < 0 || length > seenAheadMilliseconds)
    throw new AppError('BAD_USER_INPUT', '"to" must be from 0 to 92 days after "from".');
  const notOver = from > now ? from : now;
  return occurrencesOf(absences, notOver, to).filter(
    ({ startsAt, endsAt }) => startsAt < to && (endsAt === null || endsAt > notOver),
  );
}

/** An absence by its id, or null: of one that repeats, the occurrence under way or the next one, or else the first. */
export function absenceById(
  id: AbsenceId,
  absences: readonly Absence[],
  now: Date,
): Absence | null {
  const found = absences.filter((absence) => absence.id === id);
  const seen = occurrencesOf(found, now, new Date(now.getTime() + seenAheadMilliseconds));
  return seen[0] ?? found[0] ?? null;
}
