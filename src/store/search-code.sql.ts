import { searchFields } from '../kernel/search-fields.js';

const { MUNICIPALITY } = searchFields;

/** One reading of the query: words that must all be there, by where they stand in it, in some municipalities or anywhere. */
export type Reading = { readonly words: readonly number[]; readonly codes: string | null };

/** What a row that may be a hit has, in this order; the last, how well it fits and by what. */
export const hitColumns = 'entry_id, is_unit, municipality_code, list_key, code';

/** Below the rank of a hit stand two digits for each of six words. */
export const rankUnit = '1000000000000::bigint';

/** The row by which the word at that place of the query is found. */
export function rowAt(at: number): string {
  return `m${at}`;
}

/** Of each two words, that they are found by different rows. */
export function apart(words: readonly number[]): readonly string[] {
  const pairs = words.flatMap((at, n) =>
    words.slice(0, n).map((before) => [rowAt(before), rowAt(at)]),
  );
  return pairs.map(
    ([one, other]) => `(${one}.folded, ${one}.field) <> (${other}.folded, ${other}.field)`,
  );
}

/**
 * How well a hit fits, least first: the kind of its worst word (0 as typed, 1 begun, 2 heard, 3 misspelt), the kinds
 * of all, their fields, then in how many the marks differ; and below that, of each word its kind and field (`matchesOf`).
 */
export function codeOf(words: readonly number[], isOfPlace: boolean): string {
  const every = (column: string) => words.map((at) => `${rowAt(at)}.${column}`);
  const kinds = every('kind');
  const each = words.map(
    (at, n) => `(${rowAt(at)}.kind * 25 + ${rowAt(at)}.field) * ${100 ** n}::bigint`,
  );
  if (isOfPlace) each.push(`${MUNICIPALITY} * ${100 ** words.length}::bigint`);
  const rank = [
    `greatest(${kinds.join(', ')}) * 100000`,
    `(${kinds.join(' + ')}) * 1000`,
    `(${[...every('field'), isOfPlace ? MUNICIPALITY : 0].join(' + ')}) * 10`,
    ...every('unmarked'),
  ];
  return `(${rank.join(' + ')}) * ${rankUnit} + ${each.join(' + ')}`;
}
