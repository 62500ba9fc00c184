import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import { AuditSealsStore } from '../store/audit-seals.store.js';
import { asOwner, dropMonth, rowsOfMonth, type MonthRows } from '../store/drop-audit-month.js';
import { nextSeal } from './seal-hash.js';
import { VerifySeals, type Verdict } from './verify-seals.js';

/** What became of a month: dropped, or why not. */
export type Dropped =
  | { readonly kind: 'DROPPED'; readonly rows: readonly MonthRows[] }
  | { readonly kind: 'NOT_CLOSED' | 'EMPTY' }
  | { readonly kind: 'BROKEN'; readonly verdicts: readonly Verdict[] };

/** A month is closed for a day before it can be dropped: whoever recorded late has committed by then. */
const closedMilliseconds = 86_400_000;

/** Takes a closed month away whole, as the owner of the tables. Its seals stay, and one more says that it was dropped. */
@Injectable()
export class DropMonth {
  constructor(
    private readonly seals: AuditSealsStore,
    private readonly verify: VerifySeals,
    private readonly clock: Clock,
  ) {}

  /** Drops a month such as `2026-01` in one transaction, if everything is as it was sealed. */
  async carryOut(ownerUrl: string, month: string): Promise<Dropped> {
    const now = this.clock.now();
    const latest = new Date(now.getTime() - closedMilliseconds).toISOString().slice(0, 7);
    if (month >= latest) return { kind: 'NOT_CLOSED' };
    return asOwner(ownerUrl, async (tx): Promise<Dropped> => {
      await this.seals.lock(tx);
      const verdicts = await this.verify.over(tx, now);
      if (verdicts.some(({ broken }) => broken !== null)) return { kind: 'BROKEN', verdicts };
      const rows = await rowsOfMonth(tx, month);
      if (rows.length === 0) return { kind: 'EMPTY' };
      for (const { code, rows: count } of rows) {
        const nothing = { dropped: true, ids: '{}', content: '' };
        const what = { municipality: code, month, rows: count, ...nothing };
        await this.seals.add(tx, nextSeal(await this.seals.last(tx, code), what, now));
      }
      await dropMonth(tx, month);
      return { kind: 'DROPPED', rows };
    });
  }
}
