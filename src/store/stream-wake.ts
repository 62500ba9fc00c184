import { Inject, Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { Client } from 'pg';
import type { Config } from '../config/config.js';
import { configuration } from '../config/settings.js';
import { faultName } from '../kernel/fault.js';
import { Timers } from '../kernel/timers.js';

const againMilliseconds = 1_000;
const connectMilliseconds = 5_000;

/** Hears from PostgreSQL that positions have moved, on a connection of its own. Nobody may rely on it: a connection can be deaf for a while. */
@Injectable()
export class StreamWake implements BeforeApplicationShutdown {
  readonly #log = new Logger('stream');
  readonly #timers = new Timers();
  #client: Client | null = null;

  constructor(@Inject(configuration) private readonly config: Config) {}

  /** Calls `heard` for every commit that moved something, and once when a lost connection is back. */
  listen(heard: () => void): void {
    void this.#timers.run(() => this.connect(heard));
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.#timers.stop();
    await this.#client?.end().catch(() => undefined);
  }

  private async connect(heard: () => void): Promise<void> {
    const client = new Client({
      connectionString: this.config.databaseUrl,
      application_name: 'ett-samtal stream',
      connectionTimeoutMillis: connectMilliseconds,
      keepAlive: true,
    });
    const lost = (cause: string) => {
      if (this.#client !== client || this.#timers.stopped) return;
      this.#client = null;
      this.#log.warn(`stream.listener_lost cause=${cause}`);
      client.end().catch(() => undefined);
      this.#timers.later(againMilliseconds, () => this.connect(heard));
    };
    this.#client = client;
    client.on('error', (error) => lost(faultName(error)));
    client.on('end', () => lost('END'));
    client.on('notification', heard);
    try {
      await client.connect();
      await client.query('listen stream');
      heard();
    } catch (error) {
      lost(faultName(error));
    }
  }
}
