import type { TimePrecision } from '../kernel/absence-words.js';

/**
 * What a calendar says of somebody's time, and all that is taken from it: no title, place, text or name
 * of anybody (P21). An event that repeats is there once for each time.
 */
export type CalendarEvent = {
  /** A digest of the calendar's own name for it and when it was to begin. */
  readonly key: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** DAY for whole days. */
  readonly endsAtPrecision: Extract<TimePrecision, 'EXACT' | 'DAY'>;
  /** The three letters before ":" or ";" in the title; null without them, and in a private event. */
  readonly letterCode: string | null;
  /** Whether those letters say that the telephone still rings. */
  readonly phoneRings: boolean;
  /** What the calendar shows of the time; null where it is free, tentative or worked elsewhere. */
  readonly shownAs: 'BUSY' | 'AWAY' | null;
};
