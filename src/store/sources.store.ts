import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Config } from '../config/config.js';
import { configuration } from '../config/settings.js';
import { DirectorySourceRow } from './rows/directory-source.row.js';

/** A configured source, and when it was last read to its end. */
export type SourceState = {
  readonly id: string;
  readonly municipality: string;
  readonly everyMinutes: number;
  readonly lastCompleteAt: Date | null;
};

/** A page of a hundred people asks for the state of their directories a hundred times. */
const rememberMilliseconds = 1_000;

/** The state of the configured sources. */
@Injectable()
export class SourcesStore {
  #remembered: { readonly states: Promise<readonly SourceState[]>; readonly until: number } | null =
    null;

  constructor(
    private readonly database: DataSource,
    @Inject(configuration) private readonly config: Config,
  ) {}

  /** Every configured source, by name; at most a second old. */
  async all(now: Date): Promise<readonly SourceState[]> {
    if (this.#remembered === null || this.#remembered.until <= now.getTime()) {
      const states = this.read();
      this.#remembered = { states, until: now.getTime() + rememberMilliseconds };
      states.catch(() => (this.#remembered = null));
    }
    return this.#remembered.states;
  }

  private async read(): Promise<readonly SourceState[]> {
    const rows = await this.database
      .getRepository(DirectorySourceRow)
      .find({ order: { id: 'ASC' } });
    return this.config.directories.municipalities.flatMap(({ code, directories }) =>
      directories.map(({ id, everyMinutes }) => {
        const lastCompleteAt = rows.find((row) => row.id === id)?.lastCompleteAt ?? null;
        return { id, municipality: code, everyMinutes, lastCompleteAt };
      }),
    );
  }
}
