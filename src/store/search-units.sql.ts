import { searchFields } from '../kernel/search-fields.js';
import { apart, codeOf, rankUnit, rowAt, type Reading } from './search-code.sql.js';
import { awayFrom, isBehind, isSeen, type PageParameters } from './search-page.sql.js';
import { ofUnitNames } from './search-together.sql.js';
import {
  initialsOf,
  inPlaces,
  inUnits,
  rowsOfEntry,
  type SearchParameters,
  type Tables,
  type WordParameters,
} from './search-words.sql.js';

const { UNIT } = searchFields;

/** Readings of several words, how these are compared, by whom, and for which page. */
type Asked = {
  readonly readings: readonly Reading[];
  readonly every: readonly WordParameters[];
  readonly tables: Tables;
  readonly viewer: SearchParameters;
  readonly page: PageParameters;
};

/** Of some readings, those of several words, beside letters, by all of which units are looked for. */
export function readingsOfUnits(
  readings: readonly Reading[],
  every: readonly WordParameters[],
): readonly Reading[] {
  const isOfUnits = (at: number) => every[at]?.isOfUnits === true;
  return readings.filter(
    ({ words }) => words.every(isOfUnits) && wordsBeside(words, every).length > 1,
  );
}

/**
 * The units that have all words of a reading, and how well: a table, `<name>_unit`, where there is any reading; and those of
 * `<name>_other` who work there, as `<name>_both`.
 */
export function unitsNamed({ readings, tables }: Asked): readonly string[] {
  const { name } = tables;
  if (readings.length === 0) return [];
  const named = readings.map((reading) => namedBy(reading, tables));
  return [
    `${name}_unit as materialized (
    select id, any_value(folded) as folded, min(code) as code from (
      ${named.join('\n      union all ')}) named group by id)`,
    `${name}_both as materialized (
    select o.entry_id, o.municipality_code, o.list_key, u.id, u.code from ${name}_other o
    cross join lateral (select p.unit_id from person p where p.id = o.entry_id offset 0) p
    join ${name}_unit u on u.id = p.unit_id where exists (select from ${name}_unit))`,
  ];
}

/**
 * Whoever works in one of these, as the rows of hits: of each unit those who come next in Swedish order, so that nobody
 * reads thousands for the twenty of a page, and as many more as other rows lead to as well, who may come before; and these
 * by their unit, too. Where there are letters beside, which are no words of the unit, all who have those.
 */
export function hitsOfUnits(asked: Asked): readonly string[] {
  const { readings, viewer, page } = asked;
  const { name } = asked.tables;
  if (readings.length === 0) return [];
  const behind = `u.code / ${rankUnit}, ${awayFrom('w.municipality_code', page)}, w.list_key, w.entry_id`;
  const most = `${page.first} + (select count(*) from ${name}_both b where b.id = u.id)`;
  const next = `${isBehind(behind, page)} order by w.list_key, w.entry_id limit ${most}`;
  return [
    `select who.entry_id, false, who.municipality_code, who.list_key, u.code from ${name}_unit u
    cross join lateral (${whoWorksIn('u', viewer, next)}) who`,
    `select entry_id, false, municipality_code, list_key, code from ${name}_both`,
    ...readings.flatMap((reading) => lettered(reading, asked)),
  ];
}

/** Whoever has letters, which are no words of the unit that has the other words. */
function lettered(reading: Reading, { every, tables, viewer }: Asked): readonly string[] {
  const { words, codes } = reading;
  const letters = words.flatMap((at) => (every[at]?.isLetter ? [{ at, word: every[at] }] : []));
  if (letters.length === 0) return [];
  const texts = letters.map(({ word }) => word.exact).join(', ');
  const isOther = `exists (select from unnest(array[${texts}]) letter where not exists (
         select from search_word u where u.entry_id = w.unit_id and u.folded = letter and u.field = any(${ofUnitNames})))`;
  const having = [...initialsOf(letters.map(({ word }) => word)), isOther].join(' and ');
  const rows = letters.map(
    ({ at, word }) =>
      `cross join lateral (${rowsOfEntry(word, at, tables.how, 'who.entry_id')}) ${rowAt(at)}`,
  );
  const [first = 0] = wordsBeside(words, every);
  return [
    `select who.entry_id, false, who.municipality_code, who.list_key, ${codeOf(words, codes !== null)}
    from ${unitsJoined(reading, wordsBeside(words, every), tables)}
    cross join lateral (${whoWorksIn(rowAt(first), viewer, having)}) who
    ${rows.join('\n    ')}
   where ${apart(words).join(' and ')}`,
  ];
}

/** The words that are not letters. */
function wordsBeside(words: readonly number[], every: readonly WordParameters[]) {
  return words.filter((at) => every[at]?.isLetter === false);
}

/** The units that have all words of a reading, each by a row of its own, and how well whoever works there fits. */
function namedBy(reading: Reading, tables: Tables): string {
  const { words, codes } = reading;
  const [first = 0] = words;
  return `select ${rowAt(first)}.id, ${rowAt(first)}.folded, ${codeOf(words, codes !== null)} as code
        from ${unitsJoined(reading, words, tables)} where ${apart(words).join(' and ')}`;
}

function unitsJoined(
  { codes }: Reading,
  [first = 0, ...others]: readonly number[],
  { name }: Tables,
): string {
  const joined = others.map(
    (at) => `join ${name}_of${at} ${rowAt(at)} on ${rowAt(at)}.id = ${rowAt(first)}.id`,
  );
  const where = inPlaces('u', codes).map((place) => ` where ${place}`);
  return [`(select * from ${name}_of${first} u${where.join('')}) ${rowAt(first)}`, ...joined].join(
    '\n        ',
  );
}

/** Whoever works in a unit and exists for the viewer, each by one row of the index of units. */
function whoWorksIn(unit: string, viewer: SearchParameters, some: string): string {
  const holds = [
    `w.unit_id = ${unit}.id and w.folded = ${unit}.folded and w.field = ${UNIT} and not w.hidden`,
    ...inPlaces('w', viewer.codes),
    ...inUnits('w.entry_id', viewer.units),
    isSeen('w.entry_id', viewer),
    some,
  ];
  return `select w.entry_id, w.municipality_code, w.list_key from search_word w
      cross join lateral (select e.cell from stream_entry e where e.entry_id = w.entry_id offset 0) e
     where ${holds.join('\n       and ')}`;
}
