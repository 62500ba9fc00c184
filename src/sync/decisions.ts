import { Injectable } from '@nestjs/common';
import { auditFactOf } from '../audit/audit-fact-of.js';
import { atCommandLine } from '../kernel/viewer.js';
import { Clock } from '../kernel/clock.js';
import type { Pair, SourceKey } from '../store/directory.store.js';
import { HeldPlansStore } from '../store/held-plans.store.js';
import { heldHash, isApproved, type Held } from './gate.js';

/** What somebody has said to held plans, and plans put forward to be decided. */
@Injectable()
export class Decisions {
  constructor(
    private readonly plans: HeldPlansStore,
    private readonly clock: Clock,
  ) {}

  /** Losses of the last seven days that nobody was asked about, as `KIND:key`. */
  async recentLosses(source: SourceKey): Promise<ReadonlySet<string>> {
    return this.plans.recentLosses(source, this.clock.now());
  }

  /** Whether all that is held may be carried out: it was approved this week, or is approved with the order itself. */
  async allow(source: SourceKey, held: Held, approve: string | null): Promise<boolean> {
    const hash = heldHash(held.held);
    if (approve === hash) {
      await this.putForward(source, held);
      const { municipality } = source;
      const what = { at: this.clock.now(), municipality, object: hash };
      const fact = auditFactOf(atCommandLine, { ...what, action: 'APPROVE_PLAN' });
      await this.plans.decide(hash, 'APPROVED', fact);
    }
    return isApproved(held.held, await this.plans.approvedSets(source, this.clock.now()));
  }

  /** Keeps a plan for somebody to decide. */
  async putForward(source: SourceKey, held: Held): Promise<void> {
    const heldAt = this.clock.now();
    await this.plans.hold({ source, hash: heldHash(held.held), ...held, heldAt });
  }

  /** What was said of people who are there again under another key. Rejected pairs are two people. */
  async sortPairs(
    source: SourceKey,
    pairs: readonly Pair[],
  ): Promise<{ readonly approved: readonly Pair[]; readonly open: readonly Pair[] }> {
    if (pairs.length === 0) return { approved: [], open: [] };
    const now = this.clock.now();
    const approved = new Set((await this.plans.approvedSets(source, now)).flat());
    const rejected = new Set((await this.plans.rejectedRelinks(source, now)).flat());
    const entry = ({ from, to }: Pair) => `RELINK:${from}:${to}`;
    return {
      approved: pairs.filter((pair) => approved.has(entry(pair))),
      open: pairs.filter((pair) => !approved.has(entry(pair)) && !rejected.has(entry(pair))),
    };
  }
}
