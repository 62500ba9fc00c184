import { randomBytesOf } from '../../support/seeded-random.js';

/** What can be drawn, and how often beside the others. */
export type Weighted<T> = { readonly value: T; readonly weight: number };

/** Draws for one tag: the same tag draws the same, whoever else is drawn for. */
export class Chance {
  #drawn = 0;

  constructor(private readonly tag: string) {}

  /** A number from 0 up to 1. */
  next(): number {
    const bytes = randomBytesOf(2026, `${this.tag} ${(this.#drawn += 1)}`);
    return bytes.readUInt32BE(0) / 2 ** 32;
  }

  one<T>(of: readonly Weighted<T>[]): T {
    let left = this.next() * of.reduce((sum, { weight }) => sum + weight, 0);
    const found = of.find(({ weight }) => (left -= weight) < 0) ?? of.at(-1);
    if (found === undefined) throw new Error('There is nothing to draw from.');
    return found.value;
  }
}
