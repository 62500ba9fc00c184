import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource, type QueryRunner } from 'typeorm';
import type { Config } from '../config/config.js';
import { configuration } from '../config/settings.js';
import { databaseOptions } from './data-source.js';
import type { SourceKey } from './directory.store.js';
import { lock, unlock } from './sync-lock.js';

/** One connection a running source; they are opened when they are needed. */
const maxConnections = 100;
const statementMilliseconds = 10 * 60_000;

/** The connection of one run: it holds the source's lock, and everything that the run writes goes through it. */
export type SyncConnection = Pick<QueryRunner, 'query' | 'manager'>;

/**
 * Connections for syncs, apart from the pool that answers operators: however many directories are
 * read at once, and however slow they are, nobody who asks waits for one of them.
 */
@Injectable()
export class SyncConnections implements OnApplicationShutdown {
  readonly #database: DataSource;
  #opening: Promise<unknown> | null = null;

  constructor(@Inject(configuration) config: Pick<Config, 'databaseUrl'>) {
    this.#database = new DataSource({
      ...databaseOptions(config.databaseUrl),
      applicationName: 'ett-samtal sync',
      extra: {
        max: maxConnections,
        connectionTimeoutMillis: 5_000,
        idleTimeoutMillis: 5_000,
        statement_timeout: statementMilliseconds,
      },
    });
  }

  /**
   * Runs `work` while holding the source's lock, across all processes; null when somebody else holds
   * it. Whoever loses the connection loses the lock with it, and can write nothing any more.
   */
  async exclusively<T>(
    source: SourceKey,
    work: (connection: SyncConnection) => Promise<T>,
  ): Promise<T | null> {
    return this.use(async (connection) => {
      if (!(await lock(connection, source))) return null;
      try {
        return await work(connection);
      } finally {
        // A connection that is gone has taken its lock with it.
        await unlock(connection, source).catch(() => undefined);
      }
    });
  }

  /** Runs `work` with a connection of its own, and no lock. */
  async use<T>(work: (connection: SyncConnection) => Promise<T>): Promise<T> {
    await this.open();
    const connection = this.#database.createQueryRunner();
    try {
      return await work(connection);
    } finally {
      await connection.release();
    }
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.#database.isInitialized) await this.#database.destroy();
  }

  private async open(): Promise<void> {
    if (this.#database.isInitialized) return;
    this.#opening ??= this.#database.initialize().finally(() => (this.#opening = null));
    await this.#opening;
  }
}
