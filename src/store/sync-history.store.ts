import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { MunicipalityCode, SyncRunId } from '../kernel/ids.js';
import type { PagePosition } from '../kernel/page.js';
import type { SyncKind, SyncStatus, SyncTrigger } from '../kernel/sync-words.js';
import type { Rejection } from '../staff/directory-record.js';
import { rejectionsOfRuns, runsByIds, runsPage } from './sync-history.sql.js';
import type { RunCounts } from './sync-runs.store.js';

/** A run as it is kept, with where it stands in the list: `sortKey` is its start to the microsecond. */
export type KeptRun = RunCounts &
  PagePosition & {
    readonly id: SyncRunId;
    readonly municipality: MunicipalityCode;
    readonly source: string;
    readonly kind: SyncKind;
    readonly trigger: SyncTrigger;
    readonly status: SyncStatus;
    readonly startedAt: Date;
    readonly finishedAt: Date | null;
    readonly server: string | null;
    /** As many as the list of rejections would be if all were kept: nobody PROTECTED is in either. */
    readonly rejected: number;
    readonly message: string | null;
    readonly planHash: string | null;
  };

/** A rejection, with the run that it was found by. */
export type KeptRejection = Rejection & { readonly runId: SyncRunId };

/** Reads the record of sync runs. What is about somebody who is PROTECTED now never leaves the database. */
@Injectable()
export class SyncHistoryStore {
  constructor(private readonly database: DataSource) {}

  /** One page of runs, the newest first, after a position; nulls do not narrow. */
  async page(
    of: { readonly municipality: string | null; readonly source: string | null },
    page: { readonly first: number; readonly after: PagePosition | null },
  ): Promise<readonly KeptRun[]> {
    const { first, after } = page;
    const position = [after?.sortKey ?? null, after?.id ?? null];
    return this.database.query(runsPage, [of.municipality, of.source, ...position, first]);
  }

  /** The runs with these ids, the newest first; those that are not kept are left out. */
  async byIds(ids: readonly SyncRunId[]): Promise<readonly KeptRun[]> {
    return this.database.query(runsByIds, [ids]);
  }

  /** The first so many rejections of each of these runs, by the directory's key. */
  async rejections(ids: readonly SyncRunId[], first: number): Promise<readonly KeptRejection[]> {
    return this.database.query(rejectionsOfRuns, [ids, first]);
  }
}
