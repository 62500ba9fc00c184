import { Inject, Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import type { Config } from '../config/config.js';
import { configuration } from '../config/settings.js';
import { faultName } from '../kernel/fault.js';
import { MunicipalitiesStore } from '../store/municipalities.store.js';
import { waitBeforeNextRun } from './next-run.js';
import type { Source } from './read-source.js';
import { SyncSource } from './sync-source.js';

/** Runs each source at the start and then on its own schedule, so that one outage never holds up another. */
@Injectable()
export class SyncSchedule implements BeforeApplicationShutdown {
  readonly #log = new Logger('sync');
  readonly #timers = new Set<NodeJS.Timeout>();
  readonly #running = new Set<Promise<unknown>>();
  #stopped = false;

  constructor(
    private readonly sync: SyncSource,
    private readonly municipalities: MunicipalitiesStore,
    @Inject(configuration) private readonly config: Config,
  ) {}

  /** Starts every source. Resolves when each has run once, whatever came of it. */
  async start(): Promise<void> {
    await Promise.all(this.sources().map((source) => this.runAndWait(source)));
  }

  /** Lets running reads finish while the database is still there, and starts no more. */
  async beforeApplicationShutdown(): Promise<void> {
    this.#stopped = true;
    for (const timer of this.#timers) clearTimeout(timer);
    await Promise.allSettled(this.#running);
  }

  private async runAndWait(source: Source, failuresBefore = 0): Promise<void> {
    const run = this.sync.run(source).then(
      (report) => report?.status !== 'FAILED',
      (error: unknown) => {
        // The database is away: the source is tried again at its next time.
        this.#log.error(
          `sync.not_recorded source=${source.directory.id} cause=${faultName(error)}`,
        );
        return false;
      },
    );
    this.#running.add(run);
    const failures = (await run) ? 0 : failuresBefore + 1;
    this.#running.delete(run);
    if (this.#stopped) return;
    const wait = waitBeforeNextRun(source.directory.everyMinutes, failures, Math.random());
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      void this.runAndWait(source, failures);
    }, wait);
    this.#timers.add(timer);
  }

  /** The sources as they are configured, each with its municipality and its password. */
  sources(): readonly Source[] {
    return this.config.directories.municipalities.flatMap(({ code, directories }) => {
      const municipality = this.municipalities.byCode(code);
      if (municipality === null) return [];
      return directories.map((directory): Source => {
        const password = this.config.bindPasswords.get(directory.id) ?? '';
        return { municipality, directory, password };
      });
    });
  }
}
