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
const heldMinutes = 1;
const requestMilliseconds = 1_000;

/** What a source's next turn has to know, and in how many milliseconds that is. */
export type Turn = {
  readonly failures: number;
  /** Another process had the source; when it had last been read by then (0 for never). Null when nobody else had it. */
  readonly heldAt: number | null;
  readonly wait: number;
};
const firstTurn: Turn = { failures: 0, heldAt: null, wait: 0 };

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

  /**
   * A source's turn to be read; gives what its next turn has to know. Where another process holds the source, that is
   * a minute later, since the other one may have been about to end: it is read then, unless that one has read it.
   */
  async turn(source: Source, { failures, heldAt }: Turn = firstTurn): Promise<Turn> {
    const lastRead = async () => {
      const { lastCompleteAt } = await this.stores.states.of(keyOf(source));
      return lastCompleteAt?.getTime() ?? 0;
    };
    const result = await this.told(source.directory.id, async () => {
      if (await this.isPaused(source)) return 'DONE';
      if (heldAt !== null && (await lastRead()) !== heldAt) return 'DONE';
      const report = await this.sync.run(source);
      if (report === null) return { heldAt: heldAt ?? (await lastRead()) };
      return report.status === 'FAILED' ? 'FAILED' : 'DONE';
    });
    if (typeof result === 'object')
      return { failures, ...result, wait: waitBeforeNextRun(heldMinutes, 0, Math.random()) };
    const failed = result === 'DONE' ? 0 : failures + 1;
    const wait = waitBeforeNextRun(source.directory.everyMinutes, failed, Math.random());
    return { failures: failed, heldAt: null, wait };
  }

  private async runAndWait(source: Source, before?: Turn): Promise<void> {
    const turn = await this.turn(source, before);
    this.#timers.later(turn.wait, () => this.runAndWait(source, turn));
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
