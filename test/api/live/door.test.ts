import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { startTestApp, type TestApp } from '../../support/app.js';
import { startDoor } from '../../support/door/door.js';
import { forgeries } from '../../support/forgeries.js';
import { issuers, openForge, type Forge } from '../../support/forging.js';
import { at } from '../../support/json.js';
import { firstOf, liveClient } from '../../support/live/client.js';
import { openAs, openSocket } from '../../support/live/socket.js';
import { misshapen } from '../../support/misshapen-tokens.js';
import { startWithIssuers, type SecondProgram } from '../../support/with-issuers.js';

let app: TestApp;
let operator: string;
let forge: Forge;
let program: SecondProgram;
let attacker: Server;
let attackersAddress: string;

beforeAll(async () => {
  app = await startTestApp();
  operator = app.keys['operator'] ?? '';
  forge = await openForge();
  program = await startWithIssuers(app, {
    '1861': [{ issuer: issuers.hallsberg, audience: 'ett-samtal', jwks: forge.keyFiles.hallsberg }],
    '1860': [{ issuer: issuers.laxa, audience: 'ett-samtal', jwks: forge.keyFiles.laxa }],
  });
  attacker = createServer((_, response) => {
    response.end(JSON.stringify({ keys: [forge.attackersKey] }));
  });
  await new Promise<void>((resolve) => attacker.listen(0, '127.0.0.1', resolve));
  attackersAddress = `http://127.0.0.1:${(attacker.address() as AddressInfo).port}/keys`;
}, 90_000);
afterAll(async () => {
  attacker.closeAllConnections();
  await new Promise((resolve) => attacker.close(resolve));
  await program.stop();
  forge.close();
  await app.stop();
});
beforeEach(() => app.clock.advance(2));

const watch = 'subscription { directoryChanged { __typename ... on Bookmark { cursor at } } }';

test('a bookmark comes at once, and another every five seconds', async () => {
  const client = liveClient(app.url, operator);
  const events = client.iterate({ query: watch });
  const told = [await events.next(), await events.next()];
  const at = app.clock.now().toISOString();
  const bookmark = { __typename: 'Bookmark', cursor: expect.any(String), at };
  expect(told.map(({ value }) => value)).toEqual(
    [1, 2].map(() => ({ data: { directoryChanged: bookmark } })),
  );
  await events.return?.();
  await client.dispose();
}, 15_000);

test('whoever shows the key in the header of the upgrade need not say it again', async () => {
  const headers = { authorization: `Bearer ${operator}` };
  const watched = await openSocket(app.url, undefined, { headers });
  watched.say({ type: 'connection_init' });
  expect(await watched.heard()).toEqual({ type: 'connection_ack' });
  watched.socket.terminate();
});

test('of two keys that differ neither counts', async () => {
  const headers = { authorization: `Bearer ${operator}` };
  const watched = await openSocket(app.url, undefined, { headers });
  const authorization = `Bearer ${app.keys['technician']}`;
  watched.say({ type: 'connection_init', payload: { authorization } });
  expect(await watched.closed).toBe(4403);
});

/** How a socket ends whose first message shows this, null shows nothing; or whose upgrade showed these headers. */
async function refusalOf(
  payload: unknown,
  authorization: readonly string[] = [],
): Promise<readonly unknown[]> {
  // Node sends a list as so many headers, which the types of ws do not know.
  const headers: Record<string, string> = {};
  if (authorization.length > 0) Object.assign(headers, { authorization: [...authorization] });
  const watched = await openSocket(program.url, undefined, { headers });
  let reason = '';
  watched.socket.once('close', (_, why) => (reason = why.toString()));
  watched.say({ type: 'connection_init', payload });
  return [await watched.closed, reason, watched.messages];
}

test('true tokens open it', async () => {
  const watched = await openAs(program.url, await forge.sign());
  expect(watched.messages).toEqual([{ type: 'connection_ack' }]);
  watched.socket.terminate();
});

test('no token, and what is none, is refused without a hint', async () => {
  const shown = [null, {}, { authorization: null }, { authorization: 7 }, { authorization: '' }];
  for (const payload of [...shown, { authorization: ['Bearer', operator] }, { token: operator }])
    expect(await refusalOf(payload)).toEqual([4403, 'Forbidden', []]);
});

test('every forged and misshapen token is refused as no token is, in the first message and in the header of the upgrade', async () => {
  const odd: string[] = [];
  for (const [name, make] of [...forgeries, ...misshapen]) {
    const headers = await make(forge, attackersAddress);
    const [authorization] = headers;
    const ends = [await refusalOf(null, headers)];
    // Two of them are something that only headers can be.
    if (headers.length === 1) ends.push(await refusalOf({ authorization }));
    for (const refused of ends.map((end) => JSON.stringify(end)))
      if (refused !== '[4403,"Forbidden",[]]') odd.push(`${name}: ${refused}`);
  }
  expect(odd).toEqual([]);
}, 60_000);

test('an expired token is refused', async () => {
  const now = Math.floor(Date.now() / 1000);
  const token = await forge.sign(forge.claims({ iat: now - 900, exp: now - 300 }));
  expect(await refusalOf({ authorization: `Bearer ${token}` })).toEqual([4403, 'Forbidden', []]);
});

const codes = async (url: string, query: string, variables?: Record<string, unknown>) =>
  at((await firstOf(url, operator, query, variables)).errors, '*.extensions.code');

test('queries and mutations are for HTTP, and subscriptions are not', async () => {
  const erase = 'mutation { endAbsence(input: { id: "x" }) { userErrors { code } } }';
  for (const query of ['{ viewer { roles } }', erase, '{ __schema { types { name } } }'])
    expect(await codes(app.url, query)).toEqual(['OPERATION_NOT_ALLOWED']);
  const { errors } = await app.ask('operator', watch);
  expect(at(errors, '*.extensions.code')).toEqual(['OPERATION_NOT_ALLOWED']);
});

test('in production neither the schema nor what was meant is told', async () => {
  const door = await startDoor(app, { production: true });
  const asked = [
    'subscription { directoryChanged { __typename } } query S { __schema { types { name } } }',
    'subscription A { directoryChanged { __typename } } query S { __type(name: "Person") { name } }',
    'subscription { directoryChanges { __typename } }',
    'subscription { directoryChanged(filter: { unitIdz: [] }) { __typename } }',
    'subscription { __schema { types { name } } }',
    'subscription { __typename }',
  ];
  for (const query of asked) {
    const first = JSON.stringify(await firstOf(door.url, operator, query));
    expect(first).toMatch(/GRAPHQL_VALIDATION_FAILED|OPERATION_RESOLUTION_FAILURE/);
    expect(first).not.toMatch(/[Dd]id you mean|"data"|node_modules|stack/);
  }
  await door.stop();
}, 30_000);

const deep = `subscription { directoryChanged { ... on EntryChanged { entry { ... on Person { ${'manager { '.repeat(12)} id ${'}'.repeat(12)} } } } } }`;
const aliases = Array.from({ length: 16 }, (_, i) => `a${i}: __typename`).join(' ');
const dear = `subscription { directoryChanged { ... on EntryChanged { entry { ... on Person { ${'standIns { ... on Person { '.repeat(8)} id ${'} }'.repeat(8)} } } } } }`;

test.each<[string, string, Record<string, unknown> | undefined, string]>([
  ['no GraphQL', 'subscription {', undefined, 'GRAPHQL_PARSE_FAILED'],
  [
    'too many tokens',
    `subscription { directoryChanged { ${'cursor '.repeat(1_100)} } }`,
    undefined,
    'GRAPHQL_PARSE_FAILED',
  ],
  ['a document of more than 16 KiB', `${watch} # ${'x'.repeat(17_000)}`, undefined, 'BAD_REQUEST'],
  ['too deep', deep, undefined, 'GRAPHQL_VALIDATION_FAILED'],
  ['too dear', dear, undefined, 'COST_LIMIT_EXCEEDED'],
  [
    'too many aliases',
    `subscription { directoryChanged { ${aliases} } }`,
    undefined,
    'GRAPHQL_VALIDATION_FAILED',
  ],
  [
    'two fields at once',
    'subscription { a: directoryChanged { __typename } b: directoryChanged { __typename } }',
    undefined,
    'GRAPHQL_VALIDATION_FAILED',
  ],
  [
    'a field under a condition',
    'subscription { directoryChanged @skip(if: true) { __typename } }',
    undefined,
    'GRAPHQL_VALIDATION_FAILED',
  ],
  [
    'a fragment under a condition',
    'subscription { ... @include(if: false) { directoryChanged { __typename } } }',
    undefined,
    'GRAPHQL_VALIDATION_FAILED',
  ],
  [
    'a variable of another kind',
    'subscription ($f: WatchFilter) { directoryChanged(filter: $f) { __typename } }',
    { f: { entryIds: 7, entryIdz: [] } },
    'BAD_USER_INPUT',
  ],
  [
    'the id of something else',
    'subscription { directoryChanged(filter: { entryIds: ["x"] }) { __typename } }',
    undefined,
    'BAD_USER_INPUT',
  ],
  [
    'more than 500 ids',
    'subscription ($c: [String!]) { directoryChanged(filter: { municipalityCodes: $c }) { __typename } }',
    { c: Array.from({ length: 501 }, () => '1861') },
    'BAD_USER_INPUT',
  ],
  [
    'a position that is none',
    'subscription { directoryChanged(after: "å") { __typename } }',
    undefined,
    'GRAPHQL_VALIDATION_FAILED',
  ],
  [
    'U+0000',
    'subscription ($c: [String!]) { directoryChanged(filter: { municipalityCodes: $c }) { __typename } }',
    { c: ['18\u000061'] },
    'BAD_USER_INPUT',
  ],
])('refused as over HTTP: %s', async (_, query, variables, code) => {
  const told = await codes(app.url, query, variables);
  expect(new Set(told as unknown[])).toEqual(new Set([code]));
});

test('who is not of the audience is told so, and nothing else', async () => {
  const { errors } = await firstOf(app.url, app.keys['integration'] ?? '', watch);
  expect(at(errors, '*.extensions.code')).toEqual(['FORBIDDEN']);
});
