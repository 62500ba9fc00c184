import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { SyncStatus } from '../kernel/words.js';
import type { Rejection } from '../staff/directory-record.js';
import type { SourceKey } from './directory.store.js';
import { SyncRejectionRow } from './rows/sync-rejection.row.js';
import { SyncRunRow } from './rows/sync-run.row.js';

/** A source's advisory lock is taken in this class of locks, on a connection of its own. */
const lockClass = 186_118;

/** What a finished run reports. */
export type RunReport = {
  readonly status: SyncStatus;
  readonly seen: number;
  readonly created: number;
  readonly updated: number;
  readonly missing: number;
  readonly message: string | null;
  readonly rejections: readonly Rejection[];
};

/** The record of sync runs, and the lock that keeps a source to one run at a time. */
@Injectable()
export class SyncRunsStore {
  constructor(private readonly database: DataSource) {}

  /** Runs `work` while holding the source's lock, across all processes; null when somebody else holds it. */
  async exclusively<T>(source: SourceKey, work: () => Promise<T>): Promise<T | null> {
    const connection = this.database.createQueryRunner();
    try {
      const [{ locked }] = (await connection.query(
        'select pg_try_advisory_lock($1, hashtext($2)) as locked',
        [lockClass, source.id],
      )) as [{ locked: boolean }];
      if (!locked) return null;
      try {
        return await work();
      } finally {
        await connection.query('select pg_advisory_unlock($1, hashtext($2))', [
          lockClass,
          source.id,
        ]);
      }
    } finally {
      await connection.release();
    }
  }

  /** Opens a run, and closes as aborted what a killed process left open. The caller holds the lock. */
  async start(source: SourceKey, at: Date): Promise<string> {
    const runs = this.database.getRepository(SyncRunRow);
    await runs.update(
      { sourceId: source.id, status: 'RUNNING' },
      { status: 'ABORTED', finishedAt: at },
    );
    const id = randomUUID();
    await runs.insert({
      id,
      municipalityCode: source.municipality,
      sourceId: source.id,
      status: 'RUNNING',
      startedAt: at,
      finishedAt: null,
      seen: 0,
      created: 0,
      updated: 0,
      missing: 0,
      message: null,
    });
    return id;
  }

  /** Closes a run with its numbers and what was left out: keys, fields and codes, no values. */
  async finish(id: string, source: SourceKey, report: RunReport, at: Date): Promise<void> {
    const { rejections, ...numbers } = report;
    await this.database.transaction(async (tx) => {
      await tx.update(SyncRunRow, { id }, { ...numbers, finishedAt: at });
      await tx.insert(
        SyncRejectionRow,
        rejections.map(({ key, field, code }) => ({
          id: randomUUID(),
          municipalityCode: source.municipality,
          runId: id,
          directoryKey: key,
          field,
          code,
        })),
      );
    });
  }
}
