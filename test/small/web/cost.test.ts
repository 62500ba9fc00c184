import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { buildSchema, getOperationAST, parse, validate } from 'graphql';
import { allowances } from '../../../src/config/allowances.js';
import { costOf, maxCost, lookupsAsked } from '../../../src/web/door/cost.js';

const schema = buildSchema(readFileSync('src/web/schema.graphql', 'utf8'));

function asked(text: string, variables: Readonly<Record<string, unknown>> = {}) {
  const document = parse(text);
  expect(validate(schema, document)).toEqual([]);
  const operation = getOperationAST(document);
  if (!operation) throw new Error('One operation, please.');
  return { schema, document, operation, variables };
}
const cost = (text: string, variables?: Readonly<Record<string, unknown>>) =>
  costOf(asked(text, variables));

/** All that an operator is shown of each hit while a caller waits. */
const consoleSearch = `query ($words: String!) { searchDirectory(query: $words) { edges { cursor node {
  id displayName municipality { name }
  ... on DirectoryEntry { numbers { kind e164 mayTellCaller }
    reachability { verdict phrase backAt connectTo { e164 }
      alternatives { entry { displayName } number { e164 } } } }
  ... on Person { title unit { name } presence { availability activity }
    currentAbsence { endsAt } }
  ... on SharedLine { unit { name } responsible { displayName } }
} } pageInfo { hasNextPage } } }`;

describe('the cost of an operation', () => {
  test.each<[string, string, number]>([
    ['a value nothing, an object 1', '{ viewer { roles person { title } } }', 2],
    ['reachability 3', '{ person(ref: { id: "x" }) { reachability { verdict } } }', 4],
    ['a list without `first` three of its objects', '{ municipalities { code } }', 3],
    [
      'a connection its page, 20 if nothing is said',
      '{ searchDirectory(query: "an") { edges { cursor } } }',
      21,
    ],
    [
      'and its objects with it',
      '{ searchDirectory(query: "an", first: 7) { edges { node { municipality { name } } } pageInfo { endCursor } } }',
      1 + 7 * 3 + 1,
    ],
    [
      'lists in lists, multiplied',
      '{ directory(first: 10) { edges { node { numbers { e164 } } } } }',
      1 + 10 * (2 + 3),
    ],
    [
      'the people of a whole unit as many as there may be',
      'mutation { setUnitAbsence(input: { unitId: "x", reason: COURSE }) { people { displayName } } }',
      1 + 200,
    ],
    [
      'of several types the dearest',
      '{ searchDirectory(query: "an", first: 10) { edges { node { ... on Person { unit { name } municipality { name } } ... on SharedLine { unit { name } } } } } }',
      1 + 10 * (2 + 2),
    ],
    ['an alias as much again', '{ a: viewer { roles } b: viewer { roles } }', 2],
    [
      'a fragment wherever it is spread',
      '{ a: viewer { ...v } b: viewer { ...v } } fragment v on Viewer { person { id } }',
      4,
    ],
    ['what is skipped too', '{ viewer @skip(if: true) { person { id } } }', 2],
  ])('is for %s', (_, text, points) => {
    expect(cost(text)).toBe(points);
  });

  const paged =
    'query ($n: Int! = 30) { searchDirectory(query: "an", first: $n) { edges { cursor } } }';
  test.each([
    [{}, 31],
    [{ n: 50 }, 51],
    [{ n: 100 }, 101],
    [{ n: 2_000_000_000 }, 101],
    [{ n: -5 }, 101],
    [{ n: 'many' }, 101],
    [{ n: Number.NaN }, 101],
  ])(
    'knows pages that a variable gives, and no page is dearer than 100: %j',
    (variables, points) => {
      expect(cost(paged, variables)).toBe(points);
    },
  );

  test('of a page with each field that nests is refused', () => {
    const nested = `{ searchDirectory(query: "an", first: 100) { edges { node {
      ... on DirectoryEntry { reachability { alternatives { entry { numbers { e164 } } } } } } } } }`;
    expect(cost(nested)).toBeGreaterThan(maxCost);
  });

  test('of fragments that spread each other twice is counted at once', () => {
    const doubling = Array.from(
      { length: 60 },
      (_, i) =>
        `fragment f${i} on Person { a: manager { ...f${i + 1} } b: manager { ...f${i + 1} } }`,
    );
    const text = `{ person(ref: { id: "x" }) { ...f0 } } ${doubling.join(' ')} fragment f60 on Person { id }`;
    // Were each spread walked, this would not end.
    expect(cost(text)).toBeGreaterThan(2 ** 60);
  });

  test('look-ups are counted through aliases and fragments', () => {
    const one = 'lookupNumber(number: "+46582000000") { label }';
    const text = `{ ${one} a: ${one} ...f ... on Query { ...f } } fragment f on Query { b: ${one} }`;
    expect(lookupsAsked(asked(text))).toBe(4);
  });

  test.each<[string, Record<string, unknown> | undefined, number]>([
    [
      '{ lookupNumbers(numbers: ["+46582000000", "+46582000001"]) { label entry { id } } }',
      undefined,
      2,
    ],
    [
      'query ($n: [E164!]!) { lookupNumbers(numbers: $n) { label entry { id } } }',
      { n: Array.from({ length: 7 }, () => '+46582000000') },
      7,
    ],
    [
      'query ($n: [E164!]! = ["+46582000000", "+46582000001", "+46582000002"]) { lookupNumbers(numbers: $n) { label entry { id } } }',
      {},
      3,
    ],
    [
      'query ($n: [E164!]!) { lookupNumbers(numbers: $n) { label entry { id } } }',
      { n: Array.from({ length: 1_000 }, () => '+46582000000') },
      100,
    ],
  ])('many look-ups are counted each: %s', (text, variables, count) => {
    expect([lookupsAsked(asked(text, variables)), cost(text, variables)]).toEqual([
      count,
      count * 2,
    ]);
  });
});

describe('an operator at work never meets the limit', () => {
  const each = cost(consoleSearch, { words: 'anna' });

  test('with a search that shows everything', () => {
    expect(each).toBe(442);
    expect(each).toBeLessThan(maxCost / 2);
  });

  test('typing ten letters a second for a whole minute, and nothing waits for a pause', () => {
    expect(10 * 60 * each).toBeLessThan(allowances.operators);
  });

  test('nor do ten behind one key, with three calls a minute of 15 letters and five looks at a card', () => {
    const card = cost(
      '{ person(ref: { id: "x" }) { displayName numbers { e164 } absences { endsAt } forwardings { id } reachability { phrase alternatives { number { e164 } } } presence { lines { status } } } }',
    );
    expect(10 * 3 * (15 * each + 5 * card)).toBeLessThan(allowances.operators);
  });

  test('a telephone system that looks every call up takes a thousand calls a minute', () => {
    const lookup = cost(
      '{ lookupNumber(number: "+46582000000") { label entry { displayName } reachability { verdict connectTo { e164 } alternatives { number { e164 } } } } }',
    );
    expect(1_000 * lookup).toBeLessThan(allowances.systems);
  });

  test('a person finds and opens twenty colleagues a minute', () => {
    const hits =
      '{ searchDirectory(query: "an") { edges { node { displayName ... on DirectoryEntry { numbers { e164 } reachability { verdict } } ... on Person { title unit { name } } } } } }';
    expect(20 * 2 * cost(hits)).toBeLessThan(allowances.people);
  });
});
