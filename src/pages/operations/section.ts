import type { Language } from '../words/words.js';
import type { OverviewQuery } from './schema-types.js';
import type { OperationsWords } from './words.js';

/** What every section of the page is given: who asks, in which words, and what there is to show. */
export type Section = {
  readonly token: string;
  readonly language: Language;
  readonly said: OperationsWords;
  readonly overview: OverviewQuery;
};
