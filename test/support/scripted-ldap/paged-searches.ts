import type { LdifEntry } from '../../../src/demo/ldif.js';

/** Where a request stands: which page of which search, and the entry that the page begins with. */
export type Place = {
  readonly search: number;
  readonly page: number;
  /** Null when the cookie is not one of this connection's for this search. */
  readonly offset: number | null;
};

type Search = { readonly key: string; pages: number; next: number };

/**
 * The searches of one connection (RFC 2696). A cookie says where its page begins, so that a page can
 * be asked for again; one without a place goes on where the search is, as Samba's do.
 */
export class PagedSearches {
  readonly #searches: Search[] = [];

  /** Counts the request; `key` is what must be the same for every page of a search. */
  place(key: string, cookie: Buffer): Place {
    const [, number, offset] = /^(\d+)\.(\d*)$/.exec(cookie.toString('latin1')) ?? [];
    const open = this.#searches[Number(number) - 1];
    if (cookie.length > 0 && open?.key === key) {
      open.pages += 1;
      return {
        search: Number(number),
        page: open.pages,
        offset: offset ? Number(offset) : open.next,
      };
    }
    this.#searches.push({ key, pages: 1, next: 0 });
    const first = { search: this.#searches.length, page: 1 };
    return { ...first, offset: cookie.length > 0 ? null : 0 };
  }

  /** The page at an offset, with the cookies that go on, come back, and stay where the search is. */
  page(search: number, offset: number, size: number, found: readonly LdifEntry[]) {
    const entries = found.slice(offset, offset + size);
    const next = offset + entries.length;
    const open = this.#searches[search - 1];
    if (open !== undefined) open.next = next;
    const cookie = (at: number | '') => Buffer.from(`${search}.${at}`);
    // A page of size 0 gives a search up.
    const over = size === 0 || next >= found.length;
    return {
      entries,
      cookie: over ? Buffer.alloc(0) : cookie(next),
      cookies: { again: cookie(offset), steady: cookie('') },
    };
  }
}
