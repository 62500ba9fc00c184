import {
  changesOfThePerson,
  changesTowardsThePerson,
  lineReports,
  takenNumbers,
} from './families/changes.js';
import { auditTrail, blindContactRequests, grants, revealedNumbers } from './families/duties.js';
import {
  lookUpNumbers,
  manyAtOnce,
  nodes,
  ownEntry,
  personByReference,
  referencesOfOthers,
  sharedLines,
} from './families/look-up.js';
import { pagedLists, searchByName, searchByNumber, searchForOthers } from './families/search.js';
import { heldPlans, levelRises, syncRuns } from './families/syncs.js';
import type { Family } from './family.js';

/** Questions, which alter nothing and may be asked in any order. */
export const questions: readonly Family[] = [
  searchByName,
  searchByNumber,
  searchForOthers,
  pagedLists,
  lookUpNumbers,
  personByReference,
  nodes,
  referencesOfOthers,
  sharedLines,
  ownEntry,
  manyAtOnce,
];

/** Questions about the runs that came after the person was protected, and about all that was done before. */
export const questionsOfSyncs: readonly Family[] = [syncRuns, heldPlans, levelRises, auditTrail];

/** Changes, made in the same order in every world. */
export const changes: readonly Family[] = [
  changesOfThePerson,
  changesTowardsThePerson,
  takenNumbers,
  lineReports,
  revealedNumbers,
  blindContactRequests,
  grants,
];

/** All of them. */
export const allFamilies: readonly Family[] = [...questions, ...changes, ...questionsOfSyncs];
