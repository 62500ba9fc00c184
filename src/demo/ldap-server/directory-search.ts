import { nameKey, readName } from './entry-name.js';
import type { EntryTree, PlacedEntry } from './entry-tree.js';
import { matches } from './filter-match.js';
import { valueLookup } from './attribute-selection.js';
import type { PageRequest, SearchRequest } from './ldap-request.js';
import { resultCode, type LdapResult } from './ldap-response.js';
import type { PageCookies } from './page-cookies.js';

/** What one search request is answered with; the cookie is null when no paging was asked for. */
export type SearchAnswer = {
  readonly entries: readonly PlacedEntry[];
  readonly result: LdapResult;
  readonly cookie: Buffer | null;
};

/** The limits that real servers set as they come: OpenLDAP's 500 entries, Active Directory's 1000 a page. */
const maxUnpaged = 500;
const maxPage = 1000;
const noCookie = Buffer.alloc(0);
const success: LdapResult = { code: resultCode.success };

/** Answers a search: found entries with the result, the first page, or the next one (RFC 2696). */
export function answerSearch(
  tree: EntryTree,
  request: SearchRequest,
  page: PageRequest | null,
  cookies: PageCookies,
): SearchAnswer {
  if (page === null) return { ...unpaged(tree, request), cookie: null };
  const search = JSON.stringify({ ...request, attributes: [] });
  const goesOn = page.cookie.length > 0;
  const rest = goesOn ? cookies.take(page.cookie, search) : find(tree, request, Infinity);
  if (rest === null) {
    const message = 'The paged search is over, or belongs to another connection or search.';
    return refusal({ code: resultCode.unwillingToPerform, message });
  }
  // A size of 0 abandons a search that goes on, and only estimates one that begins.
  if (page.size === 0) return { entries: [], result: success, cookie: noCookie };
  const size = Math.min(page.size, maxPage);
  const left = rest.entries.slice(size);
  const entries = rest.entries.slice(0, size);
  if (left.length === 0) return { entries, result: rest.end, cookie: noCookie };
  const cookie = cookies.keep({ search, entries: left, end: rest.end });
  return { entries, result: success, cookie };
}

function unpaged(tree: EntryTree, request: SearchRequest) {
  const { entries, end } = find(tree, request, maxUnpaged);
  return { entries, result: end };
}

function find(tree: EntryTree, request: SearchRequest, serverLimit: number) {
  const parts = readName(request.base);
  if (parts === null) return { entries: [], end: { code: resultCode.invalidDnSyntax } };
  const candidates = tree.below(nameKey(parts), request.scope);
  if (candidates === null) {
    const end: LdapResult = { code: resultCode.noSuchObject, matchedDn: tree.nearest(parts) };
    return { entries: [], end };
  }
  const found = candidates.filter((entry) => matches(request.filter, valueLookup(entry)));
  const limit = Math.min(request.sizeLimit === 0 ? Infinity : request.sizeLimit, serverLimit);
  const end = found.length > limit ? { code: resultCode.sizeLimitExceeded } : success;
  return { entries: found.slice(0, limit), end };
}

function refusal(result: LdapResult): SearchAnswer {
  return { entries: [], result, cookie: noCookie };
}
