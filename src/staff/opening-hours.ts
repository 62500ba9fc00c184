import { addDays, dateInSweden, instantInSweden, weekdayOf } from './swedish-time.js';
import type { WeeklyWindow } from './weekly-window.js';

/** Whether a workplace is open, and when that changes: null where nothing is known to change. */
export type Hours = {
  /** When it opens again; null while it is open, and where no hours are kept. */
  readonly closedUntil: Date | null;
  /** When it closes or opens next; null where no hours are kept. */
  readonly changesAt: Date | null;
};

const always: Hours = { closedUntil: null, changesAt: null };
const sunday = 7;
/** Long enough for any week, with every day of it a holiday. */
const daysAhead = 15;

/**
 * Whether a workplace with these hours is open at an instant. Hours are times on the wall in Sweden; on a
 * public holiday those of a Sunday hold, so that what is open at week-ends is open then too.
 */
export function hoursAt(
  windows: readonly WeeklyWindow[],
  now: Date,
  isHoliday: (day: string) => boolean,
): Hours {
  if (windows.length === 0) return always;
  let closesAt: Date | null = null;
  for (const { from, to } of openings(windows, now, isHoliday)) {
    // Hours that follow one another without a break are one opening.
    if (closesAt !== null) {
      if (from > closesAt) return { closedUntil: null, changesAt: closesAt };
      if (to > closesAt) closesAt = to;
    } else if (from > now) return { closedUntil: from, changesAt: from };
    else closesAt = to;
  }
  return { closedUntil: null, changesAt: closesAt };
}

/** The openings that have not ended by now, in order. */
function* openings(
  windows: readonly WeeklyWindow[],
  now: Date,
  isHoliday: (day: string) => boolean,
): Generator<{ readonly from: Date; readonly to: Date }> {
  const ordered = windows.toSorted((a, b) => (a.from < b.from ? -1 : 1));
  const today = dateInSweden(now);
  for (let ahead = 0; ahead < daysAhead; ahead += 1) {
    const day = addDays(today, ahead);
    const weekday = isHoliday(day) ? sunday : weekdayOf(day);
    for (const window of ordered) {
      if (window.weekday !== weekday) continue;
      const from = instantInSweden(day, window.from);
      const to = instantInSweden(day, window.to);
      // In a night in March a window can lie in the hour that is left out.
      if (to > now && from < to) yield { from, to };
    }
  }
}
