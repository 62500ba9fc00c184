import { globalId } from '../../../../src/kernel/ids.js';
import type { Family } from '../family.js';
import { rut } from '../hidden-person.js';
import { everybody } from './everybody.js';
import { entrySelections, personSelections } from './written.js';

const neighbours = ['+46582007740', '+46582009942', '+46582008741', '+46584007741', '+46582007742'];
const origins = ['EXTERNAL', 'INTERNAL', 'ANY'];

/** Whose number is it: the person's numbers, those that share a tail, and those that lead to the person. */
export const lookUpNumbers: Family = {
  name: 'lookupNumber',
  // They may not look numbers up.
  blindTo: ['integration', 'integrationScoped'],
  operations: (_, draw) =>
    [rut.direct, rut.added, rut.mobile, ...neighbours, '+46582007743', '+46582007744'].flatMap(
      (number) =>
        [...entrySelections, ...entrySelections].map((selection) => ({
          query: `query ($number: E164!) { lookupNumber(number: $number) { number label
            entry { ${selection} } reachability { verdict validUntil connectTo { e164 } alternatives { rank entry { displayName } } } } }`,
          variables: { number: draw([number, number, rut.direct]) },
        })),
    ),
};

/** Many of them at once, the person's among others in every place. */
export const lookUpManyNumbers: Family = {
  name: 'lookupNumbers',
  blindTo: ['integration', 'integrationScoped'],
  operations: () =>
    entrySelections.flatMap((selection) =>
      [rut.direct, rut.added, rut.mobile].flatMap((number) =>
        [
          [number, ...neighbours],
          [...neighbours, number],
          [number, number, '+46582007743'],
        ].map((numbers) => ({
          query: `query ($numbers: [E164!]!) { lookupNumbers(numbers: $numbers) { number label entry { ${selection} } } }`,
          variables: { numbers },
        })),
      ),
    ),
};

const references = (id: string) => [
  { id },
  { email: rut.email },
  { email: rut.email.toUpperCase() },
  { employee: { municipalityCode: '1861', employeeId: rut.employeeId } },
  { employee: { municipalityCode: '1860', employeeId: rut.employeeId } },
];

/** The person by id, mail address and employee id. */
export const personByReference: Family = {
  name: 'person by id, mail and employee id',
  blindTo: [],
  operations: ({ rut: { id } }) =>
    references(id).flatMap((ref) =>
      personSelections.map((selection) => ({
        query: `query ($ref: PersonRef!) { person(ref: $ref) { ${selection} } }`,
        variables: { ref },
      })),
    ),
};

/** Objects by id: the person, what hangs on the person, and the same bytes as ids of other kinds. */
export const nodes: Family = {
  name: 'node',
  blindTo: [],
  operations: ({ rut: { id, uuid }, absences, forwardings, ids }) => {
    const kinds = ['UNIT', 'ABSENCE', 'FORWARDING', 'MUNICIPALITY', 'SYNC_RUN'] as const;
    const all = [
      id,
      ...Object.values(absences).flat(),
      ...Object.values(forwardings).flat(),
      ...kinds.map((kind) => globalId(kind, uuid)),
      ids.line,
    ];
    const selections = [
      '__typename id',
      `... on DirectoryEntry { ${entrySelections.at(-1)} }`,
      '... on Person { displayName version }',
      '... on Absence { id reason startsAt endsAt version referral { kind entry { displayName } } }',
      '... on Forwarding { id condition version target { kind number entry { displayName } } }',
      '... on SharedLine { displayName responsible { displayName manager { displayName } } }',
    ];
    return all.flatMap((one) =>
      selections.map((selection) => ({
        query: `query ($id: ID!) { node(id: $id) { ${selection} } }`,
        variables: { id: one },
      })),
    );
  },
};

/** Managers, stand-ins, forwarding targets, alternatives and phrases of others. */
export const referencesOfOthers: Family = {
  name: 'managers, stand-ins, targets and reachability of others',
  blindTo: [],
  operations: ({ ids }, draw) =>
    Object.values(ids)
      .filter((id) => id !== ids.line)
      .flatMap((id) =>
        [...personSelections, ...personSelections].map((selection) => ({
          query: `query ($ref: PersonRef!, $origin: CallOrigin) { person(ref: $ref) { ${selection}
            again: reachability(origin: $origin) { verdict trace phrase validUntil alternatives { entry { id } } } } }`,
          variables: { ref: { id }, origin: draw(origins) },
        })),
      ),
};

/** Who is responsible for the telephone that the person answers for (P16). */
export const sharedLines: Family = {
  name: "shared telephones' responsible",
  blindTo: [],
  operations: ({ ids }, draw) =>
    [
      ...entrySelections,
      'id ... on SharedLine { responsible { manager { displayName } } }',
    ].flatMap((selection) =>
      [1, 2, 3, 4].map(() => ({
        query: `query ($id: ID!, $origin: CallOrigin) { node(id: $id) { ... on DirectoryEntry { ${selection} } ... on SharedLine {
            responsible { displayName } again: reachability(origin: $origin) { verdict validUntil connectTo { e164 } } } } }`,
        variables: { id: ids.line, origin: draw(origins) },
      })),
    ),
};

/** Who am I: as somebody whom the person leads, and whose stand-in the person is. */
export const ownEntry: Family = {
  name: 'viewer',
  // Only one of them has to do with the person.
  blindTo: everybody.filter((viewer) => viewer !== 'subordinate'),
  operations: () =>
    personSelections.map((selection) => ({
      query: `{ viewer { roles municipalities { code lastCompleteSyncAt } person { ${selection} } } }`,
    })),
};

/** Many questions in one document, and faults beside answers. */
export const manyAtOnce: Family = {
  name: 'aliases, and errors beside answers',
  blindTo: [],
  operations: ({ rut: { id }, ids }, draw) =>
    Array.from({ length: 40 }, () => {
      const asked = [1, 2, 3, 4].map((n) => {
        const ref = draw([...references(id), ...Object.values(ids).map((one) => ({ id: one }))]);
        const written = JSON.stringify(ref).replaceAll(/"(\w+)":/g, '$1:');
        return `a${n}: person(ref: ${written}) { ${draw(personSelections.slice(0, 8))} }`;
      });
      const faulty = draw([
        `f: searchDirectory(query: "x") { edges { cursor } }`,
        `f: searchDirectory(query: "${rut.familyName}", first: 0) { edges { cursor } }`,
        `f: searchDirectory(query: "${rut.familyName}", after: "${id}") { edges { cursor } }`,
        `f: node(id: "${rut.email}") { id }`,
        `f: lookupNumber(number: "${rut.direct}") { label }`,
      ]);
      return {
        query: `query ($id: ID!) { own: node(id: $id) { __typename id } ${asked.join(' ')} ${faulty} }`,
        variables: { id },
      };
    }),
};
