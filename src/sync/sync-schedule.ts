import { Inject, Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import type { Config } from '../config/config.js';
import { configuration, serverSecret } from '../config/settings.js';
import { faultName } from '../kernel/fault.js';
import { MunicipalitiesStore } from '../store/municipalities.store.js';
import { credentialsOf, maxRefusals } from './credentials.js';
import { waitBeforeNextRun } from './next-run.js';
import type { Source } from './read-source.js';
import { keyOf } from './source-key.js';
import { SyncStores } from './sync-stores.js';
import { SyncSource } from './sync-source.js';
import { Timers } from '../kernel/timers.js';

const laneMinutes = 1;
const requestMilliseconds = 1_000;

/** Runs each source at the start and then on its own schedule, so that one outage never holds up another. */
@Injectable()
export class SyncSchedule implements BeforeApplicationShutdown {
  readonly #log = new Logger('sync');
  readonly #timers = new Timers();

  constructor(
    private readonly sync: SyncSource,
    private readonly municipalities: MunicipalitiesStore,
    private readonly stores: SyncStores,
    @Inject(configuration) private readonly config: Config,
    @Inject(serverSecret) private readonly secret: string,
  ) {}

  /** Starts every source. Resolves when each has run once, whatever came of it. */
  async start(): Promise<void> {
    const sources = this.sources();
    for (const source of sources) if (source.directory.fastLane) this.followLater(source);
    this.#timers.later(requestMilliseconds, () => this.takeRequests());
    // Last: a directory that keeps its first read waiting must not keep the others'.
    await Promise.all(sources.map((source) => this.runAndWait(source)));
  }

  /** Lets running reads finish while the database is still there, and starts no more. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.#timers.stop();
  }

  /** Carries out the runs that somebody asked for; each process looks, and one of them gets it. */
  async takeRequests(): Promise<void> {
    const queued = await this.told('requests', () =>
      this.stores.connections.use((connection) => this.stores.runs.queued(connection)),
    );
    for (const { id, sourceId, kind } of queued ?? []) {
      const source = this.sources().find((one) => one.directory.id === sourceId);
      if (source)
        void this.#timers.run(() =>
          this.told(sourceId, () => this.sync.run(source, { kind, trigger: 'REQUEST', runId: id })),
        );
    }
    this.#timers.later(requestMilliseconds, () => this.takeRequests());
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

  private async runAndWait(source: Source, failuresBefore = 0): Promise<void> {
    const report = await this.told(source.directory.id, async () =>
      (await this.isPaused(source)) ? 'PAUSED' : this.sync.run(source),
    );
    const failed = report === undefined || (report !== 'PAUSED' && report?.status === 'FAILED');
    const failures = failed ? failuresBefore + 1 : 0;
    const wait = waitBeforeNextRun(source.directory.everyMinutes, failures, Math.random());
    this.#timers.later(wait, () => this.runAndWait(source, failures));
  }

  private followLater(source: Source): void {
    const wait = waitBeforeNextRun(laneMinutes, 0, Math.random());
    this.#timers.later(wait, async () => {
      await this.told(source.directory.id, async () => {
        if (!(await this.isPaused(source))) await this.sync.follow(source);
      });
      this.followLater(source);
    });
  }

  /** An account that was refused twice is let be, until it has another password or somebody asks for a run. */
  private async isPaused(source: Source): Promise<boolean> {
    const { refusedBinds, refusedCredentials } = await this.stores.states.of(keyOf(source));
    if (refusedBinds < maxRefusals) return false;
    if (refusedCredentials !== credentialsOf(source, this.secret)) return false;
    this.#log.error(
      `sync.paused source=${source.directory.id}: its bind account was refused ${refusedBinds} times. Mend the account or the password, then start a sync.`,
    );
    return true;
  }

  /** Does work whose failure is only told: the database is away, and the next time comes. */
  private async told<T>(what: string, work: () => Promise<T>): Promise<T | undefined> {
    return work().catch((error: unknown) => {
      this.#log.error(`sync.not_recorded source=${what} cause=${faultName(error)}`);
      return undefined;
    });
  }
}
