import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import { faultName } from '../kernel/fault.js';
import { Timers } from '../kernel/timers.js';
import { ReceiptsStore } from '../store/receipts.store.js';

const everyMilliseconds = 60_000;
/** No client retries longer. */
const keptMilliseconds = 86_400_000;

/** Erases receipts a day after they were written, each minute, whichever process is first. */
@Injectable()
export class EraseReceipts implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #log = new Logger('receipt');
  readonly #timers = new Timers();

  constructor(
    private readonly receipts: ReceiptsStore,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.#timers.every(everyMilliseconds, () =>
      this.eraseOld().catch((error: unknown) =>
        this.#log.error(`receipt.old_kept cause=${faultName(error)}`),
      ),
    );
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.#timers.stop();
  }

  /** Erases those that are a day old; returns how many. */
  async eraseOld(): Promise<number> {
    const instant = new Date(this.clock.now().getTime() - keptMilliseconds);
    return this.receipts.eraseWrittenBy(instant);
  }
}
