import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { createHash } from 'node:crypto';
import type { Pool } from 'pg';
import { DataSource, QueryFailedError } from 'typeorm';
import type { Config } from '../config/config.js';
import { configuration } from '../config/settings.js';
import { memoized } from '../kernel/memoized.js';
import { databaseOptions, quick } from './data-source.js';

/**
 * How the rows of a statement come together: by looking them up, as the server prefers, or, where it cannot know how
 * many there will be, by tables of hashes; to go through thousands for each of thousands would never end.
 */
export type Together = 'LOOKED_UP' | 'HASHED';

/** So many at once of each kind: more would only wait for the processor. */
const connections = 4;
/** A connection keeps a plan of every statement that it has seen, which must not grow for months. */
const lifeSeconds = 1_800;
const mostNames = 1_000;

/**
 * Connections for the statements that an operator waits for. Each keeps its plan of every statement from the first
 * time on, whatever is asked for: to plan one with many parts takes longer than to carry it out.
 */
@Injectable()
export class QuickReads implements OnApplicationShutdown {
  readonly #pools: Readonly<Record<Together, DataSource>>;
  #opening: Promise<unknown> | null = null;

  constructor(
    @Inject(configuration) config: Pick<Config, 'databaseUrl'>,
    /** Is told of every statement. */
    private readonly database: DataSource,
  ) {
    const usual = databaseOptions(config.databaseUrl);
    const pool = (settings: string) =>
      new DataSource({
        ...usual,
        applicationName: 'ett-samtal quick',
        extra: {
          ...usual.extra,
          max: connections,
          maxLifetimeSeconds: lifeSeconds,
          options: `${quick} ${settings}`,
        },
      });
    const planned = '-c plan_cache_mode=force_generic_plan';
    this.#pools = {
      LOOKED_UP: pool(planned),
      HASHED: pool(`${planned} -c enable_nestloop=off -c enable_mergejoin=off`),
    };
  }

  /** The rows of a statement, prepared once on each connection. Throws `QueryFailedError`. */
  async read<Row>(together: Together, text: string, values: readonly unknown[]): Promise<Row[]> {
    const pool = this.#pools[together];
    if (!pool.isInitialized) await this.open();
    const { master } = pool.driver as unknown as { readonly master: Pool };
    this.database.logger.logQuery(text, [...values]);
    try {
      const asked = { name: nameOf(text), text, values: [...values] };
      const { rows } = await master.query<Row & object>(asked);
      return rows;
    } catch (error) {
      throw new QueryFailedError(text, [...values], error as Error);
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await this.#opening?.catch(() => undefined);
    const open = Object.values(this.#pools).filter((pool) => pool.isInitialized);
    await Promise.all(open.map(async (pool) => pool.destroy()));
  }

  private async open(): Promise<void> {
    const closed = Object.values(this.#pools).filter((pool) => !pool.isInitialized);
    this.#opening ??= Promise.all(closed.map(async (pool) => pool.initialize())).finally(
      () => (this.#opening = null),
    );
    await this.#opening;
  }
}

/** The same name for the same text, in every process. */
const nameOf = memoized(mostNames, (text: string) =>
  createHash('sha256').update(text).digest('base64url').slice(0, 16),
);
