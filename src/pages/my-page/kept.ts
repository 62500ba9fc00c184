/** A change as it is sent. */
export type SentChange = { readonly document: string; readonly input: object };

/** What is kept of a person or a unit in a part of the page, and how it is changed to something else. */
export type Kept<T> = {
  readonly title: string;
  readonly hint: string;
  readonly change: (to: T) => SentChange;
};
