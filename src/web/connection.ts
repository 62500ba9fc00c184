import type { Page } from '../kernel/page.js';

/** A page as Relay's connections have it; a cursor that nobody asks for is not written. */
export function connectionOf<T>({ edges, hasNextPage, hasPreviousPage }: Page<T>) {
  return {
    edges,
    pageInfo: {
      hasNextPage,
      hasPreviousPage,
      get startCursor() {
        return edges[0]?.cursor ?? null;
      },
      get endCursor() {
        return edges.at(-1)?.cursor ?? null;
      },
    },
  };
}
