import {
  matchKinds,
  searchFields,
  type SearchField,
  type SearchMatch,
} from '../kernel/search-fields.js';

const names = new Map<number, SearchField>(
  Object.entries(searchFields).map(([name, number]) => [number, name as SearchField]),
);

/** Below the rank of a hit stand, for each word in order, kind * 25 + field, two digits each. */
const eachWord = 100n;
const rankUnit = 1_000_000_000_000n;
const fieldsOfKind = 25;

/** What the code of a hit (`codeOf` in store/search-reading.sql.ts) says of its words, each field and kind once. */
export function matchesOf(code: bigint): readonly SearchMatch[] {
  const matches = new Map<number, SearchMatch>();
  for (let rest = code % rankUnit; rest > 0n; rest /= eachWord) {
    const one = Number(rest % eachWord);
    const field = names.get(one % fieldsOfKind);
    const kind = matchKinds[Math.floor(one / fieldsOfKind)];
    if (field !== undefined && kind !== undefined) matches.set(one, { field, kind });
  }
  return [...matches.values()];
}
