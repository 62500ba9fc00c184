import {
  type Client,
  FilterParser,
  PagedResultsControl,
  SearchRequest,
  type SearchResponse,
  StatusCodeParser,
} from 'ldapts';
import type { RawEntry } from './raw-entry.js';

/** What to read, and how far. */
export type PagedSearch = {
  readonly base: string;
  readonly scope: 'base' | 'sub';
  readonly filter: string;
  readonly attributes: readonly string[];
};

const pageSize = 500;
const serverSecondsPerPage = 60;
/** A server that sends this many pages in a row with nothing in them is taken to be going round in circles. */
const emptyPagesAllowed = 20;

/**
 * Reads every page of a search, one page at a time (RFC 2696). Its own loop, because the built-in
 * pager of ldapts 9 stops without an error at an empty page that still has a cookie, and a list that
 * is cut short looks like people who left. Ends only at an empty cookie; throws on anything else.
 */
export async function* pagedSearch(
  client: Client,
  search: PagedSearch,
): AsyncGenerator<readonly RawEntry[]> {
  let cookie: Buffer = Buffer.alloc(0);
  let emptyPages = 0;
  do {
    const control = new PagedResultsControl({ critical: true, value: { size: pageSize, cookie } });
    const response = await send(client, search, control);
    const next = response.controls?.find((c) => c instanceof PagedResultsControl)?.value?.cookie;
    if (next === undefined)
      throw new Error('The server stopped paging in the middle of an answer.');
    cookie = next;
    const entries = response.searchEntries.map(toRawEntry);
    emptyPages = entries.length === 0 ? emptyPages + 1 : 0;
    if (emptyPages > emptyPagesAllowed) throw new Error('The server pages without end.');
    yield entries;
  } while (cookie.length > 0);
}

async function send(
  client: Client,
  search: PagedSearch,
  control: PagedResultsControl,
): Promise<SearchResponse> {
  const request = new SearchRequest({
    messageId: client['_nextMessageId'](),
    baseDN: search.base,
    scope: search.scope,
    filter: FilterParser.parseString(search.filter),
    attributes: [...search.attributes],
    timeLimit: serverSecondsPerPage,
    controls: [control],
  });
  // The public search hides the response's controls, and with them the cookie. Pinned and contract-tested.
  const response = (await client['_send'](request)) as SearchResponse | undefined;
  if (response === undefined) throw new Error('The server gave no answer.');
  if (response.status !== 0) throw StatusCodeParser.parse(response);
  return response;
}

function toRawEntry(entry: SearchResponse['searchEntries'][number]): RawEntry {
  const attributes = new Map<string, readonly Buffer[]>();
  for (const { type, parsedBuffers } of entry.attributes) {
    const name = type.toLowerCase().split(';')[0] ?? '';
    attributes.set(name, [...(attributes.get(name) ?? []), ...parsedBuffers]);
  }
  return { dn: entry.name, attributes };
}
