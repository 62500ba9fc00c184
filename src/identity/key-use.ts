import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { faultName } from '../kernel/fault.js';
import { dateInSweden } from '../staff/swedish-time.js';
import { ApiKeysStore } from '../store/api-keys.store.js';

/**
 * Keeps the last day on which each key was used, in Sweden: at most one write a day, key and process,
 * and no request waits for it. A write that fails is not tried again that day, so that no fault is
 * answered with a write for each request; the log tells of it.
 */
@Injectable()
export class KeyUse implements BeforeApplicationShutdown {
  readonly #log = new Logger('identity');
  readonly #noted = new Map<string, string>();
  readonly #writing = new Set<Promise<void>>();

  constructor(private readonly keys: ApiKeysStore) {}

  /** Notes that the key was used; returns at once. */
  note(keyId: string, at: Date): void {
    const day = dateInSweden(at);
    if (this.#noted.get(keyId) === day) return;
    this.#noted.set(keyId, day);
    const write = this.keys
      .noteUse(keyId, day)
      .catch((error: unknown) =>
        this.#log.error(`identity.use_not_noted key=${keyId} cause=${faultName(error)}`),
      )
      .finally(() => this.#writing.delete(write));
    this.#writing.add(write);
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all(this.#writing);
  }
}
