import { lineOfUnits, listedOf, unitsUpFrom } from './person-card.sql.js';
import { hitsByNumber, type NumberParameters } from './search-number.sql.js';
import { hitColumns, rankUnit, type Reading } from './search-code.sql.js';
import { meantBy } from './search-meant.sql.js';
import { awayFrom, isBehind, isSeen, order, type PageParameters } from './search-page.sql.js';
import { hitsOf } from './search-reading.sql.js';
import { rowsTogether } from './search-together.sql.js';
import { hitsOfUnits, readingsOfUnits, unitsNamed } from './search-units.sql.js';
import {
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
      return stage({ name: how.toLowerCase(), how, only }, wanted, viewer, page);
    }),
  ];
  const hits = [
    ...before.map((name) => `select * from ${name}_page where ${full(name)}`),
    `select * from ${last}_page`,
  ];
  return `with ${tables.join(',\n  ')}
  select hit.entry_id as "hitId", hit.is_unit as "isUnit", hit.rank::int as rank, hit.away, hit.list_key as "listKey",
         hit.code::text as code, hit.municipality_code as municipality,
         case when hit.is_unit then ${(page.listed ? lineOfUnits : unitsUpFrom)('hit.entry_id')} end as "lineOfUnits"${page.listed ? ', card.*' : ''}
    from (${hits.join(' union all ')}) hit${page.listed ? cards : ''} order by ${order}`;
}

/** Looked up one by one, since each is of one hit. */
const cards = `
    left join lateral (${listedOf('hit.entry_id')} offset 0) card on not hit.is_unit
   `;

/** One way of comparing, and what must hold for anything of it to be read. */
type Stage = Tables & { readonly only: readonly string[] };

/** What fits in one way: of each that exists for the viewer how it fits best. */
function stage(
  { only, ...tables }: Stage,
  { words, readings, number }: WantedParameters,
  viewer: SearchParameters,
  page: PageParameters,
): readonly string[] {
  const { name } = tables;
  const several = readings.filter((reading) => reading.words.length > 1);
  const [together = []] = several.map((reading) => reading.words);
  const others = [
    ...readings.map((reading) => hitsOf(reading, words, tables, viewer)),
    ...(number === null ? [] : [`select ${hitColumns} from number`]),
  ];
  const ofUnits = { readings: readingsOfUnits(several, words), every: words, tables, viewer, page };
  const all = (hits: readonly string[]) => {
    const gated = hits.map(
      (sql) => `select * from (${sql}) one where ${['true', ...only].join(' and ')}`,
    );
    return gated.join('\n  union all\n  ');
  };
  return [
    ...(several.length === 0 ? [] : rowsTogether(tables, words.slice(0, together.length), viewer)),
    `${name}_other as (${all(others)})`,
    ...unitsNamed(ofUnits),
    `${name}_hit as (${all([`select ${hitColumns} from ${name}_other`, ...hitsOfUnits(ofUnits)])})`,
    `${name}_page as materialized (
    select best.* from (
      select * from (
        select entry_id, any_value(is_unit) as is_unit, any_value(municipality_code) as municipality_code, any_value(list_key) as list_key,
               min(code) as code, min(code) / ${rankUnit} as rank,
               ${awayFrom('any_value(municipality_code)', page)} as away
          from ${name}_hit group by entry_id) fitting
       where ${isBehind(order, page)} order by ${order} offset 0) best
      left join lateral (select e.cell from stream_entry e where e.entry_id = best.entry_id offset 0) e on true
     where best.is_unit or ${isSeen('best.entry_id', viewer)}
     order by ${order} limit ${page.first})`,
  ];
}
