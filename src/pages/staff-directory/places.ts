/** What the component shows. */
export type Place =
  | { readonly kind: 'SEARCH' }
  | { readonly kind: 'ENTRY'; readonly id: string }
  | { readonly kind: 'UNIT'; readonly id: string };

/** The way that a visitor has gone. */
export type Way = { readonly places: readonly Place[]; readonly at: number };

/** Where everybody begins. */
export const beginning: Way = { places: [{ kind: 'SEARCH' }], at: 0 };

/** Goes on to another place; what lay ahead is forgotten, as a browser does. */
export function onward({ places, at }: Way, place: Place): Way {
  return { places: [...places.slice(0, at + 1), place], at: at + 1 };
}

/** Goes to a place that was visited; one that is not there leaves everything as it is. */
export function moved(way: Way, at: number): Way {
  return way.places[at] === undefined ? way : { ...way, at };
}

/** Where the visitor is. */
export function placeOf({ places, at }: Way): Place {
  return places[at] ?? { kind: 'SEARCH' };
}

/** What a state of the browser's history holds of ours: which step of whose way, and nothing of anybody. */
export type Mark = { readonly staffDirectory: { readonly visit: string; readonly at: number } };

/** A state of the page's own, with our mark beside it; null where the page's is no object, which ours would take away. */
export function marked(state: unknown, visit: string, at: number): Mark | null {
  if (state !== null && state !== undefined && typeof state !== 'object') return null;
  return { ...state, staffDirectory: { visit, at } };
}

/** Which step a state of the history means; null when it is none of this visit. */
export function stepIn(state: unknown, visit: string): number | null {
  const { staffDirectory } = Object(state) as Partial<Mark>;
  return staffDirectory?.visit === visit ? staffDirectory.at : null;
}
