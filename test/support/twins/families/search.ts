import type { Family, Operation } from '../family.js';
import { others, rut } from '../hidden-person.js';
import { beginningsOf, entrySelections, writtenForms } from './written.js';

const filters = [null, ['1861'], ['1860'], ['1861', '1882'], ['0000']];
/** No larger than that everything of each entry still costs less than an operation may. */
const sizes = [1, 2, 3, 5, 10, 20, 40];

function search(query: string, selection: string, more: Record<string, unknown>): Operation {
  return {
    query: `query ($query: String!, $first: Int!, $codes: [String!], $after: String) {
      searchDirectory(query: $query, first: $first, after: $after, filter: { municipalityCodes: $codes }) {
        edges { cursor matchedOn { field kind } node { ... on DirectoryEntry { ${selection} } } }
        pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`,
    variables: { query, first: 20, ...more },
  };
}

const { displayName, title, email, unit } = rut;
const parts = [displayName, title, unit, ...displayName.split(' '), ...unit.split(' ')];
const words = [
  ...parts,
  ...parts.map((part) => part.toUpperCase()),
  ...parts.map((part) => `${part} samordnare`),
  `${rut.familyName} ${rut.givenName}`,
  `${rut.givenName} ${unit}`,
  'sa ru',
  rut.familyName.normalize('NFKD'),
  email,
  email.toUpperCase(),
  `${rut.givenName} ${email}`,
  email.slice(0, email.indexOf('@') + 1),
  rut.employeeId,
];

/** By every beginning of every part of the name, title, unit and mail address. */
export const searchByName: Family = {
  name: 'search by every beginning of the name, title, unit and mail',
  // It may not search.
  blindTo: ['phoneSystem'],
  operations: (_, draw) =>
    words
      .flatMap(beginningsOf)
      .flatMap((query) =>
        [20, draw(sizes), draw(sizes)].map((first) =>
          search(query, draw(entrySelections), { first, codes: draw(filters) }),
        ),
      ),
};

const numbers = [rut.direct, rut.mobile, rut.added, '+46582008741', '+46584007741', '+46582007742'];

/** By the numbers in every written form, and by the extension. */
export const searchByNumber: Family = {
  name: 'search by numbers in every written form',
  // It may not search.
  blindTo: ['phoneSystem'],
  operations: (_, draw) =>
    [...numbers.flatMap(writtenForms), rut.extension, `ankn ${rut.extension}`].flatMap((query) =>
      [null, draw(filters)].map((codes) => search(query, draw(entrySelections), { codes })),
    ),
};

/** Lists in which the person would stand, read to their ends in pages of every size. */
export const pagedLists: Family = {
  name: 'lists in pages of every size',
  // It may not search.
  blindTo: ['phoneSystem'],
  operations: (_, draw) =>
    [
      'sa',
      'sand',
      rut.familyName,
      rut.title,
      'hemtjänst norr',
      '741',
      '7741',
      'undersköterska',
      'norr',
    ]
      .flatMap((query) => [1, 2, 3, 4, 7, 20].map((first) => ({ query, first })))
      .map(({ query, first }) => ({
        ...search(query, draw(['id displayName', '__typename id']), {
          first,
          codes: draw([null, ['1861']]),
        }),
        pages: 'searchDirectory',
      })),
};

/** Searches for those who share something with the person. */
export const searchForOthers: Family = {
  name: 'search for those who lead to the person',
  // They see neither managers, stand-ins nor forwardings of others.
  blindTo: ['phoneSystem'],
  operations: (_, draw) =>
    Object.values(others).flatMap((mail) =>
      ['id displayName', ...entrySelections.slice(2)].map((selection) =>
        search(mail.replace(/[.@].*/, ''), selection, { first: draw(sizes) }),
      ),
    ),
};
