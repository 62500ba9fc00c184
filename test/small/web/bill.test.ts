import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { buildSchema, Kind, parse, validate, type OperationDefinitionNode } from 'graphql';
import { billOf } from '../../../src/web/door/bill.js';
import { costOf, lookupsAsked } from '../../../src/web/door/cost.js';

const schema = buildSchema(readFileSync('src/web/schema.graphql', 'utf8'));
const document = parse(`
  query Found($words: String!, $size: Int = 7, $numbers: [E164!]!) {
    searchDirectory(query: $words, first: $size) { edges { node { id } } }
    lookupNumbers(numbers: $numbers) { entry { id } }
  }
  query Listed($size: Int) { directory(first: $size) { edges { node { numbers { e164 } } } } }`);
const operations = document.definitions.filter(
  (one): one is OperationDefinitionNode => one.kind === Kind.OPERATION_DEFINITION,
);

test('a bill that is remembered is what the operation costs with these variables', () => {
  expect(validate(schema, document)).toEqual([]);
  const size = fc.oneof(
    fc.integer({ min: -1, max: 102 }),
    fc.constantFrom(undefined, null, '20', true, 3.5, [4]),
  );
  const numbers = fc.oneof(
    fc.array(fc.constant('0582-100000'), { maxLength: 3 }),
    fc.constantFrom(undefined, null, '0582-100000', 2),
  );
  const variables = fc.record({ words: fc.constantFrom('anna', 'lind'), size, numbers });
  fc.assert(
    fc.property(fc.constantFrom(...operations), variables, (operation, given) => {
      const asked = { schema, document, operation, variables: given };
      expect(billOf(asked)).toEqual({ cost: costOf(asked), lookups: lookupsAsked(asked) });
    }),
    { numRuns: 2_000 },
  );
});

test('it is worked out once for a document, whatever text it is sent with', () => {
  const [operation] = operations;
  if (!operation) throw new Error('There is none.');
  const asked = (words: string) =>
    billOf({ schema, document, operation, variables: { words, numbers: [] } });
  expect(asked('björn')).toBe(asked('åsa'));
});
