import type { Words } from '../words/words.js';
import { inEnglish } from './words-en.js';
import { inSwedish, type MyWords } from './words-sv.js';

/** The texts in both languages. */
export const words: Words<MyWords> = { sv: inSwedish, en: inEnglish };
