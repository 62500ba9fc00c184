import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import { faultName } from '../kernel/fault.js';
import { Timers } from '../kernel/timers.js';
import { ContactRequestsStore } from '../store/contact-requests.store.js';

const everyMilliseconds = 3_600_000;
const keptMilliseconds = 30 * 86_400_000;

/** Deletes contact requests 30 days after an officer has dealt with them, each hour, whichever process is first. */
@Injectable()
export class EraseContactRequests implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #log = new Logger('contact');
  readonly #timers = new Timers();

  constructor(
    private readonly requests: ContactRequestsStore,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.#timers.every(everyMilliseconds, () =>
      this.erase().catch((error: unknown) =>
        this.#log.error(`contact.requests_kept cause=${faultName(error)}`),
      ),
    );
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.#timers.stop();
  }

  /** Deletes what is old enough now. Returns how many. */
  async erase(): Promise<number> {
    const instant = new Date(this.clock.now().getTime() - keptMilliseconds);
    return this.requests.deleteHandledBy(instant);
  }
}
