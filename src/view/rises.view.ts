import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import type { SyncRunId } from '../kernel/ids.js';
import type { Viewer } from '../kernel/viewer.js';
import type { RiseUndoState } from '../kernel/sync-words.js';
import { risesOf } from '../policy/authority.js';
import { LevelRisesStore, type RunWithRises } from '../store/level-rises.store.js';

/** The rises of one run, as numbers; nobody's name. */
export type LevelRisesView = {
  readonly runId: SyncRunId;
  readonly source: string;
  readonly raisedAt: Date;
  readonly people: number;
  readonly toRestricted: number;
  readonly toProtected: number;
  readonly standing: number;
  readonly undo: RiseUndoState;
};

/** What officers may know of the levels that syncs have raised. */
@Injectable()
export class RisesView {
  constructor(
    private readonly rises: LevelRisesStore,
    private readonly clock: Clock,
  ) {}

  /** The runs of the officer's own municipality that raised anybody, the newest first. */
  async ofOwnMunicipality(viewer: Viewer): Promise<readonly LevelRisesView[]> {
    const municipality = risesOf(viewer);
    if (municipality === null) return [];
    const runs = await this.rises.runs(municipality, this.clock.now());
    return runs.map((run) => ({
      runId: run.id,
      source: run.source,
      raisedAt: run.raisedAt,
      people: run.people,
      toRestricted: run.toRestricted,
      toProtected: run.toProtected,
      standing: run.standing,
      undo: undoOf(viewer, run),
    }));
  }
}

function undoOf({ actor }: Viewer, { requestedBy, undone }: RunWithRises): RiseUndoState {
  if (requestedBy !== null) return requestedBy === actor ? 'REQUESTED_BY_YOU' : 'REQUESTED';
  return undone ? 'UNDONE' : 'NONE';
}
