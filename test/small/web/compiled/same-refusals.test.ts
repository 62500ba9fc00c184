import { describe, expect, test } from '@jest/globals';
import { bothWays } from '../../../support/compiled/both-ways.js';

const person = 'query ($ref: Ref!) { person(ref: $ref) { id } }';

describe('variables that graphql-js refuses are never given to compiled code', () => {
  test.each([
    ['`@oneOf` with none', person, { ref: {} }],
    ['`@oneOf` with two', person, { ref: { id: 'x', code: 'y' } }],
    ['`@oneOf` with null', person, { ref: { id: null } }],
    ['`@oneOf` with one and null', person, { ref: { id: 'x', code: null } }],
    ['a field that is not known', person, { ref: { id: 'x', name: 'y' } }],
    ['what is no object', person, { ref: 'x' }],
    ['a list for one value', person, { ref: [{ id: 'x' }] }],
    ['what is missing', person, {}],
    ['null for what has to be there', person, { ref: null }],
    ['an enum value that is none', 'query ($k: Kind) { echo(kind: $k) }', { k: 'HOME' }],
    ['an inner value of an enum', 'query ($k: Kind) { echo(kind: $k) }', { k: 1 }],
    ['a number that is none', 'query ($n: Int!) { echo(n: $n) }', { n: '3' }],
    ['a member that is null', 'query ($k: [Kind!]) { echo(kinds: $k) }', { k: ['DIRECT', null] }],
  ])('%s', async (_, text, variables) => {
    const { plain, compiled } = await bothWays(text, variables);
    expect(plain).toContain('"errors":[');
    expect(compiled).toBeNull();
  });
});

describe('what a root field throws is told as graphql-js tells it', () => {
  test.each([
    ['at once', '{ refused found { __typename } }', {}],
    ['later', '{ refused(late: true) }', {}],
    ['several times', '{ refused x: refused(late: true) y: refused(late: true) }', {}],
    ['for an argument that is null', 'query ($n: Int) { echo(n: $n) }', { n: null }],
    ['for one inside a list', 'query ($k: Kind = DIRECT) { echo(kinds: [$k]) }', { k: null }],
  ])('%s', async (_, text, variables) => {
    const { plain, compiled } = await bothWays(text, variables);
    expect(plain).toContain('"errors":[');
    expect(compiled).toBe(plain);
  });
});

describe('any other error is left to graphql-js', () => {
  test.each([
    ['thrown further down', '{ person(ref: { id: "x" }) { refused } }'],
    ['thrown later', '{ person(ref: { id: "x" }) { refused(late: true) } }'],
    ['thrown where something has to be', '{ found { ... on Person { demanded(late: true) } } }'],
    ['nothing where something has to be', '{ entries { ... on Line { lost } } }'],
    ['a value that is none of its type', '{ faulty }'],
    ['a value that throws when it is looked at', '{ person(ref: { id: "x" }) { id torn } }'],
    ['the same in a list', '{ entries { torn } }'],
  ])('%s', async (_, text) => {
    const { plain, compiled } = await bothWays(text);
    expect(plain).toContain('"errors":[');
    expect(compiled).toBeNull();
  });
});
