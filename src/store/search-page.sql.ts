import type { SearchParameters } from './search-words.sql.js';

/**
 * Where the page stands: after a hit's rank, municipality (0 the one asked for first), place in Swedish order, and id; and
 * whether what a list shows of whoever stands on it is wanted, too.
 */
export type PageParameters = {
  readonly listed: boolean;
  readonly near: string;
  readonly after: {
    readonly rank: string;
    readonly away: string;
    readonly listKey: string;
    readonly id: string;
  } | null;
  readonly first: string;
};

/** The order of hits. */
export const order = 'rank, away, list_key, entry_id';

/** Whether the municipality of a hit is another than the one asked for first. */
export function awayFrom(code: string, { near }: PageParameters): string {
  return `case when ${code} = ${near} then 0 else 1 end`;
}

/** That a hit stands after the one after which the page begins; `hit` says by what it is ordered. */
export function isBehind(hit: string, { after }: PageParameters): string {
  if (after === null) return 'true';
  return `(${hit}) > (${after.rank}, ${after.away}, ${after.listKey} collate "C", ${after.id})`;
}

/** That somebody exists for the viewer, of whom the cell is read as `e`. */
export function isSeen(entry: string, { cells, known }: SearchParameters): string {
  return `(e.cell = any(${cells}::text[])
        or ${entry} = any(${known}::uuid[]) and e.cell <> 'NONE' and e.cell !~ ':.*:')`;
}
