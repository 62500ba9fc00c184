import type { Edge, Page } from '../kernel/page.js';

/** A page as Relay's connections have it; a cursor that nobody asks for is not written. */
export function connectionOf<T>(page: Page<T>) {
  return { edges: page.edges, pageInfo: new PageInfo(page) };
}

class PageInfo {
  readonly #edges: readonly Edge<unknown>[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;

  constructor({ edges, hasNextPage, hasPreviousPage }: Page<unknown>) {
    this.#edges = edges;
    this.hasNextPage = hasNextPage;
    this.hasPreviousPage = hasPreviousPage;
  }

  get startCursor(): string | null {
    return this.#edges[0]?.cursor ?? null;
  }

  get endCursor(): string | null {
    return this.#edges.at(-1)?.cursor ?? null;
  }
}
