import { queryKinds, type Half, type JudgedQuery, type QueryKind } from './judged.js';

/** A judged query and the keys that a search gave for it, the first first. */
export type Answered = { readonly query: JudgedQuery; readonly keys: readonly string[] };

/** How well the queries of one kind, or of all, are answered in one half, or in both. */
export type Success = {
  readonly kind: QueryKind | 'all';
  readonly half: Half | 'both';
  readonly queries: number;
  /** How many of them have a right entry first, and how many among the first three. */
  readonly at1: number;
  readonly at3: number;
  /** How many have one as near the top as the query itself asks. */
  readonly asAsked: number;
};

/** Counts the successes for each kind and half, all kinds last; a kind without answers is left out. */
export function reportOf(answered: readonly Answered[]): readonly Success[] {
  const groups = [...queryKinds, 'all' as const].flatMap((kind) =>
    (['tune', 'kept', 'both'] as const).map((half) => ({ kind, half })),
  );
  return groups
    .map(({ kind, half }) => {
      const group = answered.filter(
        ({ query }) =>
          (kind === 'all' || query.kind === kind) && (half === 'both' || query.half === half),
      );
      const count = (top: (query: JudgedQuery) => number) =>
        group.filter(({ query, keys }) => isRight(query, keys, top(query))).length;
      return {
        kind,
        half,
        queries: group.length,
        at1: count(() => 1),
        at3: count(() => 3),
        asAsked: count(({ within }) => within),
      };
    })
    .filter(({ queries }) => queries > 0);
}

function isRight({ expected }: JudgedQuery, keys: readonly string[], top: number): boolean {
  return keys.slice(0, top).some((key) => expected.includes(key));
}
