import { refused, type Outcome } from '../kernel/user-error.js';
import { isReportSequence } from '../staff/presence-session.js';

/** Why a sequence that a report carries is none, or null: 1 to 18 digits. */
export function reportSeqRefusal(reportSeq: string, ...path: string[]): Outcome<never> | null {
  if (isReportSequence(reportSeq)) return null;
  return refused('INVALID', 'Löpnumret ska vara 1 till 18 siffror.', ...path, 'reportSeq');
}
