import * as fc from 'fast-check';

/** Chances that a seed gives, always the same ones. */
export type Chance = {
  /** A whole number from nought to below the limit. */
  below(limit: number): number;
  pick<T>(list: readonly T[]): T;
  /** Whether one of so many chances came. */
  oneIn(count: number): boolean;
};

/** Draws from fast-check's generator. */
export function chanceOf(seed: number): Chance {
  const [stream] = fc.sample(fc.infiniteStream(fc.noBias(fc.nat())), { seed, numRuns: 1 });
  const below = (limit: number) => Number(stream?.next().value) % limit;
  return {
    below,
    pick: <T>(list: readonly T[]) => {
      if (list.length === 0) throw new Error('Nothing to pick from.');
      return list[below(list.length)] as T;
    },
    oneIn: (count) => below(count) === 0,
  };
}
