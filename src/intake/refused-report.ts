import { refused, type Outcome } from '../kernel/user-error.js';
import { reportSeqRefusal } from './report-seq.js';

/** The most that one batch may hold. */
export const maxReports = 500;

/** What every report has: how new it is, and for how long it holds. */
type Timed = { readonly reportSeq: string; readonly ttlSeconds: number };

/** Why a report cannot be ordered among others or would hold too long, or null. */
export function refusalOfTimes(
  { reportSeq, ttlSeconds }: Timed,
  maxTtlSeconds: number,
  ...path: string[]
): Outcome<never> | null {
  const sequence = reportSeqRefusal(reportSeq, ...path);
  if (sequence) return sequence;
  if (ttlSeconds < 1 || ttlSeconds > maxTtlSeconds)
    return refused('INVALID', `Giltighet 1 till ${maxTtlSeconds} sekunder.`, ...path, 'ttlSeconds');
  return null;
}
