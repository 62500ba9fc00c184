import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import { faultName } from '../kernel/fault.js';
import { Timers } from '../kernel/timers.js';
import { boundariesAfter, midnightsAfter, minutesAfter } from '../staff/due.js';
import { DueStore, type FindDue } from '../store/due.store.js';

const everyMilliseconds = 1_000;

const find: FindDue = (series, from, to) => ({
  minutes: minutesAfter(from, to),
  midnights: midnightsAfter(from, to),
  occurrences: series.flatMap(({ personId, series: one }) =>
    boundariesAfter(one, from, to).map((at) => ({ at, id: personId })),
  ),
});

/** Each second, in one process at a time, moves the entries of whom time alone has changed: an absence begins or ends, a forwarding is over, a workplace opens, or a midnight makes "i dag" of "i morgon". */
@Injectable()
export class MoveDue implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #log = new Logger('stream');
  readonly #timers = new Timers();

  constructor(
    private readonly due: DueStore,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.#timers.every(everyMilliseconds, () =>
      this.move().catch((error: unknown) =>
        this.#log.warn(`stream.time_not_told cause=${faultName(error)}`),
      ),
    );
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.#timers.stop();
  }

  /** Moves everybody who is due now; nobody while another process is at it. */
  async move(): Promise<void> {
    const now = this.clock.now();
    while (await this.due.move(now, find)) if (this.#timers.stopped) return;
  }

  /** Moves everybody who is due now, or waits until another process has done so. */
  async moveAfterOthers(): Promise<void> {
    const now = this.clock.now();
    while (await this.due.moveAfterOthers(now, find)) if (this.#timers.stopped) return;
  }
}
