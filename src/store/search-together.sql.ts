import { searchFields } from '../kernel/search-fields.js';
import { mayHave } from './search-meant.sql.js';
import {
  beside,
  initialsOf,
  placed,
  rowsOf,
  sourcesOf,
  type SearchParameters,
  type Tables,
  type WordParameters,
} from './search-words.sql.js';

const { NAME, NAME_PART, UNIT } = searchFields;

/** The fields of a unit's own name and its words. */
export const ofUnitNames = `'{${NAME},${NAME_PART}}'::smallint[]`;

/**
 * The rows of each of several words that must all be there, as tables `<name>0` and so on, but for letters beside longer
 * words: `<name>_own0`, all that there are of whoever has those letters and may have the other words; and by the unit, of
 * whoever is in another word's table, since most would be in none: `<name>_of0` are the units that have the word.
 */
export function rowsTogether(
  tables: Tables,
  words: readonly WordParameters[],
  viewer: SearchParameters,
): readonly string[] {
  const { name } = tables;
  const long = words.flatMap((word, at) => (word.isLetter ? [] : [at]));
  return [
    ...long.map((at) => `${name}_own${at} as (\n    ${ownRows(tables, words, at, viewer)})`),
    ...words.map((word, at) => `${name}_of${at} as materialized (${unitsOf(tables, word, at)})`),
    ...long.map((at) => {
      const others = long.filter((other) => other !== at);
      const rows = words[at]?.isOfUnits && others.length > 0 ? [byUnit(name, at, others)] : [];
      return `${name}${at} as (${[`select * from ${name}_own${at}`, ...rows].join('\n    union all ')})`;
    }),
  ];
}

/** The rows of a word that are not by the unit; those too, where a reading has no other word but letters. */
function ownRows(
  { how }: Tables,
  words: readonly WordParameters[],
  at: number,
  viewer: SearchParameters,
): string {
  const word = words[at];
  if (!word) return '';
  const others = words.flatMap((other, n) =>
    n === at || other.isLetter || other.mayBeLeftOut ? [] : [mayHave(other, n, how)],
  );
  const letters = initialsOf(words.filter(({ isLetter }) => isLetter));
  const sources = sourcesOf(word, at, how);
  const rows = sources.map((one) => {
    const fields =
      others.length === 0 ? one.fields : `array_remove(${one.fields}, ${UNIT}::smallint)`;
    const where = ['not w.hidden', `w.field = any(${fields})`, ...letters, ...others];
    return rowsOf(one, word, [...where, ...placed(viewer)].join(' and '));
  });
  return [...rows, ...beside(sources, word, viewer)].join('\n    union all ');
}

/** The units that a word names. */
function unitsOf({ how }: Tables, word: WordParameters, at: number): string {
  const isWord = `w.is_unit and not w.hidden and w.field = any(${ofUnitNames}) and (w.field = ${NAME_PART} or strpos(w.folded, ' ') = 0)`;
  const sources = sourcesOf(word, at, how).filter(({ fields }) => fields === word.wholeIn);
  const rows = sources.map((one) => rowsOf(one, word, isWord)).join('\n    union all ');
  return `select entry_id as id, municipality_code, folded, kind, unmarked, ${UNIT}::smallint as field from (${rows}) named`;
}

/** A word's rows of those whom other words lead to, by the unit where they work. */
function byUnit(name: string, at: number, others: readonly number[]): string {
  const found = others.map(
    (other) =>
      `select entry_id, is_unit, municipality_code, list_key, unit_id from ${name}_own${other}`,
  );
  return `select distinct o.entry_id, o.is_unit, o.municipality_code, o.list_key, u.field, u.folded, u.kind, u.unmarked, o.unit_id
      from (${found.join(' union all ')}) o join ${name}_of${at} u on u.id = o.unit_id`;
}
