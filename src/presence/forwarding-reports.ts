import { Injectable } from '@nestjs/common';
import type { AuditFact } from '../kernel/audit-fact.js';
import { Clock } from '../kernel/clock.js';
import {
  ReportedForwardingsStore,
  type ForwardingObservation,
  type ReplacedForwarding,
  type ReportedBatch,
} from '../store/reported-forwardings.store.js';

/** What an exchange says of one layer: all that it has there, or a part of it. */
export type ForwardingBatch = Omit<ReportedBatch, 'fullAt'> & { readonly full: boolean };

/** How it is recorded that a forwarding that somebody had set here gave way to what the exchange has. */
export type RecordReplaced = (replaced: ReplacedForwarding, at: Date) => AuditFact;

/** Takes what the exchange says of its forwardings: live facts, overwritten, with no trail of their own. */
@Injectable()
export class ForwardingReports {
  constructor(
    private readonly forwardings: ReportedForwardingsStore,
    private readonly clock: Clock,
  ) {}

  /** Keeps the reports that are newer than what is known. */
  async take({ full, ...batch }: ForwardingBatch, record: RecordReplaced): Promise<void> {
    const now = this.clock.now();
    const observations = batch.observations.map((one) => seenByNow(one, now));
    const latest = Math.max(...observations.map(({ observedAt }) => observedAt.getTime()));
    const fullAt = observations.length === 0 ? now : new Date(latest);
    await this.forwardings.report(
      { ...batch, observations, fullAt: full ? fullAt : null },
      (replaced) => record(replaced, now),
      now,
    );
  }
}

/** An exchange whose clock is ahead must not keep what it says next from counting as newer. */
function seenByNow(one: ForwardingObservation, now: Date): ForwardingObservation {
  return one.observedAt > now ? { ...one, observedAt: now } : one;
}
