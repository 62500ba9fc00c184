import type { How, WordParameters } from './search-words.sql.js';

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
export function mayHave(word: WordParameters, at: number, how: How): string {
  const isAlike = how === 'ALIKE' && word.mayBeAlike;
  const each = beginnings.map(
    ({ name, letters }) =>
      `w.${name} & ${isAlike ? `(select ${name} from meant${at})` : word.begins(letters)} <> 0`,
  );
  return each.join(' and ');
}
