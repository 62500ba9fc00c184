/** What entries of a pretended directory say, by id. */
export type Names = Readonly<Record<string, string>>;

/** Names in an order in which they can be compared. */
export function namesOf(names: Iterable<readonly [string, string]>): Names {
  return Object.fromEntries([...names].toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

/** An event of the pretended directory's stream. */
export type PretendEvent =
  | { readonly __typename: 'EntryChanged'; readonly cursor: string; readonly entry: object }
  | { readonly __typename: 'EntryGone'; readonly cursor: string; readonly id: string }
  | { readonly __typename: 'Bookmark'; readonly cursor: string; readonly at: string }
  | { readonly __typename: 'ResyncRequired'; readonly cursor: string; readonly cause: string };

/** A directory in memory, with positions as the program has them: of each entry that of its last change. */
export class PretendDirectory {
  readonly #names = new Map<string, string>();
  readonly #moved = new Map<string, number>();
  readonly #listeners = new Set<() => void>();
  #position = 0;
  #oldest = 0;

  constructor(names: Names = {}) {
    for (const [id, name] of Object.entries(names)) this.change(id, name);
  }

  get names(): Names {
    return namesOf(this.#names);
  }

  get cursor(): string {
    return String(this.#position);
  }

  /** Adds an entry, or gives it another name. */
  change(id: string, name: string): void {
    this.#names.set(id, name);
    this.#move(id);
  }

  /** Takes an entry away. */
  remove(id: string): void {
    if (this.#names.delete(id)) this.#move(id);
  }

  /** Changes many at once, which is not told one by one. */
  load(names: Names): void {
    this.#names.clear();
    for (const [id, name] of Object.entries(names)) this.#names.set(id, name);
    this.#moved.clear();
    this.#position += 1;
    this.#oldest = this.#position;
    this.wake();
  }

  /** A page in the order of names. */
  page(first: number, after: string | null): object {
    const all = [...this.#names].toSorted(([id, name], [id2, name2]) =>
      `${name} ${id}` < `${name2} ${id2}` ? -1 : 1,
    );
    const rest = all.filter(([id, name]) => after === null || `${name} ${id}` > after);
    const shown = rest.slice(0, first);
    const last = shown.at(-1);
    return {
      eventCursor: this.cursor,
      pageInfo: {
        hasNextPage: rest.length > first,
        endCursor: last ? `${last[1]} ${last[0]}` : null,
      },
      edges: shown.map(([id]) => ({ node: this.#entry(id) })),
    };
  }

  /** What changed after a position. */
  since(cursor: string): readonly PretendEvent[] {
    const after = Number(cursor);
    if (after < this.#oldest)
      return [{ __typename: 'ResyncRequired', cursor: this.cursor, cause: 'BULK_CHANGE' }];
    return [...this.#moved]
      .filter(([, position]) => position > after)
      .toSorted(([, one], [, other]) => one - other)
      .map(([id, position]) => {
        const entry = this.#entry(id);
        return entry === null
          ? { __typename: 'EntryGone', cursor: String(position), id }
          : { __typename: 'EntryChanged', cursor: String(position), entry };
      });
  }

  /** Is called at each change, until what is returned is called. */
  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #entry(id: string): object | null {
    const displayName = this.#names.get(id);
    if (displayName === undefined) return null;
    const municipality = { code: '1861', name: 'Hallsberg' };
    return { __typename: 'Person', id, displayName, municipality, numbers: [] };
  }

  #move(id: string): void {
    this.#position += 1;
    this.#moved.set(id, this.#position);
    this.wake();
  }

  /** Lets streams look. */
  wake(): void {
    for (const listener of this.#listeners) listener();
  }
}
