import { searchFields } from '../kernel/search-fields.js';
import type { How, WordParameters } from './search-words.sql.js';

const { UNIT } = searchFields;

/** The words that are heard, or meant by a slip, where the word at that place of the query was typed. */
export function meant(at: number, what: 'heard' | 'slipped'): string {
  return `(select ${what} from meant${at})::text[]`;
}

/**
 * The words, of whomever, that sound as the typed one may, and those that are one slip of the finger away or lack its
 * ending; and how all of these and the typed one begin. Without its offset the server would look for them once for each column.
 */
export function meantBy(word: WordParameters, at: number): string {
  const { exact, sounds, slipKeys, stems } = word;
  const begins = beginnings.map(
    ({ name, letters }) =>
      `${word.begins(letters)} | coalesce((select bit_or(search_bit(one, ${letters})) from unnest(heard || slipped) one), 0) as ${name}`,
  );
  return `meant${at} as materialized (
    select heard, slipped,
           ${begins.join(',\n           ')}
      from (
      select array(select distinct folded from search_term where sound = any(${sounds}) and folded <> ${exact}) as heard,
             array(select distinct folded from search_term where keys && ${slipKeys} and search_is_slip(${exact}, folded)) || ${stems} as slipped offset 0) words)`;
}

/** How the words of an entry begin, as each of its rows has it: a bit for the letters of each. */
const beginnings = [
  { name: 'begins_two', letters: 2 },
  { name: 'begins_three', letters: 3 },
] as const;

/** What a row has if it is of somebody who may have another word, too: of those who have one word most have not the other. */
function mayHave(word: WordParameters, at: number, how: How): string {
  const isAlike = how === 'ALIKE' && word.mayBeAlike;
  const each = beginnings.map(
    ({ name, letters }) =>
      `w.${name} & ${isAlike ? `(select ${name} from meant${at})` : word.begins(letters)} <> 0`,
  );
  return each.join(' and ');
}

/**
 * What a row of a word has if it is of somebody who may have all the others, but for letters, and for what may as well name a
 * place. A row by the unit knows of what else the person has, and so must know of one of the others: see `hitsOfUnits`.
 */
export function mayHaveOthers(
  words: readonly WordParameters[],
  at: number,
  how: How,
): readonly string[] {
  const others = words.flatMap((word, n) => (n === at || word.isLetter ? [] : [{ word, n }]));
  const needed = others.filter(({ word }) => !word.mayBeOfPlace);
  if (needed.length === 0) return [];
  const any = others.map(({ word, n }) => mayHave(word, n, how));
  const all = needed.map(({ word, n }) => mayHave(word, n, how));
  if (any.length === 1) return any;
  return [
    `case when w.field = ${UNIT} then ${any.join(' or ')}
          else ${all.join(' and ')} end`,
  ];
}
