import {
  type Client,
  type Filter,
  PagedResultsControl,
  SearchRequest,
  type SearchResponse,
  StatusCodeParser,
} from 'ldapts';
import { RawSearchEntry } from './raw-search-entry.js';
import type { RawEntry } from './raw-entry.js';

/** What to read, and how. */
export type PagedSearch = {
  readonly base: string;
  readonly scope: 'base' | 'sub';
  readonly filter: Filter;
  readonly attributes: readonly string[];
  readonly pageSize: number;
  /** How long the server may take for a page. */
  readonly seconds: number;
};

/** A server that sends this many pages in a row with nothing new is taken to be going round in circles. */
const idlePagesAllowed = 20;
const emptyCookie = Buffer.alloc(0);

/**
 * Reads every page of a search (RFC 2696). Its own loop, because the built-in pager of ldapts 9 stops
 * without an error at an empty page that still has a cookie, and a list that is cut short looks like
 * people who left. Ends only at an empty cookie; throws on anything else. The next page is on its way
 * while the present one is being worked on.
 */
export async function* pagedSearch(
  client: Client,
  search: PagedSearch,
): AsyncGenerator<readonly RawEntry[]> {
  const firsts = new Set<string>();
  let idlePages = 0;
  let coming: Promise<Page> | null = request(client, search, emptyCookie);
  while (coming !== null) {
    const { entries, cookie }: Page = await coming;
    coming = cookie.length === 0 ? null : request(client, search, cookie);
    // Whoever stops reading never asks how it ended.
    coming?.catch(() => undefined);
    const first = entries[0]?.dnBytes.toString('latin1');
    idlePages = first === undefined || firsts.has(first) ? idlePages + 1 : 0;
    if (first !== undefined) firsts.add(first);
    if (idlePages > idlePagesAllowed) throw new Error('the server pages without end.');
    yield entries;
  }
}

type Page = { readonly entries: readonly RawEntry[]; readonly cookie: Buffer };

async function request(client: Client, search: PagedSearch, cookie: Buffer): Promise<Page> {
  const value = { size: search.pageSize, cookie };
  const response = await send(client, search, new PagedResultsControl({ critical: true, value }));
  const next = response.controls?.find((c) => c instanceof PagedResultsControl)?.value?.cookie;
  if (next === undefined) throw new Error('the server stopped paging in the middle of an answer.');
  return { entries: entriesOf(response), cookie: next };
}

/** Reads one entry by its name, or null when it is not there or not to be seen. */
export async function readEntry(
  client: Client,
  search: Omit<PagedSearch, 'scope' | 'pageSize'>,
): Promise<RawEntry | null> {
  try {
    const response = await send(client, { ...search, scope: 'base', pageSize: 1 }, null);
    return entriesOf(response)[0] ?? null;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === noSuchObject) return null;
    throw error;
  }
}

const noSuchObject = 32;

async function send(
  client: Client,
  search: PagedSearch,
  control: PagedResultsControl | null,
): Promise<SearchResponse> {
  const message = new SearchRequest({
    messageId: client['_nextMessageId'](),
    baseDN: search.base,
    scope: search.scope,
    filter: search.filter,
    attributes: [...search.attributes],
    timeLimit: search.seconds,
    ...(control && { controls: [control] }),
  });
  // The public search hides the response's controls, and with them the cookie. Pinned and contract-tested.
  const response = (await client['_send'](message)) as SearchResponse | undefined;
  if (response === undefined) throw new Error('the server gave no answer.');
  if (response.status !== 0) throw StatusCodeParser.parse(response);
  return response;
}

function entriesOf(response: SearchResponse): readonly RawEntry[] {
  return response.searchEntries.flatMap((entry) =>
    entry instanceof RawSearchEntry && entry.raw ? [entry.raw] : [],
  );
}
