import { absencesOfTheUnit, changesOfAnswering, telephoneReports } from './families/answering.js';
import {
  changesOfThePerson,
  changesTowardsThePerson,
  lineReports,
  takenNumbers,
} from './families/changes.js';
import {
  auditTrail,
  blindContactRequests,
  grants,
  revealedNumbers,
  settingsAndKeys,
} from './families/recorded.js';
import { namedViewers, namings, unitDuties, units } from './families/ties.js';
import {
  lookUpManyNumbers,
  lookUpNumbers,
  manyAtOnce,
  nodes,
  ownEntry,
  personByReference,
  referencesOfOthers,
  sharedLines,
} from './families/look-up.js';
import { lists, searchWithin } from './families/lists.js';
import { pagedLists, searchByName, searchByNumber, searchForOthers } from './families/search.js';
import { heldPlans, levelRises, syncRuns } from './families/syncs.js';
import type { Family } from './family.js';

/** Questions, which alter nothing and may be asked in any order. */
export const questions: readonly Family[] = [
  searchByName,
  searchByNumber,
  searchForOthers,
  pagedLists,
  lists,
  searchWithin,
  lookUpNumbers,
  lookUpManyNumbers,
  personByReference,
  nodes,
  referencesOfOthers,
  sharedLines,
  ownEntry,
  manyAtOnce,
  units,
  namedViewers,
  settingsAndKeys,
];

/** Questions about the runs that came after the person was protected. */
export const questionsOfSyncs: readonly Family[] = [syncRuns, heldPlans, levelRises];

/** Questions that are recorded themselves, and so are asked in the same order in every world. */
export const recordedQuestions: readonly Family[] = [auditTrail];

/** Changes, made in the same order in every world. */
export const changes: readonly Family[] = [
  changesOfThePerson,
  changesTowardsThePerson,
  takenNumbers,
  lineReports,
  revealedNumbers,
  blindContactRequests,
  grants,
  unitDuties,
  namings,
  changesOfAnswering,
  absencesOfTheUnit,
  telephoneReports,
];

/** All of them. */
export const allFamilies: readonly Family[] = [
  ...questions,
  ...changes,
  ...questionsOfSyncs,
  ...recordedQuestions,
];
