import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { getIntrospectionQuery } from 'graphql';
import { errorCodes } from '../../../src/kernel/app-error.js';
import { post, send, startDoor, type DoorAnswer } from '../../support/door/door.js';
import { startTestApp, type TestApp } from '../../support/app.js';

let app: TestApp;
let production: Awaited<ReturnType<typeof startDoor>>;
let key: string;
beforeAll(async () => {
  app = await startTestApp();
  production = await startDoor(app, { production: true });
  key = app.keys['operator'] ?? '';
}, 60_000);
afterAll(async () => {
  await production?.stop();
  await app?.stop();
});

const me = '{ viewer { roles } }';
const json = { 'content-type': 'application/json' };
const bearer = () => ({ authorization: `Bearer ${key}` });
/** What no answer may hold: where the code lies, how it is called, and what it is called like. */
const inside = /node_modules|\.js:\d|\.ts:\d|stacktrace|"stack"|at async|[Dd]id you mean|select /;

/** Every answer of this file, to say which codes there are. */
const seen = new Set<unknown>();
async function keep(answer: Promise<DoorAnswer>): Promise<DoorAnswer> {
  const one = await answer;
  for (const code of one.codes) seen.add(code);
  expect(one.text).not.toMatch(inside);
  return one;
}
const ask = (query: string) => keep(post(production.url, key, { query }));
const get = (path: string, headers = {}) =>
  keep(send(production.url + path, { headers: { ...bearer(), ...headers } }));
const raw = (body: string, headers: Readonly<Record<string, string>>) =>
  keep(
    send(`${production.url}/graphql`, {
      method: 'POST',
      headers: { ...bearer(), ...headers },
      body,
    }),
  );

describe('probes of graphql-cop, in production', () => {
  const names = (count: number) => Array.from({ length: count }, (_, i) => `a${i}`);

  test.each<[string, () => Promise<DoorAnswer>, string]>([
    [
      'alias overloading',
      () =>
        ask(
          `{ ${names(101)
            .map((name) => `${name}: __typename`)
            .join(' ')} }`,
        ),
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'array batching',
      () => raw(JSON.stringify(Array.from({ length: 10 }, () => ({ query: me }))), json),
      'BAD_REQUEST',
    ],
    [
      'circular fragments',
      () =>
        ask(
          '{ viewer { person { ...a } } } fragment a on Person { ...b } fragment b on Person { ...a }',
        ),
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'circular introspection',
      () =>
        ask(`{ __schema { types { ${'fields { type { '.repeat(5)} name ${'} } '.repeat(5)} } } }`),
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'directive overloading',
      () => ask(`{ __typename ${'@aa'.repeat(40)} }`),
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'field duplication',
      () => ask(`{ ${'__typename '.repeat(500)} }`),
      'GRAPHQL_VALIDATION_FAILED',
    ],
    ['introspection', () => ask(getIntrospectionQuery()), 'GRAPHQL_VALIDATION_FAILED'],
    [
      'introspection of one type',
      () => ask('{ __type(name: "Person") { name } }'),
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'a mutation by GET',
      () =>
        get(
          `/graphql?query=${encodeURIComponent('mutation { startSync(input: { municipalityCode: "1861" }) { userErrors { code } } }')}`,
          {
            'apollo-require-preflight': 'yes',
          },
        ),
      'BAD_REQUEST',
    ],
    [
      'a query by GET that a foreign page could send',
      () => get(`/graphql?query=${encodeURIComponent(me)}`),
      'BAD_REQUEST',
    ],
    [
      'a urlencoded POST',
      () =>
        raw(`query=${encodeURIComponent(me)}`, {
          'content-type': 'application/x-www-form-urlencoded',
        }),
      'BAD_REQUEST',
    ],
    [
      'a urlencoded POST that says it is no simple request',
      () =>
        raw(`query=${encodeURIComponent(me)}`, {
          'content-type': 'application/x-www-form-urlencoded',
          'apollo-require-preflight': 'yes',
        }),
      'BAD_REQUEST',
    ],
    [
      'multipart',
      () => raw('--x--', { 'content-type': 'multipart/form-data; boundary=x' }),
      'BAD_REQUEST',
    ],
    [
      'text',
      () => raw(JSON.stringify({ query: me }), { 'content-type': 'text/plain' }),
      'BAD_REQUEST',
    ],
    ['an error of its own', () => ask('qwerty cop { abc }'), 'GRAPHQL_PARSE_FAILED'],
    ['no operation', () => ask('fragment f on Viewer { roles }'), 'GRAPHQL_VALIDATION_FAILED'],
    [
      'two operations, none named',
      () => ask(`query a ${me} query b ${me}`),
      'OPERATION_RESOLUTION_FAILURE',
    ],
    [
      'a persisted query',
      () =>
        raw(
          JSON.stringify({ extensions: { persistedQuery: { version: 1, sha256Hash: 'x' } } }),
          json,
        ),
      'PERSISTED_QUERY_NOT_SUPPORTED',
    ],
    [
      'a subscription',
      () => ask('subscription { directoryChanged { __typename } }'),
      'OPERATION_NOT_ALLOWED',
    ],
    [
      'a deferred fragment',
      () => ask('{ viewer { ... @defer { roles } } }'),
      'GRAPHQL_VALIDATION_FAILED',
    ],
  ])('%s is refused', async (_, probe, code) => {
    const answer = await probe();
    expect(new Set(answer.codes)).toEqual(new Set([code]));
    expect(answer.text).not.toContain('"data":{');
  });

  test('a query by GET that no page can send without asking is answered', async () => {
    const answer = await get(`/graphql?query=${encodeURIComponent(me)}`, {
      'apollo-require-preflight': '1',
    });
    expect([answer.status, answer.text]).toEqual([
      200,
      '{"data":{"viewer":{"roles":["OPERATOR"]}}}\n',
    ]);
  });

  test('GraphiQL and landing pages are not there', async () => {
    for (const path of [
      '/graphiql',
      '/graphiql/bootstrap.js',
      '/playground',
      '/console',
      '/altair',
      '/',
    ]) {
      const answer = await get(path, { accept: 'text/html' });
      expect([path, answer.status, answer.text]).toEqual([path, 404, '{"status":"refused"}']);
    }
    const page = await get('/graphql', { accept: 'text/html' });
    expect(page.status).toBe(400);
    expect(page.text).not.toContain('<');
  });

  test('tracing is not told, whatever is asked for', async () => {
    const answer = await keep(
      post(
        production.url,
        key,
        { query: me },
        { 'x-apollo-tracing': '1', 'apollo-federation-include-trace': 'ftv1' },
      ),
    );
    expect(answer.text).toBe('{"data":{"viewer":{"roles":["OPERATOR"]}}}\n');
  });

  test('a page of another origin may ask with a browser token, and over plain http not even so', async () => {
    const ask = (origin: string) =>
      keep(
        send(`${production.url}/graphql`, {
          method: 'OPTIONS',
          headers: { origin, 'access-control-request-method': 'POST' },
        }),
      );
    const allowed = async (origin: string) =>
      [...(await ask(origin)).headers].filter(([name]) => name.startsWith('access-control'));
    expect(await allowed('http://elsewhere.test')).toEqual([]);
    expect(await allowed('https://elsewhere.test')).toEqual([
      ['access-control-allow-headers', 'authorization, content-type'],
      ['access-control-allow-methods', 'POST'],
      ['access-control-allow-origin', 'https://elsewhere.test'],
      ['access-control-max-age', '7200'],
    ]);
  });

  test('a thousand misspelt names give no suggestion', async () => {
    const letters = 'abcdefghijklmnopqrstuvwxyz';
    const rightNames = [
      'viewer',
      'searchDirectory',
      'lookupNumber',
      'municipalities',
      'person',
      'node',
    ];
    const wrong = Array.from({ length: 1_000 }, (_, i) => {
      const right = rightNames[i % rightNames.length] ?? '';
      const at = i % right.length;
      return `${right.slice(0, at)}${letters[i % 26] ?? ''}${letters[(i + 7) % 26] ?? ''}${right.slice(at + 1)}`;
    });
    for (let i = 0; i < wrong.length; i += 50) {
      const batch = wrong.slice(i, i + 50);
      const { text } = await ask(`{ ${batch.map((name) => `${name} { id }`).join(' ')} }`);
      const told = batch.reduce((rest, name) => rest.replaceAll(name, ''), text);
      expect(rightNames.filter((name) => told.includes(name))).toEqual([]);
    }
  });
});

test('the codes of all these answers are in the closed list', () => {
  const others = [...seen].filter((code) => !errorCodes.some((known) => known === code));
  expect(others).toEqual([]);
  expect(seen.size).toBeGreaterThan(5);
  expect(seen).not.toContain('INTERNAL');
});
