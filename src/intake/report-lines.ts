import { Injectable } from '@nestjs/common';
import { done, refused, type Outcome } from '../kernel/user-error.js';
import { LineReports, type LineBatch, type LineReport } from '../presence/line-reports.js';
import { maxReports, refusalOfTimes } from './refused-report.js';

const maxTtlSeconds = 86_400;

/** The doorway for the exchange's line states. */
@Injectable()
export class ReportLines {
  constructor(private readonly reports: LineReports) {}

  /**
   * Takes a batch whole, or refuses it whole with the path of the first fault. The count is of rows
   * that are well-formed, known or not, so that it tells nothing about who has a number. An empty batch
   * is a sign of life of the exchange (P7).
   */
  async take(batch: LineBatch): Promise<Outcome<number>> {
    const { full, lines } = batch;
    if (lines.length > maxReports)
      return refused('LIMIT', `Högst ${maxReports} linjer åt gången.`, 'lines');
    // Nothing would say which reports it is newer than.
    if (full && lines.length === 0)
      return refused('INVALID', 'En fullständig rapport ska ha minst en linje.', 'lines');
    for (const [i, line] of lines.entries()) {
      const refusal = refusalOf(line, 'lines', String(i));
      if (refusal) return refusal;
    }
    await this.reports.take(batch);
    return done(lines.length);
  }
}

function refusalOf(line: LineReport, ...path: string[]): Outcome<never> | null {
  if ((line.e164 === null) === (line.extension === null))
    return refused('INVALID', 'Ange antingen nummer eller anknytning.', ...path);
  return refusalOfTimes(line, maxTtlSeconds, ...path);
}
