import {
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import { Timers } from '../kernel/timers.js';
import { LiveStreams, type LiveEvent } from './live.js';

const quietMilliseconds = 5_000;
/** The only position there is. */
const cursor = 'start';

type Step = IteratorResult<LiveEvent, undefined>;
const done: Step = { done: true, value: undefined };

/** Streams that say that they live, and nothing else. */
@Injectable()
export class BookmarksOnly
  extends LiveStreams
  implements OnApplicationBootstrap, BeforeApplicationShutdown
{
  readonly #timers = new Timers();
  readonly #waiting = new Set<(step: Step) => void>();

  constructor(private readonly clock: Clock) {
    super();
  }

  onApplicationBootstrap(): void {
    this.#timers.every(quietMilliseconds, async () => this.#tell(this.#bookmark()));
  }

  /** Ends the streams that wait. */
  async beforeApplicationShutdown(): Promise<void> {
    this.#tell(done);
    await this.#timers.stop();
  }

  /** A bookmark at once, and one every five seconds. */
  open(): AsyncIterable<LiveEvent> {
    let begun = false;
    let ended = false;
    let wake: ((step: Step) => void) | null = null;
    const next = async (): Promise<Step> => {
      if (ended || this.#timers.stopped) return done;
      if (!begun) {
        begun = true;
        return this.#bookmark();
      }
      const step = await new Promise<Step>((resolve) => {
        wake = resolve;
        this.#waiting.add(resolve);
      });
      return step;
    };
    const end = async (): Promise<Step> => {
      ended = true;
      if (wake !== null) {
        this.#waiting.delete(wake);
        wake(done);
      }
      return done;
    };
    return { [Symbol.asyncIterator]: () => ({ next, return: end }) };
  }

  #bookmark(): Step {
    return { done: false, value: { kind: 'BOOKMARK', cursor, at: this.clock.now() } };
  }

  #tell(step: Step): void {
    const told = [...this.#waiting];
    this.#waiting.clear();
    for (const tell of told) tell(step);
  }
}
