import type { Family } from '../family.js';
import { askRoot } from '../selections.js';
import { everybody } from './everybody.js';

/** From whom runs and plans are kept. */
const notTechnicians = everybody.filter((viewer) => viewer !== 'technician');

const run = `kind trigger status startedAt finishedAt seen created updated moved disabled reappeared
  missing leftScope removed raised rejected message`;

/** Runs that met the person's entry in every state, what they counted and what they rejected. */
export const syncRuns: Family = {
  name: 'syncRuns',
  blindTo: notTechnicians,
  operations: () =>
    [1, 2, 3, 20].flatMap((first) => [
      ...[
        run,
        `${run} rejections { key field code }`,
        'rejected rejections(first: 1) { code }',
      ].map((selection) => ({
        query: `query ($first: Int!, $after: String) { syncRuns(first: $first, after: $after, municipalityCode: "1861") {
            edges { node { ${selection} } } pageInfo { hasNextPage endCursor } } }`,
        variables: { first },
        pages: 'syncRuns',
      })),
      {
        query: `{ municipalities { code lastCompleteSyncAt sources { name freshness lastCompleteAt } } }`,
      },
    ]),
};

/** Plans that wait, whose parts the person is one of. */
export const heldPlans: Family = {
  name: 'heldPlans',
  blindTo: notTechnicians,
  operations: () =>
    ['', '(first: 1)', '(first: 50)'].map((first) => ({
      query: `{ heldPlans { source municipalityCode rules heldAt missing disabled created lostFields relinked rejected
        samples${first} { change field entry { id displayName } } } }`,
    })),
};

/** Levels that runs raised: for officers, each of the own municipality. */
export const levelRises: Family = {
  name: 'levelRises',
  // For officers of Hallsberg alone, for whom the person exists.
  blindTo: everybody,
  operations: () => [
    { query: '{ levelRises { runId source people toRestricted toProtected standing undo } }' },
    ...askRoot('levelLowerings', '', 2).map((query) => ({ query })),
  ],
};
