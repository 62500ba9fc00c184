import type { UnitId } from './ids.js';

/** What stands on a page, and the cursor after which the next page would start. */
export type Edge<T> = { readonly cursor: string; readonly node: T };

/** One page of a list, forwards only; there are no totals, since a count is the simplest leak. */
export type Page<T> = {
  readonly edges: readonly Edge<T>[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
};

/** Where the next page starts: after this key in Swedish order, then by id. */
export type PagePosition = { readonly sortKey: string; readonly id: string };

/** Where a list is of: some municipalities, and some units of them; null for all. */
export type Within = {
  readonly municipalityCodes: readonly string[] | null;
  readonly unitIds: readonly UnitId[] | null;
};

/** All municipalities, and everybody in them. */
export const everywhere: Within = { municipalityCodes: null, unitIds: null };
