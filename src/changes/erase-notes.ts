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
import { CalendarsStore } from '../store/calendars.store.js';

const everyMilliseconds = 60_000;

/** Erases the notes of absences that have ended by themselves, and who came back early from events that are over, each minute, whichever process is first. */
@Injectable()
export class EraseNotes implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #log = new Logger('absence');
  readonly #timers = new Timers();

  constructor(
    private readonly absences: AbsencesStore,
    private readonly calendars: CalendarsStore,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.#timers.every(everyMilliseconds, () =>
      this.absences
        .eraseEndedNotes(this.clock.now())
        .catch((error: unknown) => this.#log.error(`absence.notes_kept cause=${faultName(error)}`)),
    );
    this.#timers.every(everyMilliseconds, () =>
      this.calendars
        .forgetReturns(this.clock.now())
        .catch((error: unknown) =>
          this.#log.error(`absence.returns_kept cause=${faultName(error)}`),
        ),
    );
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.#timers.stop();
  }
}
