import { Injectable } from '@nestjs/common';
import { done, refused, type Outcome } from '../kernel/user-error.js';
import { LineReports, type LineReport } from '../presence/line-reports.js';
import { reportSeqRefusal } from './report-seq.js';

const maxLines = 500;
const maxTtlSeconds = 86_400;

/** The doorway for the exchange's line states. */
@Injectable()
export class ReportLines {
  constructor(private readonly reports: LineReports) {}

  /**
   * Takes a batch whole, or refuses it whole with the path of the first fault. The count is of rows
   * that are well-formed, known or not, so that it tells nothing about who has a number.
   */
  async take(dialPlan: string, lines: readonly LineReport[]): Promise<Outcome<number>> {
    if (lines.length > maxLines)
      return refused('LIMIT', `Högst ${maxLines} linjer åt gången.`, 'lines');
    for (const [i, line] of lines.entries()) {
      const refusal = refusalOf(line, 'lines', String(i));
      if (refusal) return refusal;
    }
    await this.reports.take(dialPlan, lines);
    return done(lines.length);
  }
}

function refusalOf(line: LineReport, ...path: string[]): Outcome<never> | null {
  if ((line.e164 === null) === (line.extension === null))
    return refused('INVALID', 'Ange antingen nummer eller anknytning.', ...path);
  const sequence = reportSeqRefusal(line.reportSeq, ...path);
  if (sequence) return sequence;
  if (line.ttlSeconds < 1 || line.ttlSeconds > maxTtlSeconds)
    return refused('INVALID', `Giltighet 1 till ${maxTtlSeconds} sekunder.`, ...path, 'ttlSeconds');
  return null;
}
