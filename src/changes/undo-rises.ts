import { Injectable, Logger } from '@nestjs/common';
import { auditFactOf } from '../audit/audit-fact-of.js';
import { Clock } from '../kernel/clock.js';
import { globalId, type SyncRunId } from '../kernel/ids.js';
import { done, refused, type Outcome } from '../kernel/user-error.js';
import type { Viewer } from '../kernel/viewer.js';
import { risesOf } from '../policy/authority.js';
import { RiseUndosStore, type UndoResult } from '../store/rise-undos.store.js';
import { refusalOfCase } from './case-reference.js';

/** Which run's rises to undo, with the case that says why. */
export type UndoRequest = { readonly runId: SyncRunId; readonly caseReference: string };

/** How far it came: kept for another officer to confirm, or done. */
export type Undo = Extract<UndoResult, { readonly kind: 'REQUESTED' | 'UNDONE' }>;

/** Undoes the levels that one run raised, when two officers of the municipality say so. */
@Injectable()
export class UndoRises {
  readonly #log = new Logger('confidentiality');

  constructor(
    private readonly undos: RiseUndosStore,
    private readonly clock: Clock,
  ) {}

  /** Keeps the first officer's word and carries out at the second's, or says why not. Another municipality's run is none. */
  async carryOut(viewer: Viewer, { runId, caseReference }: UndoRequest): Promise<Outcome<Undo>> {
    const refusal = refusalOfCase(caseReference);
    if (refusal) return refusal;
    const municipality = risesOf(viewer);
    if (municipality === null) return noSuchRun();
    const fact = auditFactOf(viewer, {
      at: this.clock.now(),
      municipality,
      action: 'UNDO_RISES',
      object: globalId('SYNC_RUN', runId),
      purpose: caseReference,
    });
    const result = await this.undos.undo({ runId, municipality, fact });
    switch (result.kind) {
      case 'NO_SUCH_RUN':
        return noSuchRun();
      case 'NOTHING_STANDS':
        return refused('CONFLICT', 'Ingen av höjningarna står kvar.', 'runId');
      case 'ASKED_BEFORE':
        return refused('NOT_ALLOWED', 'En annan handläggare måste bekräfta.', 'runId');
      case 'REQUESTED':
        this.#log.log(`confidentiality.undo_requested run=${runId}`);
        return done(result);
      case 'UNDONE': {
        const { lowered, left } = result;
        this.#log.log(`confidentiality.undone run=${runId} lowered=${lowered} left=${left}`);
        return done(result);
      }
    }
  }
}

function noSuchRun(): Outcome<never> {
  return refused('NOT_FOUND', 'Det finns ingen sådan.', 'runId');
}
