import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { getIntrospectionQuery } from 'graphql';
import { errorCodes } from '../../../src/kernel/app-error.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { boundless } from '../../support/boundless.js';
import { startDoor } from '../../support/door/door.js';
import { at } from '../../support/json.js';
import { firstOf } from '../../support/live/client.js';
import { openAs, openSocket, type Watched } from '../../support/live/socket.js';

let app: TestApp;
let production: Awaited<ReturnType<typeof startDoor>>;
let key: string;
beforeAll(async () => {
  app = await startTestApp();
  production = await startDoor(app, { production: true, allowances: boundless });
  key = app.keys['operator'] ?? '';
}, 60_000);
afterAll(async () => {
  await production?.stop();
  await app?.stop();
});

/** What no answer may hold: where the code lies, how it is called, and what it is called like. */
const inside =
  /node_modules|\.js:\d|\.ts:\d|stacktrace|"stack"|at async|[Dd]id you mean|select .* from /;
const seen = new Set<unknown>();

/** The codes of what comes first; none for a stream that begins. */
async function subscribe(query: string, variables?: Record<string, unknown>) {
  const first = await firstOf(production.url, key, query, variables);
  expect(JSON.stringify(first)).not.toMatch(inside);
  const codes = (at(first.errors, '*.extensions.code') ?? []) as readonly string[];
  for (const code of codes) seen.add(code);
  return { codes: [...new Set(codes)], text: JSON.stringify(first) };
}

const names = (count: number) => Array.from({ length: count }, (_, i) => `a${i}`);
const events = (selection: string, more = '') =>
  `subscription { directoryChanged { ${selection} } } ${more}`;
const entry = (selection: string, more = '') =>
  events(`__typename ... on EntryChanged { entry { ${selection} } }`, more);

describe('a subscription is refused as a query is', () => {
  test.each<[string, string, string]>([
    [
      'alias overloading',
      events(
        names(101)
          .map((name) => `${name}: __typename`)
          .join(' '),
      ),
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'circular fragments',
      entry(
        '... on Person { ...a }',
        'fragment a on Person { ...b } fragment b on Person { ...a }',
      ),
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'introspection',
      getIntrospectionQuery().replace('query', 'subscription'),
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'introspection besides',
      `${events('__typename')} query S { __schema { types { name } } }`,
      'OPERATION_RESOLUTION_FAILURE',
    ],
    [
      'directive overloading',
      events(`__typename ${'@aa'.repeat(40)}`),
      'GRAPHQL_VALIDATION_FAILED',
    ],
    ['field duplication', events('__typename '.repeat(500)), 'GRAPHQL_VALIDATION_FAILED'],
    ['no operation', 'fragment f on Bookmark { at }', 'OPERATION_RESOLUTION_FAILURE'],
    [
      'two operations, none named',
      `subscription a { directoryChanged { __typename } } subscription b { directoryChanged { __typename } }`,
      'OPERATION_RESOLUTION_FAILURE',
    ],
    ['an error of its own', 'qwerty cop { abc }', 'GRAPHQL_PARSE_FAILED'],
    ['a deferred fragment', entry('... @defer { id }'), 'GRAPHQL_VALIDATION_FAILED'],
    ['a query', '{ viewer { roles } }', 'OPERATION_NOT_ALLOWED'],
    [
      'a mutation',
      'mutation { endAbsence(input: { id: "x" }) { userErrors { code } } }',
      'OPERATION_NOT_ALLOWED',
    ],
  ])('%s', async (_, query, code) => {
    const { codes, text } = await subscribe(query);
    expect(codes).toEqual([code]);
    expect(text).not.toContain('"data":{');
  });
});

describe('the limits of a document are those over HTTP, and what is just within is begun', () => {
  const inFragments = (count: number) =>
    entry(
      names(count)
        .map((name) => `...${name}`)
        .join(' '),
      names(count)
        .map((name) => `fragment ${name} on DirectoryEntry { __typename }`)
        .join(' '),
    );
  const levels = (count: number): unknown => (count === 0 ? 1 : { a: levels(count - 1) });

  test.each<[string, string, string, string]>([
    [
      '16 aliases',
      events(
        names(16)
          .map((name) => `${name}: __typename`)
          .join(' '),
      ),
      events(
        names(15)
          .map((name) => `${name}: __typename`)
          .join(' '),
      ),
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'a field that is repeated 16 times',
      events('__typename '.repeat(17)),
      events('__typename '.repeat(16)),
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      '21 directives',
      events(
        `__typename ${names(21)
          .map(() => '... @include(if: true) { __typename }')
          .join(' ')}`,
      ),
      events(
        `__typename ${names(15)
          .map(() => '... @include(if: true) { __typename }')
          .join(' ')}`,
      ),
      'GRAPHQL_VALIDATION_FAILED',
    ],
    ['41 fragments', inFragments(41), inFragments(40), 'BAD_REQUEST'],
    [
      '13 fields deep',
      entry(`... on Person { ${'manager { '.repeat(10)} id ${'} '.repeat(10)} }`),
      entry(`... on Person { ${'manager { '.repeat(9)} id ${'} '.repeat(9)} }`),
      'GRAPHQL_VALIDATION_FAILED',
    ],
  ])('%s', async (_, refused, begun, code) => {
    expect((await subscribe(refused)).codes).toEqual([code]);
    expect((await subscribe(begun)).codes).toEqual([]);
  });

  test('variables in eleven levels', async () => {
    const asked = (count: number) => subscribe(events('__typename'), { x: levels(count) });
    expect((await asked(10)).codes).toEqual(['BAD_USER_INPUT']);
    expect((await asked(9)).codes).toEqual([]);
  });

  test('hostile texts for positions, codes and ids', async () => {
    const hostile = [
      '',
      '\0',
      '\u202e',
      '%_\\',
      "' or 1=1 --",
      '\ud83d',
      'å'.repeat(5_000),
      '__proto__',
      '{}',
      '1861\u0000',
    ];
    for (const text of hostile)
      for (const [type, filter] of [
        ['EventCursor', 'after: $x'],
        ['[String!]', 'filter: { municipalityCodes: $x }'],
        ['[ID!]', 'filter: { entryIds: $x }'],
      ] as const) {
        const query = `subscription ($x: ${type}) { directoryChanged(${filter}) { __typename } }`;
        const { codes } = await subscribe(query, { x: type === 'EventCursor' ? text : [text] });
        expect([[], ['BAD_USER_INPUT']]).toContainEqual(codes);
      }
  });

  test('300 misspelt names give no suggestion', async () => {
    const right = ['directoryChanged', 'cursor', 'entry', 'displayName', 'municipalityCodes'];
    const wrong = Array.from({ length: 300 }, (_, i) => {
      const name = right[i % right.length] ?? '';
      const place = i % name.length;
      return `${name.slice(0, place)}q${'abcdefghij'[i % 10]}${name.slice(place + 1)}`;
    });
    for (let i = 0; i < wrong.length; i += 50) {
      const batch = wrong.slice(i, i + 50);
      const { text } = await subscribe(
        entry(batch.map((name) => `... on Person { ${name} }`).join(' ')),
      );
      const told = batch.reduce((rest, name) => rest.replaceAll(name, ''), text);
      expect(right.filter((name) => told.includes(`"${name}"`))).toEqual([]);
    }
  });
});

test('the codes of all these answers are in the closed list', () => {
  expect([...seen].filter((code) => !errorCodes.some((known) => known === code))).toEqual([]);
  expect(seen.size).toBeGreaterThan(4);
  expect(seen).not.toContain('INTERNAL');
});

test('a subscription is paid like a query, once, and what is too much in a minute is refused until there is more', async () => {
  const door = await startDoor(app, { allowances: { ...boundless, people: 20, systems: 30 } });
  const [person, intranet] = [
    await app.token('employee', '1861', '40111'),
    app.keys['intranetHallsberg'] ?? '',
  ];
  const dear = entry('... on Person { manager { manager { id } } reachability { verdict } }');
  const codes = async (who: string) =>
    at((await firstOf(door.url, who, dear)).errors, '*.extensions.code');
  for (const who of [person, intranet]) {
    const told: unknown[] = [];
    while (told.at(-1) === undefined && told.length < 40)
      told.push((await codes(who)) ?? undefined);
    expect([told.length > 1, told.at(-1)]).toEqual([true, ['RATE_LIMITED']]);
    app.clock.advance(60);
    expect(await codes(who)).toBeUndefined();
  }
  await door.stop();
}, 30_000);

test('a key has 200 connections, and another key is not in its way', async () => {
  const open: Watched[] = [];
  for (let i = 0; i < 10; i += 1)
    open.push(
      ...(await Promise.all(
        Array.from({ length: 20 }, () => openAs(app.url, app.keys['phoneSystem'] ?? '')),
      )),
    );
  expect(open.flatMap(({ messages }) => messages.map(({ type }) => type))).toEqual(
    open.map(() => 'connection_ack'),
  );
  expect(await (await openAs(app.url, app.keys['phoneSystem'] ?? '')).closed).toBe(4429);
  const other = await openAs(app.url, key);
  expect(other.messages).toEqual([{ type: 'connection_ack' }]);
  for (const { socket } of [...open, other]) socket.terminate();
}, 30_000);

test('compression is not agreed upon, whoever offers it', async () => {
  const { socket } = await openSocket(app.url, undefined, { perMessageDeflate: true });
  expect(socket.extensions).toBe('');
  socket.terminate();
});
