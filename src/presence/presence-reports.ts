import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import {
  PresenceSessionsStore,
  type SessionObservation,
} from '../store/presence-sessions.store.js';
import { validFrom, type WithoutExpiry } from './valid-from.js';

/** One session as the telephone system reports it. */
export type PresenceReport = WithoutExpiry<SessionObservation>;

/** Takes what the telephone system says of people: soft state with an expiry, and no trail. */
@Injectable()
export class PresenceReports {
  constructor(
    private readonly sessions: PresenceSessionsStore,
    private readonly clock: Clock,
  ) {}

  /** Keeps the reports that are newer than what is known; one that has already expired says nothing. */
  async take(dialPlan: string, reports: readonly PresenceReport[]): Promise<void> {
    const now = this.clock.now();
    await this.sessions.report(
      dialPlan,
      reports.map((report) => validFrom(report, now)),
      now,
    );
  }
}
