import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import { LinesStore, type LineObservation } from '../store/lines.store.js';
import { validFrom, type WithoutExpiry } from './valid-from.js';

/** One line as the exchange reports it. */
export type LineReport = WithoutExpiry<LineObservation>;

/** A batch of an exchange; a full one says of lines that it does not name that they are unknown. */
export type LineBatch = {
  readonly dialPlan: string;
  readonly full: boolean;
  readonly lines: readonly LineReport[];
};

/** Takes what the exchange says of its lines: soft state with an expiry, and no trail (P22). */
@Injectable()
export class LineReports {
  constructor(
    private readonly lines: LinesStore,
    private readonly clock: Clock,
  ) {}

  /** Keeps the reports that are newer than what is known; one that has already expired says nothing. */
  async take({ dialPlan, full, lines }: LineBatch): Promise<void> {
    const now = this.clock.now();
    const reported = lines.map((line) => validFrom(line, now));
    await this.lines.report({ dialPlan, full, lines: reported }, now);
  }
}
