import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import type { LineStatus } from '../kernel/phone-words.js';
import type { E164, Extension } from '../staff/phone-number.js';
import { LinesStore } from '../store/lines.store.js';

/** One line as the exchange reports it. */
export type LineReport = {
  readonly e164: E164 | null;
  readonly extension: Extension | null;
  readonly status: LineStatus;
  readonly observedAt: Date;
  readonly reportSeq: string;
  readonly ttlSeconds: number;
};

/** Takes what the exchange says of its lines: soft state with an expiry, and no trail (P22). */
@Injectable()
export class LineReports {
  constructor(
    private readonly lines: LinesStore,
    private readonly clock: Clock,
  ) {}

  /** Keeps the reports that are newer than what is known; one that has already expired says nothing. */
  async take(dialPlan: string, reports: readonly LineReport[]): Promise<void> {
    const now = this.clock.now();
    const live = reports
      .map(({ observedAt, ttlSeconds, ...line }) => {
        // An exchange whose clock is ahead must not make a state last longer than it asked for.
        const from = Math.min(observedAt.getTime(), now.getTime());
        return { ...line, expiresAt: new Date(from + ttlSeconds * 1000) };
      })
      .filter((line) => line.expiresAt > now);
    await this.lines.report(dialPlan, live, now);
  }
}
