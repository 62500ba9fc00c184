/** An entry of the directory: whatever is asked for, and always its id. */
export type Entry = { readonly id: string };

/**
 * A fragment on DirectoryEntry, as text, that says what type it gives. What GraphQL Code Generator makes with
 * `documentMode: 'string'` is one. It is a text, so that no GraphQL parser has to be loaded.
 */
export type EntryFields<E> = {
  toString(): string;
  readonly __apiType?: (variables: never) => E;
};

/** A text of one's own as fields, with the type that it is said to give. */
export function entryFields<E>(fragment: string): EntryFields<E> {
  return fragment;
}
