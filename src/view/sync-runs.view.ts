import { Injectable } from '@nestjs/common';
import type { SyncRunId } from '../kernel/ids.js';
import type { Page } from '../kernel/page.js';
import { inAudience, type Viewer } from '../kernel/viewer.js';
import { syncReaders } from '../policy/disclosure.js';
import { MunicipalitiesStore } from '../store/municipalities.store.js';
import { SyncHistoryStore, type KeptRejection, type KeptRun } from '../store/sync-history.store.js';
import { Cursors } from './cursors.js';
import { pageSize } from './page-size.js';
import { municipalityView } from './place-view.js';
import { rejectionView, syncRunView, type SyncRunView } from './sync-run-view.js';

/** A list of runs as a client asks for it. */
export type RunsWanted = {
  readonly municipalityCode: string | null;
  readonly source: string | null;
  readonly first: number;
  readonly after: string | null;
};

/** All that are kept of a run. */
const maxRejections = 1_000;

/** What technicians get to know of the syncs; for everybody else there are none. */
@Injectable()
export class SyncRunsView {
  constructor(
    private readonly history: SyncHistoryStore,
    private readonly municipalities: MunicipalitiesStore,
    private readonly cursors: Cursors,
  ) {}

  /** A page of runs, the newest first. Throws BAD_USER_INPUT. */
  async page(viewer: Viewer, wanted: RunsWanted): Promise<Page<SyncRunView>> {
    const { municipalityCode, source, after } = wanted;
    const first = pageSize(wanted.first);
    const context = ['syncRuns', viewer, municipalityCode, source];
    const position = after === null ? null : this.cursors.read(after, context);
    const of = { municipality: municipalityCode, source };
    const found = inAudience(viewer, syncReaders)
      ? await this.history.page(of, { first: first + 1, after: position })
      : [];
    const page = found.slice(0, first);
    const edge = this.cursors.edges(context);
    const views = new Map(this.views(page).map((view) => [view.id, view]));
    return {
      edges: page.flatMap((run) => {
        const node = views.get(run.id);
        return node ? [edge(run, node)] : [];
      }),
      hasNextPage: found.length > first,
      hasPreviousPage: after !== null,
    };
  }

  /** The runs with these ids that are kept and for the viewer, the newest first. */
  async byIds(viewer: Viewer, ids: readonly SyncRunId[]): Promise<readonly SyncRunView[]> {
    return inAudience(viewer, syncReaders) ? this.views(await this.history.byIds(ids)) : [];
  }

  private views(runs: readonly KeptRun[]): readonly SyncRunView[] {
    const ids = runs.map((run) => run.id);
    const read = remembered((first) => this.history.rejections(ids, first));
    return runs.flatMap((run) => {
      const municipality = this.municipalities.byCode(run.municipality);
      if (municipality === null) return [];
      const rejections = async (first: number) => {
        const ofAll = await read(pageSize(first, maxRejections));
        return ofAll.filter(({ runId }) => runId === run.id).map(rejectionView);
      };
      return [syncRunView(run, municipalityView(municipality), rejections)];
    });
  }
}

/** Reads once for all the runs of a page, when the first of them is asked. */
function remembered(read: (first: number) => Promise<readonly KeptRejection[]>): typeof read {
  const found = new Map<number, ReturnType<typeof read>>();
  return (first) => {
    const answer = found.get(first) ?? read(first);
    found.set(first, answer);
    return answer;
  };
}
