import type { Freshness } from '../kernel/phone-words.js';

/** When an exchange last reported anything of a municipality's telephones; null when it never has. */
export type ExchangeState = {
  readonly dialPlan: string;
  readonly municipality: string;
  readonly lastReportAt: Date | null;
};

const minute = 60_000;
const staleAfterMilliseconds = 10 * minute;

/** The whole minute of a report: an exchange that reports each change must not tell when somebody telephoned (P22). */
export function minuteOf(instant: Date): Date {
  return new Date(Math.floor(instant.getTime() / minute) * minute);
}

/** How an exchange is doing (P7): an empty report is a sign of life, so ten minutes of silence are a fault. */
export function exchangeFreshness({ lastReportAt }: ExchangeState, now: Date): Freshness {
  if (lastReportAt === null) return 'UNKNOWN';
  return now.getTime() - lastReportAt.getTime() <= staleAfterMilliseconds ? 'LIVE' : 'STALE';
}
