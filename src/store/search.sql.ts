import { listedOf, unitsUpFrom } from './person-card.sql.js';
import { hitsByNumber, type NumberParameters } from './search-number.sql.js';
import { hitColumns, hitsOf, rankUnit, type Reading } from './search-reading.sql.js';
import {
  meantBy,
  rowsTogether,
  type How,
  type SearchParameters,
  type Tables,
  type WordParameters,
} from './search-words.sql.js';

/** What is looked for. */
export type WantedParameters = {
  readonly words: readonly WordParameters[];
  readonly readings: readonly Reading[];
  readonly number: NumberParameters | null;
};

/**
 * Where the page stands: after a hit's rank, municipality (0 the one asked for first), place in Swedish order, and id; and
 * whether what a list shows of whoever stands on it is wanted, too.
 */
export type PageParameters = {
  readonly listed: boolean;
  readonly near: string;
  readonly after: {
    readonly rank: string;
    readonly away: string;
    readonly listKey: string;
    readonly id: string;
  } | null;
  readonly first: string;
};

/**
 * One page of hits in their order: how well they fit, the municipality that is asked for first, and Swedish order. Words
 * are compared in one way after the other, each of which finds all that the one before finds and more that fits less,
 * until the page is full.
 */
export function searchSql(
  wanted: WantedParameters,
  viewer: SearchParameters,
  page: PageParameters,
  ways: readonly How[],
): string {
  const { words, number } = wanted;
  const names = ways.map((how) => how.toLowerCase());
  const full = (name: string) => `((select count(*) from ${name}_page) >= ${page.first})`;
  // The server writes down what more than one reading joins; what one alone does is sooner read again than written down.
  const areKept = wanted.readings.filter((reading) => reading.words.length > 1).length > 1;
  const [last = ''] = names.slice(-1);
  const before = names.slice(0, -1);
  const tables = [
    ...(ways.includes('ALIKE')
      ? words.flatMap((word, at) => (word.mayBeAlike ? [meantBy(word, at)] : []))
      : []),
    ...(number === null
      ? []
      : [`number(${hitColumns}) as materialized (${hitsByNumber(number, viewer)})`]),
    ...ways.flatMap((how, at) => {
      const only = before.slice(0, at).map((name) => `not ${full(name)}`);
      const way = how === 'ALIKE' && areKept ? (before.at(-1) ?? null) : null;
      return stage({ name: how.toLowerCase(), how, before: way, only }, wanted, viewer, page);
    }),
  ];
  const hits = [
    ...before.map((name) => `select * from ${name}_page where ${full(name)}`),
    `select * from ${last}_page`,
  ];
  return `with ${tables.join(',\n  ')}
  select hit.entry_id as "hitId", hit.is_unit as "isUnit", hit.rank::int as rank, hit.away, hit.list_key as "listKey",
         hit.code::text as code, hit.municipality_code as municipality,
         case when hit.is_unit then ${unitsUpFrom('hit.entry_id')} end as "lineOfUnits"${page.listed ? ', card.*' : ''}
    from (${hits.join(' union all ')}) hit${page.listed ? cards : ''} order by ${order}`;
}

/** Looked up one by one, since each is of one hit. */
const cards = `
    left join lateral (${listedOf('hit.entry_id')} offset 0) card on not hit.is_unit
   `;

const order = 'rank, away, list_key, entry_id';

/** One way of comparing, and what must hold for anything of it to be read. */
type Stage = Tables & { readonly only: readonly string[] };

/** What fits in one way: of each that exists for the viewer how it fits best. */
function stage(
  { only, ...tables }: Stage,
  { words, readings, number }: WantedParameters,
  viewer: SearchParameters,
  { near, after, first }: PageParameters,
): readonly string[] {
  const { name, before } = tables;
  const several = readings.filter((reading) => reading.words.length > 1);
  const [together = []] = several.map((reading) => reading.words);
  const hits = [
    ...(before === null ? [] : [`select ${hitColumns} from ${before}_hit`]),
    ...readings.flatMap((reading) => hitsOf(reading, words, tables, viewer)),
    ...(number === null ? [] : [`select ${hitColumns} from number`]),
  ];
  const behind =
    after === null
      ? 'true'
      : `(${order}) > (${after.rank}, ${after.away}, ${after.listKey} collate "C", ${after.id})`;
  return [
    ...(several.length === 0 ? [] : rowsTogether(tables, words.slice(0, together.length), viewer)),
    `${name}_hit as (${hits.map((sql) => `select * from (${sql}) one where ${['true', ...only].join(' and ')}`).join('\n  union all\n  ')})`,
    `${name}_page as materialized (
    select best.* from (
      select * from (
        select entry_id, any_value(is_unit) as is_unit, any_value(municipality_code) as municipality_code, any_value(list_key) as list_key,
               min(code) as code, min(code) / ${rankUnit} as rank,
               case when any_value(municipality_code) = ${near} then 0 else 1 end as away
          from ${name}_hit group by entry_id) fitting
       where ${behind} order by ${order} offset 0) best
      left join lateral (select e.cell from stream_entry e where e.entry_id = best.entry_id offset 0) e on true
     where best.is_unit or e.cell = any(${viewer.cells}::text[])
        or best.entry_id = any(${viewer.known}::uuid[]) and e.cell <> 'NONE' and e.cell !~ ':.*:'
     order by ${order} limit ${first})`,
  ];
}
