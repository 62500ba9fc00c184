import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import { faultName } from '../kernel/fault.js';
import { Timers } from '../kernel/timers.js';
import { PositionsStore } from '../store/positions.store.js';

const everyMilliseconds = 10 * 60_000;

/** Forgets who lost sight of whom a day ago or earlier: no client resumes from so far back. */
@Injectable()
export class ForgetDayOld implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #log = new Logger('stream');
  readonly #timers = new Timers();

  constructor(
    private readonly positions: PositionsStore,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.#timers.every(everyMilliseconds, () =>
      this.positions
        .forgetDayOld(this.clock.now())
        .catch((error: unknown) => this.#log.warn(`stream.day_kept cause=${faultName(error)}`)),
    );
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.#timers.stop();
  }
}
