import type { Surroundings } from '../../../src/client/surroundings.js';

/** Surroundings in which waiting takes a fraction of the time; they know what is being waited for. */
export class QuickSurroundings implements Surroundings {
  readonly waiting = new Set<NodeJS.Timeout>();
  /** The milliseconds of each wait that was begun. */
  readonly waits: number[] = [];

  constructor(private readonly times = 20) {}

  readonly now = (): number => Date.now();
  readonly random = (): number => Math.random();
  readonly later = (milliseconds: number, act: () => void): (() => void) => {
    this.waits.push(milliseconds);
    const timer = setTimeout(() => {
      this.waiting.delete(timer);
      act();
    }, milliseconds / this.times);
    this.waiting.add(timer);
    return () => {
      clearTimeout(timer);
      this.waiting.delete(timer);
    };
  };
}
