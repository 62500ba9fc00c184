import { listDocument } from '../../../src/client/documents.js';
import { entryFields, type Entry, type EntryFields } from '../../../src/client/entry-fields.js';
import { at, textAt } from '../json.js';

/** What the clients of a storm show of an entry. */
export type StormEntry = Entry & { readonly title?: string | null };

/** What is the entry's own: what an answer says of others is not told when those change (README, Live). */
export const stormFields = entryFields<StormEntry>(`
  fragment StormEntry on DirectoryEntry {
    __typename id displayName numbers { kind e164 extension }
    ... on Person { title currentAbsence { reason endsAt } presence { availability } }
  }`);

/** Entries as texts that can be compared, by id. */
export type Shown = Readonly<Record<string, string>>;

/** A picture as it can be compared. */
export function shownIn(picture: ReadonlyMap<string, Entry>): Shown {
  return Object.fromEntries([...picture].map(([id, entry]) => [id, JSON.stringify(entry)]));
}

/** The directory as it is now for whoever holds a token, read page by page and by no client. */
export async function freshList(
  url: string,
  token: string,
  fields: EntryFields<Entry> = stormFields,
): Promise<Shown> {
  const shown: Record<string, string> = {};
  for (let after: string | null = null, more = true; more;) {
    const response: Response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({
        query: listDocument(String(fields)),
        variables: { filter: null, first: 100, after },
      }),
    });
    const answer: unknown = await response.json();
    const entries = at(answer, 'data.directory.edges.*.node') as readonly Entry[] | undefined;
    if (!entries) throw new Error(`No list: ${JSON.stringify(at(answer, 'errors'))}`);
    for (const entry of entries) shown[entry.id] = JSON.stringify(entry);
    more = at(answer, 'data.directory.pageInfo.hasNextPage') === true;
    after = more ? textAt(answer, 'data.directory.pageInfo.endCursor') : null;
  }
  return shown;
}

/** What is other in a picture than it should be: how much, and the first of it; null when all is right. */
export function faultOf(picture: Shown, expected: Shown): string | null {
  const wrong = Object.keys({ ...picture, ...expected }).filter(
    (id) => picture[id] !== expected[id],
  );
  const [id] = wrong;
  if (id === undefined) return null;
  return `${wrong.length} wrong: ${picture[id] ?? 'nothing'} instead of ${expected[id] ?? 'nothing'}`;
}
