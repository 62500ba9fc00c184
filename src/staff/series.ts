import { done, refused, type Outcome } from '../kernel/user-error.js';
import type { Absence } from './absence.js';
import { readRule } from './recurrence-rule.js';
import { occurrencesIn, spanAt, type Recurrence, type Series, type Span } from './recurrence.js';
import { lastOf, startsOf } from './rule-starts.js';
import { wallTimeInSweden } from './swedish-time.js';
import { dayMilliseconds } from './zoned-time.js';

/** How somebody wants an absence to repeat. */
export type RecurrenceRequest = { readonly rule: string; readonly exceptHolidays: boolean };

/** No occurrence is longer than series are seen ahead. */
const maxLength = 92 * dayMilliseconds;
/** In so many days every rule but some of those by years has shown how near its occurrences are. */
const checkedDays = 400;

/**
 * The recurrence of an absence whose first occurrence is given, or why it is refused: a rule that is not
 * taken, a first occurrence on another day than the rule's, occurrences that overlap, no occurrence to
 * come, or nobody ever back.
 */
export function recurrenceOf(
  absence: Omit<Absence, 'endsAt' | 'recurrence'> & Span,
  { rule: text, exceptHolidays }: RecurrenceRequest,
  now: Date,
): Outcome<Recurrence> {
  const rule = readRule(text);
  if (rule === null)
    return invalid('Upprepningen går inte att läsa, eller är av ett slag som inte tas emot.');
  const first = wallTimeInSweden(absence.startsAt);
  const length = wallTimeInSweden(absence.endsAt) - first;
  if (length > maxLength) return invalid('Ett tillfälle får vara högst 92 dygn.');
  const starts = startsOf(rule, first, first, first + checkedDays * dayMilliseconds);
  if (starts[0] !== first) return invalid('Det första tillfället följer inte upprepningen.');
  if (starts.some((start, i) => start - (starts[i - 1] ?? -Infinity) < length))
    return invalid('Tillfällena går in i varandra.');
  const last = lastOf(rule, first);
  const endsAt = last === null ? null : spanAt(last, length).endsAt;
  if (endsAt !== null && endsAt <= now)
    return refused('IN_PAST', 'Alla tillfällen skulle redan vara slut.', 'recurrence');
  const recurrence = { rule: rule.text, exceptHolidays, endsAt, endedEarly: [] };
  const coming = comingOf({ ...absence, recurrence }, now);
  if (coming.length === 0) return invalid('Det kommer inget tillfälle inom ett år.');
  if (endsAt === null && leaveNoTime(coming))
    return invalid('Tillfällena lämnar ingen tid emellan.');
  return done(recurrence);
}

function comingOf(series: Series, now: Date): readonly Span[] {
  const from = series.startsAt > now ? series.startsAt : now;
  return occurrencesIn(series, from, new Date(from.getTime() + checkedDays * dayMilliseconds));
}

function leaveNoTime(spans: readonly Span[]): boolean {
  return (
    spans.length > 1 &&
    spans.every((span, i) => span.startsAt <= (spans[i - 1]?.endsAt ?? span.startsAt))
  );
}

function invalid(message: string): Outcome<never> {
  return refused('INVALID', message, 'recurrence');
}
