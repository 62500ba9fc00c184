import { describe, expect, test } from '@jest/globals';
import { bothWays } from '../../../support/compiled/both-ways.js';

describe('what graphql-jit would not answer alike goes the plain way', () => {
  test.each([
    ['a condition', 'query ($x: Boolean!) { told @include(if: $x) }', { x: true }],
    ['a condition that is none', '{ told @skip(if: false) }', {}],
    [
      'a fragment under two conditions',
      'query ($x: Boolean!) { ...F @skip(if: $x) ...F @include(if: $x) } fragment F on Query { told }',
      { x: true },
    ],
    ['introspection', '{ __type(name: "Person") { name } }', {}],
    ['introspection by another name', '{ type: __type(name: "Person") { name } }', {}],
    ['the whole schema', '{ __schema { queryType { name } } }', {}],
    ['a name that is no property', '{ __proto__: told }', {}],
    ['a name that is no property, further down', '{ found { ... on Line { __proto__: id } } }', {}],
    ['a name that could be two', '{ a_b: told }', {}],
    [
      'more fields than are compiled',
      `{ entries { ${'next { '.repeat(8)} id ${'} '.repeat(8)} } }`,
      {},
    ],
    [
      'fragments that spread each other',
      `{ found { ...F0 } } ${Array.from({ length: 9 }, (_, n) => `fragment F${n} on Person { boss { ...F${n + 1} } manager { ...F${n + 1} } }`).join(' ')} fragment F9 on Person { born }`,
      {},
    ],
  ])('%s', async (_, text, variables) => {
    const { compiled } = await bothWays(text, variables);
    expect(compiled).toBeNull();
  });
});

describe('nothing that a client writes becomes code', () => {
  const code = "(globalThis.ran = 'as code', 0)";
  const date = '__MAGIC_DATE__33a9e76d_02e0_4128_8e92_3530ad3da74d';
  test.each([
    ['a text that graphql-jit takes for a date', `{ echo(text: "${date}${code}") }`, {}],
    ['the same in a list', `{ echo(list: ["${date}${code}"]) }`, {}],
    ['the same as a default', `query ($t: String = "${date}${code}") { echo(text: $t) }`, {}],
    ['the same in a variable', 'query ($t: String) { echo(text: $t) }', { t: `${date}${code}` }],
    ['a text that ends a text', `{ echo(text: "\\"}; ${code}; ({\\"") }`, {}],
    ['a text of several lines', `{ echo(text: """\n*/ ${code} // \`\${${code}}\`\n""") }`, {}],
  ])('%s', async (_, text, variables) => {
    const { plain, compiled } = await bothWays(text, variables);
    expect(compiled).toBe(plain);
    expect(globalThis).not.toHaveProperty('ran');
  });
});

describe('names that mean something in JavaScript are names and nothing else', () => {
  const hostile =
    'constructor toString valueOf hasOwnProperty then catch toJSON length prototype arguments class default query idx0 err result nodeType finalType Error undefined'.split(
      ' ',
    );
  test.each(hostile)('as an alias: %s', async (name) => {
    const inner = `${name}: name ... on Person { numbers ${name}x: manager { ${name}: id } }`;
    const { plain, compiled } = await bothWays(`{ ${name}: entries { ${inner} } idx1: told }`);
    expect(compiled).toBe(plain);
  });

  test.each([...hostile, '__proto__'])(
    'of an operation, variable and fragment: %s',
    async (name) => {
      const { plain, compiled } = await bothWays(
        `query ${name}($${name}: String) { echo(text: $${name}) ...${name} } fragment ${name} on Query { found { __typename } }`,
        JSON.parse(`{ "${name}": "x" }`) as Record<string, unknown>,
        { name },
      );
      expect(compiled).toBe(plain);
    },
  );
});
