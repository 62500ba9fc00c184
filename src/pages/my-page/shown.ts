import type { Language } from '../words/words.js';
import type { Facts } from './facts.js';
import type { Place } from './mending.js';
import type { UnitFacts } from './unit-facts.js';
import type { MyWords } from './words-sv.js';

/** What every section of the page is given: who asks, and in which words it speaks. */
export type Shown = {
  readonly token: string;
  readonly language: Language;
  readonly said: MyWords;
};

/** What a section about one person is given. */
export type OfPerson = Shown & {
  readonly person: Facts;
  /** Whether the person is the one who has signed in. */
  readonly own: boolean;
};

/** What a section about a unit is given. */
export type OfUnit = Shown & { readonly unit: UnitFacts };

/** What is given to a part that somebody has opened to help a person, a unit or a shared telephone. */
export type Opened = Shown & {
  readonly id: string;
  /** Where in it something is to be mended, if anywhere; a new object each time somebody goes there. */
  readonly way: { readonly place: Place | null };
  /** Which reading of the whole page this is: with the next one it reads anew. */
  readonly round: number;
  /** Whether best-reached times are kept that no department has decided to show. */
  readonly undecided: boolean;
};
