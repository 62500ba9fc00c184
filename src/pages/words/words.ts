/** The languages of the pages. */
export type Language = 'sv' | 'en';

/** A page's words in both languages: each key has a text, or a function that makes one. */
export type Words<W> = Readonly<Record<Language, W>>;
