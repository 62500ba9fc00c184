import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import { faultName } from '../kernel/fault.js';
import { Timers } from '../kernel/timers.js';
import { AbsencesStore } from '../store/absences.store.js';

const everyMilliseconds = 60_000;

/** Erases ended absences when their municipality has decided so, each minute, whichever process is first. */
@Injectable()
export class EraseAbsences implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #log = new Logger('absence');
  readonly #timers = new Timers();

  constructor(
    private readonly absences: AbsencesStore,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.#timers.every(everyMilliseconds, () =>
      this.eraseAll().catch((error: unknown) =>
        this.#log.error(`absence.ended_kept cause=${faultName(error)}`),
      ),
    );
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.#timers.stop();
  }

  /** Erases what is due, a batch at a time so that nobody waits for its locks; returns how many. */
  async eraseAll(): Promise<number> {
    let erased = 0;
    let batch: number;
    do {
      batch = await this.absences.eraseEnded(this.clock.now());
      erased += batch;
    } while (batch > 0 && !this.#timers.stopped);
    if (erased > 0) this.#log.log(`absence.ended_erased count=${erased}`);
    return erased;
  }
}
