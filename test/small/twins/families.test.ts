import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { buildSchema, parse, validate } from 'graphql';
import type { Facts } from '../../support/twins/facts.js';
import { allFamilies } from '../../support/twins/families.js';
import { drawFrom } from '../../support/twins/family.js';
import { others } from '../../support/twins/hidden-person.js';

const id = 'A_MW4F_oSU-JuZiG7DrKQNY';
const facts: Facts = {
  rut: { uuid: '5f3f0a52-5a0c-4b3a-9f0e-6f2b8c1d7e90', id, version: '2' },
  ids: Object.fromEntries(Object.keys(others).map((name) => [name, id])) as Facts['ids'],
  absences: { ofRut: [id], coveredByRut: [id, id, id] },
  forwardings: { ofRut: [id], toRut: [id, id, id] },
  unit: id,
};
const schema = buildSchema(readFileSync('src/web/schema.graphql', 'utf8'));
/** The program refuses longer documents, and then nothing would be compared. */
const maxTokens = 1_000;

test.each(allFamilies.map((family) => [family.name, family] as const))(
  'what the worlds are asked is understood: %s',
  (_, { operations }) => {
    for (const { query } of operations(facts, drawFrom(1)))
      expect(validate(schema, parse(query, { maxTokens }))).toEqual([]);
  },
);

test('at least 2,000 operations are asked of every viewer', () => {
  const counts = allFamilies.map(({ operations }) => operations(facts, drawFrom(1)).length);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(2_000);
});

test('the same operations are drawn every time', () => {
  for (const { operations } of allFamilies)
    expect(operations(facts, drawFrom(1))).toEqual(operations(facts, drawFrom(1)));
});
