import type { SyncRunId } from '../kernel/ids.js';
import type { RejectionCode, SyncKind, SyncStatus, SyncTrigger } from '../kernel/sync-words.js';
import type { KeptRejection, KeptRun } from '../store/sync-history.store.js';
import type { MunicipalityView } from './person-view.js';

/** What could not be taken from a directory, named by the directory's own key. */
export type RejectionView = {
  readonly key: string;
  readonly field: string | null;
  readonly code: RejectionCode;
};

/** A run as technicians see it: numbers without PROTECTED people, and nobody's name. */
export type SyncRunView = {
  readonly id: SyncRunId;
  readonly municipality: MunicipalityView;
  readonly source: string;
  readonly kind: SyncKind;
  readonly trigger: SyncTrigger;
  readonly status: SyncStatus;
  readonly startedAt: Date;
  readonly finishedAt: Date | null;
  readonly server: string | null;
  readonly seen: number;
  readonly created: number;
  readonly updated: number;
  readonly moved: number;
  readonly disabled: number;
  readonly reappeared: number;
  readonly missing: number;
  readonly leftScope: number;
  readonly removed: number;
  readonly raised: number;
  readonly rejected: number;
  readonly message: string | null;
  readonly planHash: string | null;
  readonly rejections: (first: number) => Promise<readonly RejectionView[]>;
};

/** The view of a run, named field by field. */
export function syncRunView(
  run: KeptRun,
  municipality: MunicipalityView,
  rejections: SyncRunView['rejections'],
): SyncRunView {
  return {
    id: run.id,
    municipality,
    source: run.source,
    kind: run.kind,
    trigger: run.trigger,
    status: run.status,
    startedAt: run.startedAt,
    finishedAt: run.finishedAt,
    server: run.server,
    seen: run.seen,
    created: run.created,
    updated: run.updated,
    moved: run.moved,
    disabled: run.disabled,
    reappeared: run.reappeared,
    missing: run.missing,
    leftScope: run.leftScope,
    removed: run.removed,
    raised: run.raised,
    rejected: run.rejected,
    message: run.message,
    planHash: run.planHash,
    rejections,
  };
}

/** The view of a rejection. */
export function rejectionView({ key, field, code }: KeptRejection): RejectionView {
  return { key, field, code };
}
