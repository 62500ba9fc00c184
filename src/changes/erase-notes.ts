import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import { faultName } from '../kernel/fault.js';
import { AbsencesStore } from '../store/absences.store.js';

const everyMilliseconds = 60_000;

/** Erases the notes of absences that have ended by themselves, each minute, whichever process is first. */
@Injectable()
export class EraseNotes implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #log = new Logger('absence');
  #timer: NodeJS.Timeout | null = null;
  #running: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly absences: AbsencesStore,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.#timer = setInterval(() => {
      this.#running = this.absences
        .eraseEndedNotes(this.clock.now())
        .catch((error: unknown) => this.#log.error(`absence.notes_kept cause=${faultName(error)}`));
    }, everyMilliseconds);
  }

  async beforeApplicationShutdown(): Promise<void> {
    if (this.#timer) clearInterval(this.#timer);
    await this.#running;
  }
}
