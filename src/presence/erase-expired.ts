import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import { faultName } from '../kernel/fault.js';
import { Timers } from '../kernel/timers.js';
import { LinesStore } from '../store/lines.store.js';
import { PresenceSessionsStore } from '../store/presence-sessions.store.js';

const everyMilliseconds = 1_000;

/** Each second, in every process, takes out of the live facts what is past its expiry: clients see it go, and none may become a history (P22). */
@Injectable()
export class EraseExpired implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #log = new Logger('presence');
  readonly #timers = new Timers();

  constructor(
    private readonly lines: LinesStore,
    private readonly sessions: PresenceSessionsStore,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.#timers.every(everyMilliseconds, () =>
      this.erase().catch((error: unknown) =>
        this.#log.error(`presence.expired_kept cause=${faultName(error)}`),
      ),
    );
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.#timers.stop();
  }

  /** Takes out what has expired now. */
  async erase(): Promise<void> {
    const now = this.clock.now();
    await this.lines.eraseExpired(now);
    await this.sessions.eraseExpired(now);
  }
}
