import { FirstFacts1790000000001 } from './0001-first-facts.js';

/** Every migration, oldest first. One that has landed is never edited. */
export const migrations = [FirstFacts1790000000001];
