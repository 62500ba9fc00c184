import type { Family } from '../family.js';
import { rut } from '../hidden-person.js';
import { entrySelections } from './written.js';

const sizes = [1, 2, 3, 5, 7, 20, 40];
const listed = ['id displayName', '__typename id', ...entrySelections.slice(0, 1)];

/** The whole directory, that of the municipality, and that of the person's own unit, read to their ends. */
export const lists: Family = {
  name: 'the directory, and that of the unit, in pages of every size',
  // It may not list.
  blindTo: ['phoneSystem'],
  operations: ({ unit }, draw) =>
    [null, [unit]].flatMap((units) =>
      sizes.map((first) => ({
        query: `query ($first: Int!, $after: String, $codes: [String!], $units: [ID!]) {
          directory(first: $first, after: $after, filter: { municipalityCodes: $codes, unitIds: $units }) {
            edges { cursor node { ${draw(listed)} } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`,
        variables: { first, codes: units === null ? ['1861'] : draw([null, ['1861']]), units },
        pages: 'directory',
      })),
    ),
};

/** Searches within the person's own unit. */
export const searchWithin: Family = {
  name: 'search within the unit',
  // It may not search.
  blindTo: ['phoneSystem'],
  operations: ({ unit }, draw) =>
    [
      rut.displayName,
      rut.familyName,
      'sa',
      'sand',
      rut.title,
      rut.email,
      '7741',
      rut.direct,
    ].flatMap((query) =>
      [draw(sizes), 20].map((first) => ({
        query: `query ($query: String!, $first: Int!, $units: [ID!]) {
            searchDirectory(query: $query, first: $first, filter: { unitIds: $units }) {
              edges { cursor matchedOn { field kind } node { ... on DirectoryEntry { ${draw(listed)} } } }
              pageInfo { hasNextPage endCursor } } }`,
        variables: { query, first, units: [unit] },
      })),
    ),
};
