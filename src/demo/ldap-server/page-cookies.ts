import { randomBytes } from 'node:crypto';
import type { LdapResult } from './ldap-response.js';
import type { PlacedEntry } from './entry-tree.js';

/** What is left of a search after a page: the search it belongs to, its entries, and how it will end. */
export type RestOfSearch = {
  readonly search: string;
  readonly entries: readonly PlacedEntry[];
  readonly end: LdapResult;
};

/** Searches that one connection may leave half read; Active Directory keeps four (MinResultSets). */
const maxOpen = 4;

/** The half-read searches of one connection; a cookie works there, once, and nowhere else. */
export class PageCookies {
  readonly #open = new Map<string, RestOfSearch>();

  /** Keeps the rest and gives its cookie; the oldest of too many is forgotten. */
  keep(rest: RestOfSearch): Buffer {
    const [oldest] = this.#open.keys();
    if (oldest !== undefined && this.#open.size >= maxOpen) this.#open.delete(oldest);
    const cookie = randomBytes(16);
    this.#open.set(cookie.toString('hex'), rest);
    return cookie;
  }

  /** Takes the rest back, or null when this connection has no such cookie for this search. */
  take(cookie: Buffer, search: string): RestOfSearch | null {
    const key = cookie.toString('hex');
    const rest = this.#open.get(key);
    this.#open.delete(key);
    return rest?.search === search ? rest : null;
  }
}
