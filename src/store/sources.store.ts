import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Config } from '../config/config.js';
import { configuration } from '../config/settings.js';
import type { ExchangeState } from '../staff/exchange-state.js';
import { DirectorySourceRow } from './rows/directory-source.row.js';
import { ExchangeStateRow } from './rows/exchange-state.row.js';

/** A configured directory, and when it was last read to its end. */
export type DirectoryState = {
  readonly id: string;
  readonly municipality: string;
  readonly everyMinutes: number;
  readonly lastCompleteAt: Date | null;
};

/** The directories and the exchanges of all municipalities. */
export type SourceStates = {
  readonly directories: readonly DirectoryState[];
  readonly exchanges: readonly ExchangeState[];
};

/** A page of a hundred people asks for the state of their sources a hundred times. */
const rememberMilliseconds = 1_000;

/** The state of the configured sources. */
@Injectable()
export class SourcesStore {
  #remembered: { readonly states: Promise<SourceStates>; readonly until: number } | null = null;

  constructor(
    private readonly database: DataSource,
    @Inject(configuration) private readonly config: Config,
  ) {}

  /** Every configured source, by name; at most a second old. */
  async all(now: Date): Promise<SourceStates> {
    if (this.#remembered === null || this.#remembered.until <= now.getTime()) {
      const states = this.read();
      this.#remembered = { states, until: now.getTime() + rememberMilliseconds };
      states.catch(() => (this.#remembered = null));
    }
    return this.#remembered.states;
  }

  private async read(): Promise<SourceStates> {
    const read = await this.database
      .getRepository(DirectorySourceRow)
      .find({ order: { id: 'ASC' } });
    const reported = await this.database.getRepository(ExchangeStateRow).find();
    const { municipalities } = this.config.directories;
    return {
      directories: municipalities.flatMap(({ code, directories }) =>
        directories.map(({ id, everyMinutes }) => {
          const lastCompleteAt = read.find((row) => row.id === id)?.lastCompleteAt ?? null;
          return { id, municipality: code, everyMinutes, lastCompleteAt };
        }),
      ),
      exchanges: municipalities.map(({ code, dialPlan }) => {
        const row = reported.find(
          (one) => one.municipalityCode === code && one.dialPlan === dialPlan,
        );
        return { dialPlan, municipality: code, lastReportAt: row?.lastReportAt ?? null };
      }),
    };
  }
}
