import type { Page } from '../kernel/page.js';

/** A page as Relay's connections have it. */
export function connectionOf<T>({ edges, hasNextPage, hasPreviousPage }: Page<T>) {
  const startCursor = edges[0]?.cursor ?? null;
  const endCursor = edges.at(-1)?.cursor ?? null;
  return { edges, pageInfo: { hasNextPage, hasPreviousPage, startCursor, endCursor } };
}
