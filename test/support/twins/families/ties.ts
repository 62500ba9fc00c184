import { askRoot, everythingOf } from '../selections.js';
import type { Family } from '../family.js';
import { everybody } from './everybody.js';

/** The person's unit, whose manager and telefonansvarig the person is, with others (P11, P12). */
export const units: Family = {
  name: 'units and who answers for them',
  blindTo: [],
  operations: ({ unit }) =>
    [
      'id name version',
      'manager { id displayName numbers { e164 } reachability { verdict } }',
      'phoneResponsibles { id displayName manager { displayName } }',
      'answerGroup { id displayName } faultContact { entry { displayName } instruction } openingHours { from } subjects { word synonyms }',
      everythingOf('Unit', 1),
      everythingOf('Unit', 2),
    ].map((selection) => ({
      query: `query ($id: ID!) { node(id: $id) { ... on Unit { ${selection} } } }`,
      variables: { id: unit },
    })),
};

/** Duties given to the person, taken from the person, or changed over a version that was read. */
export const unitDuties: Family = {
  name: 'changes of duties',
  // Nobody else may change them.
  blindTo: everybody.filter((one) => one !== 'technician' && one !== 'manager'),
  operations: ({ unit, rut: { id }, ids }) =>
    [
      `managerIds: ["${id}"]`,
      `phoneResponsibleIds: ["${id}", "${ids.kim}"]`,
      'phoneResponsibleIds: [], expectedVersion: "1"',
      `managerIds: ["${ids.maud}"]`,
      `phoneResponsibleIds: ["${ids.kim}"]`,
      'phoneResponsibleIds: []',
    ].flatMap((more) => [
      {
        query: `mutation { setUnitDuties(input: { unitId: "${unit}", ${more} }) {
          unit { version manager { displayName } phoneResponsibles { displayName } } userErrors { code message field } } }`,
      },
    ]),
};

/** Somebody else who is PROTECTED, for whom the person has been named: for that one, and for whom else was named. */
export const namedViewers: Family = {
  name: 'alias cards and named viewers of somebody else',
  // For the others there is the card, which leads to nobody.
  blindTo: everybody.filter((one) => one !== 'named' && one !== 'alsoProtected'),
  operations: ({ ids }) =>
    [
      'displayName presentation alias',
      'namedViewers { id displayName }',
      'displayName manager { displayName } currentAbsence { referral { kind entry { displayName } } }',
      everythingOf('Person', 1),
    ].flatMap((selection) => [
      {
        query: `query ($id: ID!) { person(ref: { id: $id }) { ${selection} } }`,
        variables: { id: ids.sten },
      },
      {
        query: `{ searchDirectory(query: "stefan sand") { edges { cursor node { id displayName ... on Person { ${selection} } } } } }`,
      },
    ]),
};

/** The person named as a viewer, one named for the person, and the person's name on somebody else's card. */
export const namings: Family = {
  name: 'changes of alias cards and named viewers',
  // Only officers name viewers and choose cards, and are told of whom they may not; others choose an own card.
  blindTo: everybody.filter((one) => one !== 'officerLaxa'),
  operations: ({ rut: { id }, ids }) =>
    [
      ['nameViewer', `personId: "${ids.sten}", viewerId: "${id}", caseReference: "KS 2026-121"`],
      ['nameViewer', `personId: "${id}", viewerId: "${ids.kim}", caseReference: "KS 2026-121"`],
      [
        'removeNamedViewer',
        `personId: "${ids.sten}", viewerId: "${id}", caseReference: "KS 2026-121"`,
      ],
      ['setPresentation', `personId: "${id}", presentation: HIDDEN, caseReference: "KS 2026-121"`],
      ['setMyPresentation', 'presentation: ALIAS, alias: "Rut Sandahl"'],
      ['setMyPresentation', 'presentation: ALIAS, alias: "Stefan Sand"'],
    ].flatMap(([name = '', input = '']) =>
      askRoot(name, `(input: { ${input} })`, 1).map((query) => ({ query })),
    ),
};
