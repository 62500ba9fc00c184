import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import type { ExecutionResult } from 'graphql';
import { faultName } from '../../kernel/fault.js';
import { Timers } from '../../kernel/timers.js';
import { LiveStreams } from '../../view/live.js';
import type { Channel } from './channel.js';

/** How some entries look. */
export type Looks = readonly { readonly id: string; readonly answer: ExecutionResult }[];
/** Reads how everything that a channel may be told of looks now, some at a time. */
export type ReadLooks = () => AsyncIterable<Looks>;

/** So many looks are kept at most, of all channels: some 150 bytes each. */
const most = 300_000;
/** Reading takes a fifth of the time, and the rest belongs to what is waited for. */
const rest = 4;

/**
 * Looks at everything that a new channel may be told of, behind its streams: so that the first change of an entry is
 * not told either when there is nothing to be seen of it.
 */
@Injectable()
export class Baselines implements BeforeApplicationShutdown {
  readonly #log = new Logger('stream');
  readonly #timers = new Timers();
  readonly #waiting: { readonly channel: Channel; readonly read: ReadLooks }[] = [];
  #kept: readonly Channel[] = [];

  constructor(private readonly streams: LiveStreams) {}

  async beforeApplicationShutdown(): Promise<void> {
    await this.#timers.stop();
  }

  /** Has a channel looked at, after those that were wanted before. */
  want(channel: Channel, read: ReadLooks): void {
    this.#waiting.push({ channel, read });
    if (this.#waiting.length === 1) this.#timers.later(0, () => this.#next());
  }

  async #next(): Promise<void> {
    const [first] = this.#waiting;
    if (first === undefined) return;
    try {
      await this.#look(first.channel, first.read);
    } catch (error) {
      // Then what did not change may be told of once.
      this.#log.warn(`stream.baseline_failed cause=${faultName(error)}`);
    }
    this.#waiting.shift();
    this.#timers.later(0, () => this.#next());
  }

  async #look(channel: Channel, read: ReadLooks): Promise<void> {
    this.#kept = [...this.#kept.filter(({ isUsed }) => isUsed), channel];
    let began = performance.now();
    for await (const looks of read()) {
      // What had ended or begun by then is in these looks already, though its change may be told later: it is not to be kept back.
      const position = await this.streams.settledUpTo();
      if (this.#timers.stopped || !channel.isUsed || this.#size() + looks.length > most) return;
      for (const { id, answer } of looks) channel.looked(id, answer, position);
      await this.#pause((performance.now() - began) * rest);
      began = performance.now();
    }
  }

  #size(): number {
    return this.#kept.reduce((sum, { size }) => sum + size, 0);
  }

  /** Ends early when the program stops. */
  async #pause(milliseconds: number): Promise<void> {
    const until = performance.now() + milliseconds;
    while (performance.now() < until && !this.#timers.stopped)
      await new Promise((resolve) => setTimeout(resolve, Math.min(50, milliseconds)));
  }
}
