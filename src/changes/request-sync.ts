import { Injectable, Logger } from '@nestjs/common';
import { auditFactOf } from '../audit/audit-fact-of.js';
import { Clock } from '../kernel/clock.js';
import type { MunicipalityCode, SyncRunId } from '../kernel/ids.js';
import { done, refused, type Outcome } from '../kernel/user-error.js';
import type { Viewer } from '../kernel/viewer.js';
import { SourcesStore } from '../store/sources.store.js';
import { SyncRunsStore } from '../store/sync-runs.store.js';

/** Which directories somebody wants read: all of a municipality's, or one of them. */
export type SyncRequest = {
  readonly municipalityCode: string;
  readonly source: string | null;
  /** Only counts what a run would do. */
  readonly dryRun: boolean;
};

/** Asks for syncs. Nobody is called: a request is kept, and the first process that is free picks it up. */
@Injectable()
export class RequestSync {
  readonly #log = new Logger('sync');

  constructor(
    private readonly sources: SourcesStore,
    private readonly runs: SyncRunsStore,
    private readonly clock: Clock,
  ) {}

  /** Asks for a run of each directory; one that waits already is given instead of a second one. */
  async carryOut(
    viewer: Viewer,
    { municipalityCode, source, dryRun }: SyncRequest,
  ): Promise<Outcome<readonly SyncRunId[]>> {
    const at = this.clock.now();
    const { directories } = await this.sources.all(at);
    const own = directories.filter((one) => one.municipality === municipalityCode);
    if (own.length === 0)
      return refused('NOT_FOUND', 'Ingen sådan kommun har någon katalog.', 'municipalityCode');
    const chosen = own.filter(({ id }) => source === null || id === source);
    if (chosen.length === 0)
      return refused('NOT_FOUND', 'Kommunen har ingen sådan katalog.', 'source');
    const kind = dryRun ? 'PREVIEW' : 'COMPLETE';
    const ids: SyncRunId[] = [];
    for (const { id } of chosen) {
      const municipality = municipalityCode as MunicipalityCode;
      const fact = auditFactOf(viewer, { at, municipality, action: 'REQUEST_SYNC' });
      ids.push(await this.runs.request({ id, municipality }, kind, fact));
      this.#log.log(`sync.requested source=${id} kind=${kind} by=${viewer.actor}`);
    }
    return done(ids);
  }
}
