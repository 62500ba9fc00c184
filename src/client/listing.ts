import type { Page } from './answers.js';
import type { Entry } from './entry-fields.js';

/** How far a listing has come. It can go on after a break, at another server too. */
export type Listing<E extends Entry> = {
  readonly entries: Map<string, E>;
  /** Where to watch from: the position before the first page was read; null before that. */
  readonly eventCursor: string | null;
  /** The page that comes next is after this; null for the first. */
  readonly after: string | null;
  readonly done: boolean;
};

/** The largest page that the server gives. */
export const largestPage = 100;

/** A listing that begins. */
export function newListing<E extends Entry>(): Listing<E> {
  return { entries: new Map(), eventCursor: null, after: null, done: false };
}

/** The listing with one page more. What changes meanwhile is told after the first page's position. */
export function withPage<E extends Entry>(listing: Listing<E>, page: Page<E>): Listing<E> {
  for (const { node } of page.edges) listing.entries.set(node.id, node);
  const { hasNextPage, endCursor } = page.pageInfo;
  return {
    entries: listing.entries,
    eventCursor: listing.eventCursor ?? page.eventCursor,
    after: endCursor,
    // A server that gave the same page for ever would otherwise be asked for ever.
    done: !hasNextPage || endCursor === null || endCursor === listing.after,
  };
}
