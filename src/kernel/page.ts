/** One page of a list, forwards only; there are no totals, since a count is the simplest leak. */
export type Page<T> = {
  readonly edges: readonly { readonly cursor: string; readonly node: T }[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
};

/** Where the next page starts: after this key in Swedish order, then by id. */
export type PagePosition = { readonly sortKey: string; readonly id: string };
