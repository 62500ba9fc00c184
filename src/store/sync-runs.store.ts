import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { FactWithout } from '../kernel/audit-fact.js';
import { globalId, type SyncRunId } from '../kernel/ids.js';
import type { SyncKind, SyncStatus, SyncTrigger } from '../kernel/sync-words.js';
import type { Rejection } from '../staff/directory-record.js';
import { recordFacts } from './audit-writes.js';
import type { SourceKey } from './directory.store.js';
import { SyncRejectionRow } from './rows/sync-rejection.row.js';
import { SyncRunRow } from './rows/sync-run.row.js';
import type { SyncConnection } from './sync-connections.js';

/** What a run counts. PROTECTED people are in none of the numbers: a count is a leak too. */
export type RunCounts = {
  readonly seen: number;
  readonly created: number;
  readonly updated: number;
  /** Of the updated: those whose place in the directory changed. */
  readonly moved: number;
  /** Of the updated: accounts that were disabled. */
  readonly disabled: number;
  readonly reappeared: number;
  readonly missing: number;
  /** Of the missing: those who are still in the directory, outside what is searched. */
  readonly leftScope: number;
  /** Missing for long enough: hidden now. */
  readonly removed: number;
  /** Levels raised; these are counted whoever they are about, as an alarm has to. */
  readonly raised: number;
};

/** What a finished run reports. */
export type RunReport = RunCounts & {
  readonly status: SyncStatus;
  /** The server that answered to the end, or null. */
  readonly server: string | null;
  /** Names what is held, when something is. */
  readonly planHash: string | null;
  /** A sentence for a technician, or null. */
  readonly message: string | null;
  readonly rejections: readonly Rejection[];
};

/** A run that somebody asked for, to be picked up. */
export type QueuedRun = {
  readonly id: string;
  readonly sourceId: string;
  readonly kind: SyncKind;
};

/** A request for a run of a source is made under an advisory lock of this class. */
const requestLock = 186_119;
/** More rejections than this say the same thing again. */
const maxRejections = 1_000;
const keptMilliseconds = 90 * 86_400_000;

/** The record of sync runs, and the requests for them. */
@Injectable()
export class SyncRunsStore {
  constructor(private readonly database: DataSource) {}

  /**
   * Asks for a run, and records it; whichever process is first picks it up. Returns its id, or that of
   * a run of the same kind that waits already: then nothing is recorded.
   */
  async request(
    source: SourceKey,
    kind: SyncKind,
    fact: FactWithout<'object'>,
  ): Promise<SyncRunId> {
    return this.database.transaction(async (tx) => {
      // Two who ask at the same time ask for one run.
      await tx.query('select pg_advisory_xact_lock($1, hashtext($2))', [requestLock, source.id]);
      const wanted = { kind, status: 'QUEUED' } as const;
      const waiting = await tx.findOneBy(SyncRunRow, { sourceId: source.id, ...wanted });
      if (waiting !== null) return waiting.id as SyncRunId;
      const id = await this.insert(source, { ...wanted, trigger: 'REQUEST' }, fact.at, tx);
      await recordFacts(tx, [{ ...fact, object: globalId('SYNC_RUN', id) }]);
      return id as SyncRunId;
    });
  }

  /** The runs that were asked for and that nobody has picked up, the oldest first. */
  async queued(connection: SyncConnection): Promise<readonly QueuedRun[]> {
    return (await connection.query(
      `select id, source_id as "sourceId", kind from sync_run
        where status = 'QUEUED' order by started_at, id`,
    )) as QueuedRun[];
  }

  /** Opens a run of a source whose lock the caller holds. */
  async start(
    source: SourceKey,
    what: { readonly kind: SyncKind; readonly trigger: SyncTrigger },
    at: Date,
  ): Promise<string> {
    return this.insert(source, { ...what, status: 'RUNNING' }, at);
  }

  /** Takes a run that was asked for; false when it was taken before. */
  async take(id: string, at: Date): Promise<boolean> {
    const result = await this.database
      .getRepository(SyncRunRow)
      .update({ id, status: 'QUEUED' }, { status: 'RUNNING', startedAt: at });
    return result.affected === 1;
  }

  /** Closes as aborted what a killed process left open. The caller holds the source's lock. */
  async closeAborted(source: SourceKey, at: Date): Promise<void> {
    await this.database
      .getRepository(SyncRunRow)
      .update({ sourceId: source.id, status: 'RUNNING' }, { status: 'ABORTED', finishedAt: at });
  }

  /** Closes a run, unless it was closed with what it changed. Keys, fields and codes are kept, no values. */
  async finish(id: string, source: SourceKey, report: RunReport, at: Date): Promise<void> {
    await this.database.transaction((tx) => this.close(tx, id, source, report, at));
  }

  /** Closes a run in a transaction of the caller's: a run that changed something has said so, or has changed nothing. */
  async close(
    tx: SyncConnection['manager'],
    id: string,
    source: SourceKey,
    report: RunReport,
    at: Date,
  ): Promise<void> {
    const { rejections, ...numbers } = report;
    const run = { ...numbers, rejected: rejections.length, finishedAt: at };
    const { affected } = await tx.update(SyncRunRow, { id, status: 'RUNNING' }, run);
    if (affected === 0) return;
    if (rejections.length > 0)
      await tx.insert(
        SyncRejectionRow,
        rejections.slice(0, maxRejections).map(({ key, field, code }) => ({
          id: randomUUID(),
          municipalityCode: source.municipality,
          runId: id,
          directoryKey: key,
          field,
          code,
        })),
      );
    await this.forget(tx, source, at);
  }

  /** Runs are told of for 90 days, and with them goes what hangs on them. */
  private async forget(tx: SyncConnection['manager'], source: SourceKey, at: Date): Promise<void> {
    const before = new Date(at.getTime() - keptMilliseconds);
    const old = `select id from sync_run where source_id = $1 and started_at < $2`;
    const [{ any }] = (await tx.query(`select exists (${old}) as any`, [source.id, before])) as [
      { any: boolean },
    ];
    if (!any) return;
    for (const table of ['rise_undo', 'level_rise', 'sync_rejection'])
      await tx.query(`delete from ${table} where run_id in (${old})`, [source.id, before]);
    await tx.query(`delete from sync_run where id in (${old})`, [source.id, before]);
  }

  private async insert(
    source: SourceKey,
    what: {
      readonly kind: SyncKind;
      readonly trigger: SyncTrigger;
      readonly status: SyncStatus;
    },
    at: Date,
    into: Pick<EntityManager, 'getRepository'> = this.database,
  ): Promise<string> {
    const id = randomUUID();
    await into.getRepository(SyncRunRow).insert({
      id,
      municipalityCode: source.municipality,
      sourceId: source.id,
      ...what,
      startedAt: at,
      finishedAt: null,
      ...nothingCounted,
      rejected: 0,
      server: null,
      planHash: null,
      message: null,
    });
    return id;
  }
}

/** The numbers of a run that did nothing. */
export const nothingCounted: RunCounts = {
  seen: 0,
  created: 0,
  updated: 0,
  moved: 0,
  disabled: 0,
  reappeared: 0,
  missing: 0,
  leftScope: 0,
  removed: 0,
  raised: 0,
};
