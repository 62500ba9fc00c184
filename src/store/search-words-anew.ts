import { listKeyOf } from '../staff/list-key.js';
import { searchWordsOf, searchWordsVersion } from '../staff/search-words.js';

type Named = {
  readonly id: string;
  readonly displayName: string;
  readonly givenName: string | null;
  readonly familyName: string | null;
  readonly title: string | null;
  readonly sortKey: string;
};

/** Whoever may write: the owner's connection. */
type Owner = { query(sql: string, values: unknown[]): Promise<unknown> };

/** Makes the search words anew that other rules than those of now have made, so many people at a time; says how many. */
export async function makeSearchWordsAnew(owner: Owner): Promise<number> {
  let count = 0;
  for (;;) {
    const people = (await owner.query(madeByOthers, [
      `${searchWordsVersion} `,
    ])) as readonly Named[];
    if (people.length === 0) return count;
    count += people.length;
    const made = people.map((person) => ({
      id: person.id,
      words: searchWordsOf(person),
      key: listKeyOf(person.sortKey),
    }));
    await owner.query(keepWords, [JSON.stringify(made)]);
  }
}

const madeByOthers = `
  select id, display_name as "displayName", given_name as "givenName", family_name as "familyName", title,
         sort_key as "sortKey"
    from person where employment <> 'ERASED' and not starts_with(search_words || ' ', $1)
   order by id limit 2000`;

const keepWords = `
  update person p set search_words = made.words, list_key = made.key
    from json_to_recordset($1) as made(id uuid, words text, key text)
   where p.id = made.id`;
