import { Injectable } from '@nestjs/common';
import { done, refused, type Outcome } from '../kernel/user-error.js';
import { PresenceReports, type PresenceReport } from '../presence/presence-reports.js';
import { isSessionId, maxSessionSeconds } from '../staff/presence-session.js';
import { maxReports, refusalOfTimes } from './refused-report.js';

/** The doorway for presence that the telephone system knows of: who is not to be disturbed, who is signed in. */
@Injectable()
export class ReportPresences {
  constructor(private readonly reports: PresenceReports) {}

  /** Takes a batch whole, or refuses it whole with the path of the first fault. The count tells nothing about who is known. */
  async take(dialPlan: string, reports: readonly PresenceReport[]): Promise<Outcome<number>> {
    if (reports.length > maxReports)
      return refused('LIMIT', `Högst ${maxReports} rapporter åt gången.`, 'reports');
    for (const [i, report] of reports.entries()) {
      const refusal = refusalOf(report, 'reports', String(i));
      if (refusal) return refusal;
    }
    await this.reports.take(dialPlan, reports);
    return done(reports.length);
  }
}

function refusalOf(report: PresenceReport, ...path: string[]): Outcome<never> | null {
  const named = [report.e164, report.extension, report.personId].filter((one) => one !== null);
  if (named.length !== 1)
    return refused('INVALID', 'Ange nummer, anknytning eller person: ett av dem.', ...path);
  if (!isSessionId(report.sessionId))
    return refused('INVALID', 'Sessionens id är 1 till 64 tecken.', ...path, 'sessionId');
  return refusalOfTimes(report, maxSessionSeconds, ...path);
}
