import { done, refused, type Outcome } from '../kernel/user-error.js';
import {
  occurrencesIn,
  seenAheadMilliseconds,
  type Recurrence,
  type Series,
} from './recurrence.js';

/** So many occurrences of a series can have ended early, of those that are not long over. */
const maxEndedEarly = 366;

/**
 * The series without what is after `at`, for good; null where nothing of it has been. Or why not.
 */
export function seriesEnded(series: Series, at: Date, now: Date): Outcome<Recurrence | null> {
  const { recurrence, startsAt } = series;
  if (recurrence.endsAt !== null && at > recurrence.endsAt)
    return refused('INVALID', 'Frånvaron slutar redan tidigare.', 'at');
  if (at > startsAt) return done({ ...recurrence, endsAt: at });
  if (startsAt < now) return refused('IN_PAST', 'Frånvaron hade inte börjat då.', 'at');
  return done(null);
}

/**
 * The series with one occurrence cut off: the one under way at `at` ends then, and where none is, the next
 * one is left out, as a planned absence is cancelled. Or why not: none is near, or it has begun already.
 */
export function occurrenceEnded(series: Series, at: Date, now: Date): Outcome<Recurrence> {
  const { recurrence } = series;
  const until = Math.max(at.getTime(), now.getTime()) + seenAheadMilliseconds;
  const span = occurrencesIn(series, now, new Date(until)).find(({ endsAt }) => endsAt > at);
  if (span === undefined)
    return refused('INVALID', 'Det finns inget tillfälle att avsluta då.', 'at');
  const { startsAt } = span;
  const leftOut = startsAt >= at;
  if (leftOut && startsAt < now) return refused('IN_PAST', 'Frånvaron hade inte börjat då.', 'at');
  const kept = recurrence.endedEarly.filter(
    (one) =>
      one.startsAt.getTime() !== startsAt.getTime() &&
      one.startsAt.getTime() > now.getTime() - 2 * seenAheadMilliseconds,
  );
  if (kept.length >= maxEndedEarly)
    return refused('LIMIT', `Högst ${maxEndedEarly} tillfällen kan avslutas i förtid.`);
  return done({
    ...recurrence,
    endedEarly: [...kept, { startsAt, endsAt: leftOut ? startsAt : at }],
  });
}
