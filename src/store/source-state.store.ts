import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { SourceKey } from './directory.store.js';
import { DirectorySourceRow } from './rows/directory-source.row.js';

/** How far a source's changes have been followed; `server` is whose count `position` is. */
export type LanePosition = { readonly server: string; readonly position: string };

/** What the next run of a source has to know of the last ones. */
export type SourceState = {
  /** When it was last read to its end. */
  readonly lastCompleteAt: Date | null;
  readonly configuration: string | null;
  readonly mapping: string | null;
  readonly marks: Readonly<Record<string, number>>;
  readonly lane: LanePosition | null;
  readonly refusedBinds: number;
  readonly refusedCredentials: string | null;
};

/** What is remembered of each source between runs. */
@Injectable()
export class SourceStateStore {
  constructor(private readonly database: DataSource) {}

  /** What is remembered of a source. */
  async of(source: SourceKey): Promise<SourceState> {
    const row = await this.database
      .getRepository(DirectorySourceRow)
      .findOneByOrFail({ id: source.id });
    const { lastCompleteAt, configuration, mapping, marks, laneServer, lanePosition } = row;
    const lane =
      laneServer === null || lanePosition === null
        ? null
        : { server: laneServer, position: lanePosition };
    const { refusedBinds, refusedCredentials } = row;
    return {
      lastCompleteAt,
      configuration,
      mapping,
      marks,
      lane,
      refusedBinds,
      refusedCredentials,
    };
  }

  /** Counts one more refusal of these credentials, or the first one of others. `credentials` is a digest. */
  async bindRefused(source: SourceKey, credentials: string): Promise<void> {
    await this.database.query(
      `update directory_source set refused_credentials = $2,
           refused_binds = case when refused_credentials = $2 then refused_binds + 1 else 1 end
        where id = $1`,
      [source.id, credentials],
    );
  }

  /** Forgets refusals after a bind that was let in. Writes nothing when there were none. */
  async bindAccepted(source: SourceKey): Promise<void> {
    await this.database.query(
      `update directory_source set refused_binds = 0, refused_credentials = null
        where id = $1 and refused_binds > 0`,
      [source.id],
    );
  }

  /** Forgets how far the changes were followed; the next complete read begins anew. */
  async forgetLane(source: SourceKey): Promise<void> {
    await this.database
      .getRepository(DirectorySourceRow)
      .update({ id: source.id }, { laneServer: null, lanePosition: null });
  }
}
