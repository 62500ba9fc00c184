import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, MoreThan } from 'typeorm';
import type { FactWithout } from '../kernel/audit-fact.js';
import type { MunicipalityCode } from '../kernel/ids.js';
import { recordFacts } from './audit-writes.js';
import type { SourceKey } from './directory.store.js';
import { HeldPlanRow } from './rows/held-plan.row.js';
import { SyncLossRow } from './rows/sync-loss.row.js';

/** A plan that waits for somebody to say yes or no. Its entries are directory keys, no names. */
export type HeldPlan = {
  readonly source: SourceKey;
  readonly hash: string;
  readonly rules: readonly string[];
  readonly held: readonly string[];
  readonly heldAt: Date;
};

/** What was said to a held plan. */
export type Decision = 'APPROVED' | 'REJECTED';

const weekMilliseconds = 7 * 86_400_000;

/** Plans that the gate held, what was said to them, and the losses of the week. */
@Injectable()
export class HeldPlansStore {
  constructor(private readonly database: DataSource) {}

  /** The losses of a source in the last seven days that nobody was asked about, as `KIND:key`. */
  async recentLosses(source: SourceKey, now: Date): Promise<ReadonlySet<string>> {
    const rows = await this.database.getRepository(SyncLossRow).find({
      where: { sourceId: source.id, lostAt: MoreThan(weekBefore(now)) },
      select: { kind: true, directoryKey: true },
    });
    return new Set(rows.map((row) => `${row.kind}:${row.directoryKey}`));
  }

  /** The sets that were approved in the last seven days. */
  async approvedSets(source: SourceKey, now: Date): Promise<readonly (readonly string[])[]> {
    const rows = await this.database.getRepository(HeldPlanRow).findBy({
      sourceId: source.id,
      decision: 'APPROVED',
      decidedAt: MoreThan(weekBefore(now)),
    });
    return rows.map((row) => row.held);
  }

  /** Pairs of keys that were said to be two people in the last seven days: plans of such pairs alone. */
  async rejectedRelinks(source: SourceKey, now: Date): Promise<readonly (readonly string[])[]> {
    const rows = await this.database.getRepository(HeldPlanRow).findBy({
      sourceId: source.id,
      decision: 'REJECTED',
      decidedAt: MoreThan(weekBefore(now)),
    });
    return rows.flatMap(({ rules, held }) => (rules.join() === 'RECREATED' ? [held] : []));
  }

  /** Keeps a plan for somebody to decide. One that waits, or was decided this week, is left as it is; an older decision is asked for anew. */
  async hold({ source, hash, rules, held, heldAt }: HeldPlan): Promise<void> {
    await this.database.query(
      `insert into held_plan (id, municipality_code, source_id, hash, rules, held, held_at)
       values ($1, $2, $3, $4, $5, $6, $7)
       on conflict on constraint held_plan_hash_key do update set
           held_at = excluded.held_at, decision = null, decided_at = null, decided_by = null
        where held_plan.decided_at <= $8`,
      [randomUUID(), source.municipality, source.id, hash, rules, held, heldAt, weekBefore(heldAt)],
    );
  }

  /** The plans that nobody has decided, the newest first. */
  async waiting(): Promise<readonly HeldPlan[]> {
    const rows = await this.database
      .getRepository(HeldPlanRow)
      .find({ where: { decision: IsNull() }, order: { heldAt: 'DESC', hash: 'ASC' } });
    return rows.map(({ sourceId, municipalityCode, hash, rules, held, heldAt }) => {
      const source = { id: sourceId, municipality: municipalityCode as MunicipalityCode };
      return { source, hash, rules, held, heldAt };
    });
  }

  /** Says yes or no to a waiting plan, and records by whom; false when none waits by that hash. */
  async decide(
    hash: string,
    decision: Decision,
    fact: FactWithout<'municipality'>,
  ): Promise<boolean> {
    const { actor, at } = fact;
    return this.database.transaction(async (tx) => {
      const waiting = await tx.find(HeldPlanRow, {
        where: { hash, decision: IsNull() },
        lock: { mode: 'pessimistic_write' },
      });
      if (waiting.length === 0) return false;
      const decided = { decision, decidedAt: at, decidedBy: actor };
      await tx.update(HeldPlanRow, { hash, decision: IsNull() }, decided);
      const facts = waiting.map(({ municipalityCode }) => {
        return { ...fact, municipality: municipalityCode as MunicipalityCode };
      });
      await recordFacts(tx, facts);
      return true;
    });
  }
}

function weekBefore(now: Date): Date {
  return new Date(now.getTime() - weekMilliseconds);
}
