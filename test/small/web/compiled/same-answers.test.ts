import { describe, expect, test } from '@jest/globals';
import { bothWays } from '../../../support/compiled/both-ways.js';

type Case = readonly [string, string, Readonly<Record<string, unknown>>?];

describe('a compiled operation answers byte for byte as graphql-js does', () => {
  const cases: readonly Case[] = [
    [
      'lists, interfaces and unions',
      '{ found { ... on Person { id born } ... on Line { name } } entries { __typename id name } }',
    ],
    [
      'aliases, and fields asked for twice',
      '{ a: echo(n: 1) b: echo(n: 2) person(ref: { id: "1" }) { n: name manager { id } manager { name } } }',
    ],
    [
      'fragments in fragments',
      '{ entries { ...One } } fragment One on Entry { id ... on Person { ...Two numbers(first: 3) } } fragment Two on Person { name boss { id kind } }',
    ],
    [
      'one fragment in two places',
      '{ person(ref: { id: "1" }) { ...One manager { ...One } } } fragment One on Person { name numbers(kinds: [MOBILE]) }',
    ],
    ['defaults of arguments', '{ echo entries(range: { to: 2 }) { id } }'],
    ['defaults inside an argument', '{ echo(range: { to: 2, kinds: [MOBILE] }) }'],
    [
      'every kind of literal',
      '{ echo(text: "\\u2028\\"\'`${1}\\\\", list: ["a", null], at: "2026-11-24T00:00:00Z", kind: MOBILE, kinds: [DIRECT], n: -3) }',
    ],
    ['one value for a list', '{ echo(list: "a", kinds: MOBILE) }'],
    [
      'variables of every kind',
      'query ($t: String, $l: [String], $a: Instant, $k: Kind, $ks: [Kind!], $r: Range, $n: Int!) { echo(text: $t, list: $l, at: $a, kind: $k, kinds: $ks, range: $r, n: $n) }',
      { t: 'x', l: 'alone', a: '2026-11-24', k: 'MOBILE', ks: ['DIRECT'], r: { to: 9 }, n: 4 },
    ],
    [
      'variables that are left out',
      'query ($t: String, $k: Kind, $r: Range, $n: Int = 5) { echo(text: $t, kind: $k, range: $r, n: $n) }',
    ],
    [
      'variables that are null',
      'query ($t: String, $k: Kind, $l: [String]) { echo(text: $t, kind: $k, list: $l) }',
      { t: null, k: null, l: null },
    ],
    [
      'variables inside literals',
      'query ($f: Int, $t: Int!, $k: Kind = MOBILE) { echo(range: { from: $f, to: $t, kinds: [$k] }, list: ["a"]) }',
      { t: 3 },
    ],
    [
      'what a resolver is told of its operation',
      'query Told($x: Int = 3) { told echo(n: $x) }',
      {},
    ],
    ['nobody', '{ person(ref: { code: "nobody" }) { id } }'],
    ['`@oneOf`, with one', 'query ($ref: Ref!) { person(ref: $ref) { id } }', { ref: { id: 'x' } }],
  ];
  test.each(cases.map(([name, text, variables = {}]) => ({ name, text, variables })))(
    '$name',
    async ({ text, variables }) => {
      const { plain, compiled } = await bothWays(text, variables);
      expect(compiled).toBe(plain);
      expect(plain).not.toContain('"errors":[');
    },
  );

  test('each event of a subscription, which is its root value', async () => {
    const text = 'subscription { changed { __typename id name ... on Person { numbers } } }';
    const changed = { type: 'Person', n: 4, name: 'Somebody' };
    const { plain, compiled } = await bothWays(text, {}, { rootValue: { changed } });
    expect([compiled, plain]).toEqual([plain, expect.stringContaining('"name":"Somebody"')]);
  });
});
