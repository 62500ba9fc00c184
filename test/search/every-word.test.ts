import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { searchFields } from '../../src/kernel/search-fields.js';
import { everywhere, type PagePosition } from '../../src/kernel/page.js';
import { typedSearch, type TypedSearch, type TypedWord } from '../../src/staff/typed-search.js';
import type { Hit } from '../../src/store/search.store.js';
import { randomBytesOf } from '../support/seeded-random.js';
import { startSearching, type Searching } from './searching.js';

type Row = {
  readonly entry: string;
  readonly code: string;
  readonly field: number;
  readonly folded: string;
};
let searching: Searching;
const entries = new Map<string, Row[]>();
let drawn = 0;
const one = <T>(some: readonly T[]): T => {
  const picked = some[randomBytesOf(23, `${(drawn += 1)}`).readUInt32BE() % some.length];
  if (picked === undefined) throw new Error('There is nothing to pick from.');
  return picked;
};

beforeAll(async () => {
  searching = await startSearching();
  const rows = (await searching.source.query(
    `select entry_id as entry, municipality_code as code, field, folded from search_word where not hidden order by entry_id, field, folded`,
  )) as readonly Row[];
  for (const row of rows) entries.set(row.entry, [...(entries.get(row.entry) ?? []), row]);
}, 60_000);
afterAll(() => searching.stop());

/** Every hit, page after page. */
async function all(typed: TypedSearch, first: number): Promise<readonly Hit[]> {
  const { store, reach } = searching;
  const hits: Hit[] = [];
  for (let after: PagePosition | null = null; ; after = hits.at(-1) ?? null) {
    const page = await store.find(reach, { typed, within: everywhere, near: null, first, after });
    hits.push(...page);
    if (page.length < first) return hits;
  }
}

/** Whether a row has a word as typed or as begun: the rule, as it is told in words. */
function has({ field, folded }: Row, word: TypedWord): boolean {
  const among = (fields: TypedWord['fields']) =>
    fields.some((name) => searchFields[name] === field);
  return (
    (folded === word.folded && among(word.fields)) ||
    (folded.startsWith(word.folded) && among(word.begunFields))
  );
}
/** Whether each word has a row of its own. */
function haveAll(rows: readonly Row[], [word, ...others]: readonly TypedWord[]): boolean {
  if (word === undefined) return true;
  return rows.some(
    (row) =>
      has(row, word) &&
      haveAll(
        rows.filter((other) => other !== row),
        others,
      ),
  );
}
function isHit(rows: readonly Row[], { words, phrase }: TypedSearch): boolean {
  const whole: readonly number[] = [searchFields.NAME, searchFields.SUBJECT, searchFields.TITLE];
  const places = words.flatMap((word) => word.places);
  const others = words.filter((word) => word.places.length === 0);
  const isThere = rows.some(({ code }) => places.some((place) => place === code));
  return (
    haveAll(rows, words) ||
    (isThere && others.length > 0 && haveAll(rows, others)) ||
    rows.some(
      ({ field, folded }) => phrase !== null && whole.includes(field) && folded.startsWith(phrase),
    )
  );
}

/** Words of somebody, begun or whole, and letters among them. */
function someQuery(): string {
  const rows = one([...entries.values()]).filter(({ folded }) => /^\p{L}+$/u.test(folded));
  const count = one([2, 2, 2, 3, 3, 4]);
  const words = Array.from({ length: count }, () => {
    const { folded } = one(rows);
    return one([
      folded,
      folded,
      folded.slice(0, 3),
      folded.slice(0, 4),
      folded.slice(0, 2),
      folded.slice(0, 1),
    ]);
  });
  return words.join(' ');
}

/** The names of units with several words, in another order, with a letter of somebody's name, and with the beginning of their last word. */
function ofUnits(): readonly string[] {
  const named = [...entries.values()].flat().filter(({ field }) => field === searchFields.NAME);
  const names = new Set(named.map(({ folded }) => folded).filter((name) => name.includes(' ')));
  return [...names].flatMap((name) => {
    const words = name.split(' ');
    const others = words.slice(0, -1);
    return [
      words.toReversed().join(' '),
      `${name} a`,
      [...others, (words.at(-1) ?? '').slice(0, 1)].join(' '),
      `${words[0]} laxå`,
      `laxå ${others.join(' ')} a`,
    ];
  });
}

test('whoever has all words, and nobody else, is found by them, on one page and once', async () => {
  const queries = [...ofUnits(), 'rektor skola', ...Array.from({ length: 250 }, someQuery)];
  let most = 0;
  for (const query of queries) {
    const typed = typedSearch(query, searching.municipalities.all());
    const expected = [...entries].flatMap(([entry, rows]) => (isHit(rows, typed) ? [entry] : []));
    const hits = await all(typed, one([5, 40, 100]));
    const found = hits
      .filter(({ matches }) => matches.every(({ kind }) => kind === 'EXACT' || kind === 'PREFIX'))
      .map(({ id }) => id);
    expect([query, found.toSorted()]).toEqual([query, expected.toSorted()]);
    expect(new Set(hits.map(({ id }) => id)).size).toBe(hits.length);
    most = Math.max(most, found.length);
  }
  expect(most).toBeGreaterThan(100);
}, 120_000);
