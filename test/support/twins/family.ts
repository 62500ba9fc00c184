import { randomBytesOf } from '../seeded-random.js';
import type { Facts } from './facts.js';

/** One question to the program, the same in every world. */
export type Operation = {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  /** The root field whose list is to be read to its end, each page after the last one's own `endCursor` (`$after`). */
  readonly pages?: string;
};

/** Chooses, the same at every run. */
export type Draw = <T>(from: readonly T[]) => T;

/**
 * Operations of one kind. A new operation is a line in a family, a new family a line in families.ts.
 * `blindTo` names the viewers to whom even an OPEN person need make no difference here, with the reason
 * beside it: for every other viewer the control must differ.
 */
export type Family = {
  readonly name: string;
  readonly blindTo: readonly string[];
  /** Viewers to whom what happens to somebody hidden is told for good reason, so that they are not compared here. */
  readonly notAskedBy?: readonly string[];
  readonly operations: (facts: Facts, draw: Draw) => readonly Operation[];
};

/** A chooser that a seed decides. */
export function drawFrom(seed: number): Draw {
  let drawn = 0;
  return (from) => {
    drawn += 1;
    const chosen = from[randomBytesOf(seed, `draw ${drawn}`).readUInt32BE() % from.length];
    if (chosen === undefined) throw new RangeError('Nothing to draw from.');
    return chosen;
  };
}
