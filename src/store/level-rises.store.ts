import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { MunicipalityCode, SyncRunId } from '../kernel/ids.js';
import { protectionLevels, type ProtectionLevel } from '../kernel/words.js';
import type { SourceKey } from './directory.store.js';
import { raiseLevels, runsWithRises } from './level-rises.sql.js';
import type { SyncConnection } from './sync-connections.js';

/** A run that raised levels: how many people and to what, and who has asked for it to be undone. */
export type RunWithRises = {
  readonly id: SyncRunId;
  readonly source: string;
  /** When its first rise was made. */
  readonly raisedAt: Date;
  readonly people: number;
  readonly toRestricted: number;
  readonly toProtected: number;
  /** Those whom an undo would lower now. */
  readonly standing: number;
  /** Who asked, while the request is good. */
  readonly requestedBy: string | null;
  readonly undone: boolean;
};

const dayMilliseconds = 86_400_000;
const maxRuns = 100;

/** Levels that runs have raised. */
@Injectable()
export class LevelRisesStore {
  constructor(private readonly database: DataSource) {}

  /** Raises levels by directory key, at once and never down, and keeps what they were. Returns how many people it protected more. */
  async raise(
    connection: Pick<SyncConnection, 'query'>,
    source: SourceKey,
    runId: string,
    levels: readonly { readonly key: string; readonly level: ProtectionLevel }[],
    at: Date,
  ): Promise<number> {
    const marks = JSON.stringify(levels.map(({ key, level }) => ({ key, level })));
    const parameters = [source.id, runId, protectionLevels, marks, at];
    const [{ count }] = (await connection.query(raiseLevels, parameters)) as [{ count: number }];
    return count;
  }

  /** The municipality's runs with rises, as far back as they can be undone, the newest first; at most 100. */
  async runs(municipality: MunicipalityCode, now: Date): Promise<readonly RunWithRises[]> {
    const [since, requestedSince] = [oldestRun(now), oldestRequest(now)];
    const parameters = [municipality, since, requestedSince, maxRuns];
    return (await this.database.query(runsWithRises, parameters)) as readonly RunWithRises[];
  }
}

/** A run is told of, and can be undone, for 90 days. */
export function oldestRun(now: Date): Date {
  return new Date(now.getTime() - 90 * dayMilliseconds);
}

/** A request to undo is good for seven days. */
export function oldestRequest(now: Date): Date {
  return new Date(now.getTime() - 7 * dayMilliseconds);
}
