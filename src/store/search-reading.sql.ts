import { searchFields } from '../kernel/search-fields.js';
import {
  inPlaces,
  rowsAlone,
  rowsOfEntry,
  type How,
  type SearchParameters,
  type Tables,
  type WordParameters,
} from './search-words.sql.js';

const { EMAIL, EMPLOYEE_ID, MUNICIPALITY } = searchFields;

/** One reading of the query: words that must all be there, by where they stand in it, in some municipalities or anywhere. */
export type Reading = { readonly words: readonly number[]; readonly codes: string | null };

/** What a row that may be a hit has, in this order; the last, how well it fits and by what. */
export const hitColumns = 'entry_id, is_unit, municipality_code, list_key, code';

/** Below the rank of a hit stand two digits for each of six words. */
export const rankUnit = '1000000000000::bigint';

/**
 * The entries and units to whom all words of a reading lead, each by a row of its own: once for each way. Of one word
 * alone its best rows; of several, the tables that `rowsTogether` makes. Beyond a way before, some word must be what that
 * way does not find: the first that is stands in turn at each place.
 */
export function hitsOf(
  reading: Reading,
  every: readonly WordParameters[],
  tables: Tables,
  viewer: SearchParameters,
): readonly string[] {
  const { words, codes } = reading;
  const { name, how, before } = tables;
  const [only = 0] = words;
  const word = every[only];
  if (words.length === 1 && word)
    return [
      joined(reading, every, how, viewer, () => `(${rowsAlone(word, only, how, viewer, codes)})`),
    ];
  if (before === null) return [joined(reading, every, how, viewer, (at) => `${name}${at}`)];
  const alike = words.filter((at) => every[at]?.mayBeAlike === true);
  const both = (at: number) =>
    `(select * from ${before}${at} union all select * from ${name}${at})`;
  return alike.map((first) =>
    joined(reading, every, how, viewer, (at) => {
      if (at === first) return `${name}${at}`;
      return at < first || !alike.includes(at) ? `${before}${at}` : both(at);
    }),
  );
}

/** The rows that belong together, of the tables that there are for words at their places; of letters, of whoever the others find. */
function joined(
  { words, codes }: Reading,
  every: readonly WordParameters[],
  how: How,
  viewer: SearchParameters,
  table: (at: number) => string,
): string {
  const isLetter = (at: number) => every[at]?.isLetter === true;
  const [first = 0, ...others] = [
    ...words.filter((at) => !isLetter(at)),
    ...words.filter(isLetter),
  ];
  const pairs = words.flatMap((at, n) => words.slice(0, n).map((before) => [row(before), row(at)]));
  const holds = [
    ...pairs.map(
      ([one, other]) => `(${one}.folded, ${one}.field) <> (${other}.folded, ${other}.field)`,
    ),
    ...words.flatMap((at) => (every[at]?.isGuarded ? mayFind(row(at), viewer) : [])),
    ...inPlaces(row(first), codes),
  ];
  const one = row(first);
  const beside = (at: number) => {
    const other = every[at];
    return other?.isLetter
      ? `cross join lateral (${rowsOfEntry(other, at, how, `${one}.entry_id`)}) ${row(at)}`
      : `join ${table(at)} ${row(at)} on ${row(at)}.entry_id = ${one}.entry_id`;
  };
  return `select ${one}.entry_id, ${one}.is_unit, ${one}.municipality_code, ${one}.list_key, ${codeOf(words, codes !== null)} as code
    from ${table(first)} ${one}${others.map((at) => `\n    ${beside(at)}`).join('')}
   where ${['true', ...holds].join('\n     and ')}`;
}

/** Nobody is found by what the viewer may not see. */
function mayFind(
  one: string,
  { known, byEmail, byEmployeeId }: SearchParameters,
): readonly string[] {
  const within = (field: number, cells: string) =>
    `(${one}.field <> ${field} or ${one}.is_unit or ${one}.entry_id = any(${known}::uuid[])
      or (select e.cell from stream_entry e where e.entry_id = ${one}.entry_id) = any(${cells}::text[]))`;
  return [within(EMAIL, byEmail), within(EMPLOYEE_ID, byEmployeeId)];
}

/**
 * How well a hit fits, least first: the kind of its worst word (0 as typed, 1 begun, 2 heard, 3 misspelt), the kinds
 * of all, their fields, then in how many the marks differ; and below that, of each word its kind and field (`matchesOf`).
 */
function codeOf(words: readonly number[], isOfPlace: boolean): string {
  const every = (column: string) => words.map((at) => `${row(at)}.${column}`);
  const kinds = every('kind');
  const each = words.map(
    (at, n) => `(${row(at)}.kind * 25 + ${row(at)}.field) * ${100 ** n}::bigint`,
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

function row(at: number): string {
  return `m${at}`;
}
