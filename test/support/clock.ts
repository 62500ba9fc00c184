import { Clock } from '../../src/kernel/clock.js';

/** A clock that stands still until it is told to go on. */
export class TestClock extends Clock {
  #now = new Date();

  now(): Date {
    return this.#now;
  }

  /** Moves on by so many seconds. */
  advance(seconds: number): void {
    this.#now = new Date(this.#now.getTime() + seconds * 1000);
  }
}
