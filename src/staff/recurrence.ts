import { absenceInForce, type Absence } from './absence.js';
import { readRule, type RuleText } from './recurrence-rule.js';
import { startsOf } from './rule-starts.js';
import { swedishZone, wallTimeInSweden } from './swedish-time.js';
import { isWorkingDay } from './working-days.js';
import { instantIn, wallTimeIn, type WallTime } from './zoned-time.js';

/** How an absence repeats. Its own start and end are those of the first occurrence. */
export type Recurrence = {
  readonly rule: RuleText;
  /** Whether occurrences on Saturdays, Sundays and Swedish holidays are left out. */
  readonly exceptHolidays: boolean;
  /** When the last occurrence is over, and the series with it; null where it goes on. */
  readonly endsAt: Date | null;
  /** Occurrences that ended early, by when they begin; one that ended as it began was left out. */
  readonly endedEarly: readonly Span[];
};

/** From when until when, the end not included. */
export type Span = { readonly startsAt: Date; readonly endsAt: Date };

/** How far ahead series are seen: whoever plans further looks again nearer the time. */
export const seenAheadMilliseconds = 92 * 86_400_000;

/** An absence that repeats. */
export type Series = Absence & { readonly recurrence: Recurrence; readonly endsAt: Date };

/** Whether an absence repeats; one that does has an end, since its occurrences have. */
export function isSeries(absence: Absence): absence is Series {
  return absence.recurrence !== null && absence.endsAt !== null;
}

/**
 * The absences with each series in place of its occurrences that touch the time from `from` to `to`: the
 * same id, and from when until when each is. What does not repeat stays as it is.
 */
export function occurrencesOf(
  absences: readonly Absence[],
  from: Date,
  to: Date,
): readonly Absence[] {
  if (!absences.some(isSeries)) return absences;
  return absences
    .flatMap((absence): readonly Absence[] =>
      isSeries(absence)
        ? occurrencesIn(absence, from, to).map((span) => ({ ...absence, ...span }))
        : [absence],
    )
    .toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime() || (a.id < b.id ? -1 : 1));
}

/** The absence in force at an instant, or null: of one that repeats, the occurrence that is under way. */
export function absenceAt(absences: readonly Absence[], now: Date): Absence | null {
  return absenceInForce(occurrencesOf(absences, now, new Date(now.getTime() + 1)), now);
}

/** The occurrences of a series that are under way at some instant from `from` to `to`, in order. */
export function occurrencesIn(series: Series, from: Date, to: Date): readonly Span[] {
  const { recurrence } = series;
  const rule = readRule(recurrence.rule);
  // What was written has been read; a rule that is no longer taken falls on the first day and no other.
  if (rule === null) return [series].filter((span) => touches(span, from, to)).map(spanOf);
  const first = wallTimeInSweden(series.startsAt);
  const length = wallTimeInSweden(series.endsAt) - first;
  const last = recurrence.endsAt === null || recurrence.endsAt > to ? to : recurrence.endsAt;
  const earliest = wallTimeInSweden(from) - length - hour;
  return startsOf(rule, first, earliest, wallTimeInSweden(last) + hour)
    .filter(
      (start) =>
        !recurrence.exceptHolidays || isWorkingDay(new Date(start).toISOString().slice(0, 10)),
    )
    .flatMap((start) => endedAsItDid(spanAt(start, length), recurrence))
    .filter((span) => touches(span, from, to));
}

/** On the nights when the clock is changed, what is on the wall may be an hour off. */
const hour = 3_600_000;

/**
 * From when until when something is that begins and ends on the wall clock of a zone. A start that is
 * skipped in March is an hour later; an end that is skipped is when the clock is put forward, so that what
 * follows does not overlap; and what would be over before it began has its own length instead.
 */
export function spanAt(start: WallTime, length: number, zone = swedishZone): Span {
  const startsAt = instantIn(zone, start);
  const end = start + length;
  const at = instantIn(zone, end);
  const skipped = wallTimeIn(zone, at) !== end;
  const endsAt = skipped ? new Date(at.getTime() - (end % hour)) : at;
  return { startsAt, endsAt: endsAt > startsAt ? endsAt : new Date(startsAt.getTime() + length) };
}

/** An occurrence as it was: cut off where somebody was back early, or where the whole series ended. */
function endedAsItDid(span: Span, { endsAt, endedEarly }: Recurrence): readonly Span[] {
  const early = endedEarly.find((one) => one.startsAt.getTime() === span.startsAt.getTime());
  const ends = [span.endsAt, early?.endsAt, endsAt].flatMap((end) => (end ? [end.getTime()] : []));
  const cut = { startsAt: span.startsAt, endsAt: new Date(Math.min(...ends)) };
  return cut.endsAt > cut.startsAt ? [cut] : [];
}

function touches(span: Span, from: Date, to: Date): boolean {
  return span.endsAt > from && span.startsAt < to;
}

function spanOf({ startsAt, endsAt }: Span): Span {
  return { startsAt, endsAt };
}
