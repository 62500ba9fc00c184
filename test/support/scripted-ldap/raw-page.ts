import {
  type Client,
  FilterParser,
  PagedResultsControl,
  SearchRequest,
  type SearchResponse,
} from 'ldapts';
import { peopleBase } from './sample-people.js';

/** What to ask for; the sample people, two a page, if nothing is said. */
export type RawSearch = {
  readonly base?: string;
  readonly filter?: string;
  readonly attributes?: readonly string[];
  /** Null is a search without paging. */
  readonly size?: number | null;
  readonly cookie?: Buffer;
};

const enough = 8;

/** The names of the entries, page by page, until there is no cookie, or for eight pages. */
export async function rawPages(client: Client, search: RawSearch = {}) {
  let page = await rawPage(client, search);
  const read = [page.names];
  while (page.cookie?.length && read.length < enough) {
    page = await rawPage(client, { ...search, cookie: page.cookie });
    read.push(page.names);
  }
  return read;
}

/** One page as it came, whatever its result. Rejects when nothing came that could be read. */
export async function rawPage(client: Client, search: RawSearch = {}) {
  const { base = peopleBase, filter = '(objectClass=inetOrgPerson)' } = search;
  const { attributes = ['uid'], size = 2, cookie = Buffer.alloc(0) } = search;
  const control = new PagedResultsControl({
    critical: true,
    value: { size: size ?? 0, cookie },
  });
  const request = new SearchRequest({
    messageId: client['_nextMessageId'](),
    baseDN: base,
    scope: 'sub',
    filter: FilterParser.parseString(filter),
    attributes: [...attributes],
    controls: size === null ? [] : [control],
  });
  // The public search hides the cookie.
  const response = (await client['_send'](request)) as SearchResponse | undefined;
  if (response === undefined) throw new Error('There was no answer.');
  const answered = response.controls?.find((one) => one instanceof PagedResultsControl);
  return {
    status: response.status,
    message: response.errorMessage,
    names: response.searchEntries.map(({ name }) => name.slice(0, name.indexOf(','))),
    entries: response.searchEntries.map(({ name, attributes }) => ({
      dn: name,
      attributes: attributes.map(({ type, parsedBuffers }) => [type, parsedBuffers] as const),
    })),
    references: response.searchReferences.map(({ uris }) => uris),
    /** Null without a paging control. */
    cookie: answered?.value?.cookie ?? null,
  };
}
