import { Inject, Injectable, Logger } from '@nestjs/common';
import { serverSecret } from '../config/settings.js';
import { Clock } from '../kernel/clock.js';
import { faultName } from '../kernel/fault.js';
import type { SyncKind, SyncTrigger } from '../kernel/sync-words.js';
import { DirectoryError } from '../ldap/directory-error.js';
import { dnDigest, type DnDigest } from '../ldap/dn-digest.js';
import type { RunReport } from '../store/sync-runs.store.js';
import { CompleteRead } from './complete-read.js';
import { credentialsOf } from './credentials.js';
import { FastLane } from './fast-lane.js';
import type { Source } from './read-source.js';
import { failedReport } from './report.js';
import { Rises } from './rises.js';
import { keyOf } from './source-key.js';
import { SyncStores } from './sync-stores.js';

/** Told now and then while a source is read: how many entries came, of about how many. */
export type Progress = (seen: number, expected: number) => void;

/** How a source is to be read now. */
export type Order = {
  readonly kind: SyncKind;
  readonly trigger: SyncTrigger;
  /** The record of a run that was asked for; null makes a new one. */
  readonly runId: string | null;
  /** A held plan that whoever ordered the run has seen and says yes to. */
  readonly approve: string | null;
  readonly progress: Progress;
};

const usual: Order = {
  kind: 'COMPLETE',
  trigger: 'SCHEDULE',
  runId: null,
  approve: null,
  progress: () => undefined,
};

/** One read of one directory, and what it changes. One municipality's outage never touches another's. */
@Injectable()
export class SyncSource {
  readonly #log = new Logger('sync');
  readonly #digest: DnDigest;

  constructor(
    private readonly stores: SyncStores,
    private readonly completeRead: CompleteRead,
    private readonly fastLane: FastLane,
    private readonly clock: Clock,
    @Inject(serverSecret) private readonly secret: string,
  ) {
    this.#digest = dnDigest(secret);
  }

  /** Runs one source now; null when another process is at it. A failure is a report, not an exception. */
  async run(source: Source, different: Partial<Order> = {}): Promise<RunReport | null> {
    const order = { ...usual, ...different };
    const key = keyOf(source);
    return this.stores.connections.exclusively(key, async (connection) => {
      await this.stores.runs.closeAborted(key, this.clock.now());
      const id = await this.open(source, order);
      if (id === null) return null;
      const rises = new Rises(this.stores.levelRises, connection, source, id);
      const run = { id, connection, digest: this.#digest, rises, ...order };
      const read = () =>
        order.kind === 'PREVIEW'
          ? this.preview(source, order.progress)
          : this.completeRead.carryOut(source, run);
      return this.recorded(source, run, read);
    });
  }

  /** What a run would do now: the same code up to the gate, and nothing written. */
  async preview(source: Source, progress = usual.progress): Promise<RunReport> {
    return this.completeRead
      .preview(source, this.#digest, progress)
      .catch((error: unknown) => failedReport(sentenceOf(error), 0));
  }

  /**
   * Follows what has changed since the last read, where the server can tell. Leaves a record only of
   * what it changed, and leaves everything doubtful to the next complete read. Null when nothing was done.
   */
  async follow(source: Source): Promise<RunReport | null> {
    const key = keyOf(source);
    return this.stores.connections.exclusively(key, async (connection) => {
      try {
        return await this.fastLane.follow(source, connection, this.#digest, (id, rises, read) =>
          this.recorded(source, { id, rises }, read),
        );
      } catch (error) {
        // Each minute: an account would be locked before the next complete read.
        await this.countRefusal(source, error);
        throw error;
      }
    });
  }

  private async open(source: Source, { kind, trigger, runId }: Order): Promise<string | null> {
    const at = this.clock.now();
    if (runId === null) return this.stores.runs.start(keyOf(source), { kind, trigger }, at);
    return (await this.stores.runs.take(runId, at)) ? runId : null;
  }

  /** Keeps what came of a run, and what it says of the bind account. */
  private async recorded(
    source: Source,
    { id, rises }: { readonly id: string; readonly rises: Rises },
    read: () => Promise<RunReport>,
  ): Promise<RunReport> {
    const key = keyOf(source);
    const report = await read().catch(async (error: unknown) => {
      await this.countRefusal(source, error);
      return failedReport(sentenceOf(error), rises.count);
    });
    if (report.status !== 'FAILED') await this.stores.states.bindAccepted(key);
    await this.stores.runs.finish(id, key, report, this.clock.now());
    this.tell(source, report);
    return report;
  }

  private async countRefusal(source: Source, error: unknown): Promise<void> {
    if (error instanceof DirectoryError && error.fault === 'BIND_REFUSED')
      await this.stores.states.bindRefused(keyOf(source), credentialsOf(source, this.secret));
  }

  private tell({ directory }: Source, report: RunReport): void {
    const { status, seen, created, updated, missing, removed, raised, rejections } = report;
    const line = `sync.${status.toLowerCase()} source=${directory.id} seen=${seen} created=${created} updated=${updated} missing=${missing} removed=${removed} raised=${raised} rejected=${rejections.length}`;
    if (report.message === null) this.#log.log(line);
    else this.#log.error(`${line}: ${report.message}`);
  }
}

/** Other errors may quote what they choked on, and that may be a person. */
function sentenceOf(error: unknown): string {
  return error instanceof DirectoryError ? error.message : `internal: ${faultName(error)}`;
}
