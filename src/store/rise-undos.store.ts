import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, MoreThan, type EntityManager } from 'typeorm';
import type { AuditFact } from '../kernel/audit-fact.js';
import type { MunicipalityCode, PersonId, SyncRunId } from '../kernel/ids.js';
import { protectionLevels } from '../kernel/words.js';
import { recordFacts } from './audit-writes.js';
import { countRises, lockRunWithRises, lowerRaised } from './level-rises.sql.js';
import { oldestRequest, oldestRun } from './level-rises.store.js';
import { liftProtection } from './lift-protection.js';
import { RiseUndoRow } from './rows/rise-undo.row.js';

/** Who wants which run's rises undone, and when; as it is recorded, whatever comes of it. */
export type UndoWish = {
  readonly runId: SyncRunId;
  readonly municipality: MunicipalityCode;
  readonly fact: Omit<AuditFact, 'action' | 'about' | 'fields'>;
};

/** What came of it: the first wish is kept, another actor's carries it out. */
export type UndoResult =
  | { readonly kind: 'NO_SUCH_RUN' | 'NOTHING_STANDS' | 'ASKED_BEFORE' }
  | { readonly kind: 'REQUESTED' }
  | {
      readonly kind: 'UNDONE';
      readonly lowered: number;
      /** Those of the run who are still higher than before it. */
      readonly left: number;
    };

/** The undoing of a run's rises by two people. */
@Injectable()
export class RiseUndosStore {
  constructor(private readonly database: DataSource) {}

  /** Asks for a run's rises to be undone, or confirms what another actor asked for, and records it; whoever comes first, under the run's lock. */
  async undo(wish: UndoWish): Promise<UndoResult> {
    const { runId, municipality } = wish;
    const { actor, at } = wish.fact;
    return this.database.transaction(async (tx) => {
      const key = [runId, municipality, oldestRun(at)];
      const locked = (await tx.query(lockRunWithRises, key)) as readonly unknown[];
      if (locked.length === 0) return { kind: 'NO_SUCH_RUN' };
      const request = await tx.findOne(RiseUndoRow, {
        where: { runId, confirmedAt: IsNull(), requestedAt: MoreThan(oldestRequest(at)) },
        order: { requestedAt: 'DESC' },
      });
      if (request === null) return this.request(tx, wish);
      if (request.requestedBy === actor) return { kind: 'ASKED_BEFORE' };
      await tx.update(RiseUndoRow, { id: request.id }, { confirmedBy: actor, confirmedAt: at });
      return this.lower(tx, wish);
    });
  }

  private async request(tx: EntityManager, wish: UndoWish): Promise<UndoResult> {
    const { runId, municipality } = wish;
    const { actor, at } = wish.fact;
    if ((await this.count(tx, runId)).standing === 0) return { kind: 'NOTHING_STANDS' };
    await tx.insert(RiseUndoRow, {
      id: randomUUID(),
      runId,
      municipalityCode: municipality,
      requestedBy: actor,
      requestedAt: at,
      confirmedBy: null,
      confirmedAt: null,
    });
    await recordFacts(tx, [{ ...wish.fact, action: 'ASK_LOWER_LEVEL', about: null, fields: [] }]);
    return { kind: 'REQUESTED' };
  }

  /** Records the undoing as one, and of each person that the level was lowered. */
  private async lower(tx: EntityManager, { runId, fact }: UndoWish): Promise<UndoResult> {
    const [lowered] = (await tx.query(lowerRaised, [runId])) as [
      readonly { readonly personId: PersonId }[],
      number,
    ];
    await liftProtection(
      tx,
      lowered.map(({ personId }) => personId),
      fact.at,
    );
    const fields = ['protectionLevel'];
    await recordFacts(tx, [
      { ...fact, action: 'UNDO_RISES', about: null, fields },
      ...lowered.map(({ personId }): AuditFact => {
        return { ...fact, action: 'LOWER_LEVEL', about: personId, fields };
      }),
    ]);
    return { kind: 'UNDONE', lowered: lowered.length, left: (await this.count(tx, runId)).higher };
  }

  private async count(tx: EntityManager, runId: SyncRunId) {
    const [counts] = (await tx.query(countRises, [runId, protectionLevels])) as [
      { readonly standing: number; readonly higher: number },
    ];
    return counts;
  }
}
