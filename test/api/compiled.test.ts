import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { isObjectType } from 'graphql';
import { bareSchema } from '../../src/web/compiled/bare-schema.js';
import { CompiledOperations } from '../../src/web/compiled/compiled-operations.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { executeBothWays } from '../support/compiled/checked.js';
import { chanceOf } from '../support/door/chance.js';
import { documentOf } from '../support/door/documents.js';
import { askRoot } from '../support/twins/selections.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
}, 60_000);
afterAll(() => app.stop());

let asked = 0;

/** Asks four times, and says which of the answers came from compiled code. */
async function fourTimes(who: string, text: string, variables?: Record<string, unknown>) {
  // A document of its own, which nobody has asked before.
  const query = `${text} # ${(asked += 1)}`;
  const operations = app.app.get(CompiledOperations, { strict: false });
  const answer = operations.answer.bind(operations);
  const compiled: boolean[] = [];
  operations.answer = async (operation) => {
    const given = await answer(operation);
    compiled.push(given !== null);
    return given;
  };
  try {
    const answers = [];
    for (let use = 0; use < 4; use += 1) answers.push(await app.ask(who, query, variables));
    return { compiled, texts: answers.map(({ status, text }) => `${status} ${text}`) };
  } finally {
    operations.answer = answer;
  }
}

const ref = 'query ($ref: PersonRef!) { person(ref: $ref) { id } }';
const search =
  'query ($words: String!, $kinds: [NumberKind!]) { searchDirectory(query: $words, first: 20) { edges { node { __typename id displayName ... on DirectoryEntry { numbers(kinds: $kinds) { kind e164 } reachability { verdict phrase } } ... on Person { title unit { name } } } } } }';

describe('the third answer is compiled, and says byte for byte what the first one said', () => {
  test.each([
    ['a search', 'operator', search, { words: 'an' }],
    ['one value for a list', 'operator', search, { words: 'an', kinds: 'DIRECT' }],
    [
      'the whole directory',
      'intranetLaxa',
      '{ directory(first: 100) { edges { node { id } } } }',
      {},
    ],
    ['nobody', 'operator', ref, { ref: { email: 'nobody@hallsberg.test' } }],
    ['what is not for this key', 'intranetLaxa', '{ apiKeys { id } viewer { roles } }', {}],
    ['an id that is none', 'operator', '{ node(id: "x") { id } other: node(id: "y") { id } }', {}],
  ])('%s', async (_, who, query, variables) => {
    const { compiled, texts } = await fourTimes(who, query, variables);
    expect(compiled).toEqual([false, false, true, true]);
    expect(new Set(texts).size).toBe(1);
  });
});

describe('what graphql-js refuses is refused each time, and not by compiled code', () => {
  test.each([
    ['`@oneOf` with none', ref, { ref: {} }],
    ['`@oneOf` with two', ref, { ref: { id: 'x', email: 'x@y.test' } }],
    ['`@oneOf` with null', ref, { ref: { id: null } }],
    ['an unknown field', ref, { ref: { name: 'x' } }],
    ['a wrong enum', search, { words: 'an', kinds: ['HOME'] }],
    ['a variable that is missing', search, {}],
    ['a condition', 'query ($x: Boolean!) { viewer { roles @include(if: $x) } }', { x: true }],
    ['introspection', '{ __schema { queryType { name } } }', {}],
  ])('%s', async (_, query, variables) => {
    const { compiled, texts } = await fourTimes('operator', query, variables);
    expect(compiled).toEqual([false, false, false, false]);
    expect(new Set(texts).size).toBe(1);
  });
});

test('a change is never compiled', async () => {
  const { compiled } = await fourTimes(
    'operator',
    'mutation { revokeApiKey(id: "x") { apiKey { id } } }',
  );
  expect(compiled).toEqual([]);
});

test('compiled code reads values itself, whatever resolvers the fields of the program have been given', async () => {
  await app.ask('operator', '{ municipalities { name } }');
  const bare = bareSchema(app.app.get(GraphQLSchemaHost).schema).getType('Municipality');
  const { id, name } = isObjectType(bare) ? bare.getFields() : {};
  expect([typeof id?.resolve, typeof name?.resolve]).toEqual(['function', 'undefined']);
});

test('of generated and of whole questions, each executed both ways on the same facts, none differs', async () => {
  const checked = executeBothWays(app.app);
  const { schema } = app.app.get(GraphQLSchemaHost);
  const chance = chanceOf(29);
  const viewers = [
    'operator',
    'technician',
    'intranetHallsberg',
    'phoneSystem',
    await app.token('employee', '1861', '40111'),
    await app.token('officer', '1861'),
    await app.token('auditor', '1861'),
  ];
  for (let n = 0; n < 300; n += 1) {
    const { query, variables } = documentOf(schema, chance);
    await app.ask(chance.pick(viewers), query, { ...variables });
  }
  for (const root of Object.keys(schema.getQueryType()?.getFields() ?? {}))
    for (const query of askRoot(root, '', 1))
      for (const viewer of viewers) await app.ask(viewer, query);
  for (const viewer of viewers)
    for (const query of [
      ...askRoot('searchDirectory', '(query: "an", first: 20)', 3),
      ...askRoot('person', '(ref: { email: "anna-karin.lindblad@hallsberg.test" })', 2),
    ])
      await app.ask(viewer, query);
  expect(checked.differences).toEqual([]);
  expect(checked.compiled).toBeGreaterThan(150);
}, 120_000);
