import type { AbsenceId } from '../kernel/ids.js';
import type { AbsenceReason, TimePrecision } from '../kernel/absence-words.js';

/** An absence as a calendar wants it. */
export type CalendarAbsence = {
  readonly key: string;
  readonly reason: AbsenceReason;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly endsAtPrecision: TimePrecision;
  readonly phoneRings: boolean;
};

/** One that is kept already. */
export type KeptCalendarAbsence = CalendarAbsence & { readonly id: AbsenceId };

/** What has to be done so that the calendar's absences are those wanted. */
export type CalendarPlan = {
  readonly add: readonly CalendarAbsence[];
  readonly change: readonly KeptCalendarAbsence[];
  readonly remove: readonly AbsenceId[];
};

/**
 * What an import changes: only what differs, so that the same calendar twice changes nothing. Whoever has
 * said to be back from an event is back, whatever the calendar says (`returns`, by the event's key).
 */
export function planCalendar(
  kept: readonly KeptCalendarAbsence[],
  wanted: readonly CalendarAbsence[],
  returns: ReadonlyMap<string, Date>,
  now: Date,
): CalendarPlan {
  const cut = wanted
    .map((one) => backEarly(one, returns.get(one.key)))
    .filter(({ startsAt, endsAt }) => endsAt > startsAt && endsAt > now);
  const byKey = new Map(kept.map((one) => [one.key, one]));
  const keys = new Set(cut.map(({ key }) => key));
  return {
    add: cut.filter(({ key }) => !byKey.has(key)),
    change: cut.flatMap((one) => {
      const before = byKey.get(one.key);
      return before && !isSame(before, one) ? [{ ...one, id: before.id }] : [];
    }),
    remove: kept.filter(({ key, endsAt }) => !keys.has(key) && endsAt > now).map(({ id }) => id),
  };
}

function backEarly(one: CalendarAbsence, backAt: Date | undefined): CalendarAbsence {
  if (backAt === undefined || backAt >= one.endsAt) return one;
  return { ...one, endsAt: backAt, endsAtPrecision: 'EXACT' };
}

function isSame(one: CalendarAbsence, other: CalendarAbsence): boolean {
  return (
    one.reason === other.reason &&
    one.startsAt.getTime() === other.startsAt.getTime() &&
    one.endsAt.getTime() === other.endsAt.getTime() &&
    one.endsAtPrecision === other.endsAtPrecision &&
    one.phoneRings === other.phoneRings
  );
}
