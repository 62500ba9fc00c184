import { once } from 'node:events';
import type { Socket } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { WebSocket } from 'ws';
import { LiveConnections } from '../../../src/web/live/live-connections.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { startDoor } from '../../support/door/door.js';
import { firstOf } from '../../support/live/client.js';
import {
  openAs,
  openBare,
  openSocket,
  untilClosed,
  upgradeLines,
  type Watched,
} from '../../support/live/socket.js';

let app: TestApp;
let operator: string;
let connections: LiveConnections;
const bookmark = { data: { directoryChanged: { __typename: 'Bookmark' } } };
const watch = 'subscription { directoryChanged { __typename } }';

beforeAll(async () => {
  app = await startTestApp();
  operator = app.keys['operator'] ?? '';
  connections = app.app.get(LiveConnections, { strict: false });
}, 60_000);
afterAll(() => app.stop());

/** Waits until no connection is left: what was closed is also let go of. */
async function untilEmpty(): Promise<void> {
  while (connections.size > 0) await new Promise((resolve) => setTimeout(resolve, 10));
}

test.each<[string, string, Readonly<Record<string, string | null>>, string]>([
  ['another path', '/', {}, '404 Not Found'],
  ['a path below', '/graphql/x', {}, '404 Not Found'],
  ['a path above', '/graphq', {}, '404 Not Found'],
  ['a slash more', '/graphql/', {}, '404 Not Found'],
  ['a query', '/graphql?key=1', {}, '404 Not Found'],
  ['no path at all', '*', {}, '404 Not Found'],
  ['an address', 'http://x/graphql', {}, '404 Not Found'],
  ['a longer path than anybody needs', `/${'x'.repeat(8_000)}`, {}, '404 Not Found'],
  ['no subprotocol', '/graphql', { 'sec-websocket-protocol': null }, '400 Bad Request'],
  [
    'the old subprotocol',
    '/graphql',
    { 'sec-websocket-protocol': 'graphql-ws' },
    '400 Bad Request',
  ],
  [
    'a subprotocol like ours',
    '/graphql',
    { 'sec-websocket-protocol': 'graphql-transport-wss' },
    '400 Bad Request',
  ],
  [
    'an empty subprotocol besides',
    '/graphql',
    { 'sec-websocket-protocol': 'graphql-transport-ws,,' },
    '400 Bad Request',
  ],
  ['no key', '/graphql', { 'sec-websocket-key': null }, '400 Bad Request'],
  ['a key that is none', '/graphql', { 'sec-websocket-key': 'short' }, '400 Bad Request'],
  ['another version', '/graphql', { 'sec-websocket-version': '7' }, '400 Bad Request'],
])('answered and closed at once: %s', async (_, path, change, status) => {
  const answer = await untilClosed(app.url, upgradeLines(path, change));
  expect(answer.split('\r\n')[0]).toBe(`HTTP/1.1 ${status}`);
  expect(connections.size).toBe(0);
});

test('a request that offers HTTP/2 is answered over HTTP/1.1, as ever', async () => {
  const lines = upgradeLines('/health/live', { upgrade: 'h2c', connection: 'Upgrade, close' });
  expect(await untilClosed(app.url, lines)).not.toMatch(/^HTTP\/1\.1 (101|400)/);
});

test('a connection that says nothing is closed after three seconds', async () => {
  const silent = await openSocket(app.url);
  expect(await silent.closed).toBe(4408);
}, 10_000);

test('nothing is subscribed to before it is said who asks, and it is said once', async () => {
  const early = await openSocket(app.url);
  early.say({ type: 'subscribe', id: '1', payload: { query: watch } });
  expect(await early.closed).toBe(4401);
  const twice = await openAs(app.url, operator);
  twice.say({ type: 'connection_init' });
  expect(await twice.closed).toBe(4429);
});

test('a message of 64 KiB is read, and one byte more closes the connection', async () => {
  const padded = (length: number) => {
    const text = JSON.stringify({ type: 'ping' });
    return text + ' '.repeat(length - text.length);
  };
  const watched = await openAs(app.url, operator);
  watched.say(padded(64 * 1024));
  expect(await watched.heard()).toEqual({ type: 'pong' });
  watched.say(padded(64 * 1024 + 1));
  expect(await watched.closed).toBe(1009);
});

/** A message in pieces of one byte, as a client may send it. */
function inPieces(socket: WebSocket, text: string): void {
  for (const byte of text) socket.send(byte, { fin: false });
  socket.send('', { fin: true });
}

test('a message in a few pieces is read, and one in very many closes the connection', async () => {
  const watched = await openAs(app.url, operator);
  inPieces(watched.socket, '{"type":"ping"}');
  expect(await watched.heard()).toEqual({ type: 'pong' });
  inPieces(watched.socket, `{"type":"ping"}${' '.repeat(2_000)}`);
  expect(await watched.closed).toBe(1008);
});

test('pieces that are never finished are not gathered', async () => {
  const watched = await openAs(app.url, operator);
  for (let i = 0; i < 20_000; i += 1) watched.socket.send('', { fin: false });
  expect(await watched.closed).toBe(1008);
});

test('bytes are not read, nor text that is no UTF-8', async () => {
  const bytes = await openAs(app.url, operator);
  bytes.socket.send(Buffer.from('{"type":"ping"}'), { binary: true });
  expect(await bytes.closed).toBe(1003);
  const odd = await openAs(app.url, operator);
  odd.socket.send(Buffer.from([0xff, 0xfe]), { binary: false });
  expect(await odd.closed).toBe(1007);
});

test('an id that would come back with every event is short', async () => {
  const watched = await openAs(app.url, operator);
  watched.say({ type: 'subscribe', id: 'x'.repeat(101), payload: { query: watch } });
  expect(await watched.closed).toBe(4400);
  expect(watched.messages).toEqual([{ type: 'connection_ack' }]);
});

test('what a ping brings is not sent back, however deep it is', async () => {
  const watched = await openAs(app.url, operator);
  watched.say(`{"type":"ping","payload":{"a":${'['.repeat(30_000)}${']'.repeat(30_000)}}}`);
  expect(await watched.heard()).toEqual({ type: 'pong' });
  watched.socket.terminate();
});

test('200 half-open upgrades are in nobody’s way, and are let go of', async () => {
  const half: Socket[] = [];
  for (let i = 0; i < 200; i += 1) {
    const socket = await openBare(app.url);
    const lines = upgradeLines('/graphql');
    // Half of them never finish their request, and the others say nothing after it.
    socket.resume().write(i % 2 === 0 ? lines : lines.slice(0, -4));
    half.push(socket);
  }
  expect(await firstOf(app.url, operator, watch)).toEqual(bookmark);
  await Promise.all(half.filter((_, i) => i % 2 === 0).map((socket) => once(socket, 'close')));
  for (const socket of half) socket.destroy();
  await untilEmpty();
}, 20_000);

test('a person has 20 connections, and each of them 20 subscriptions', async () => {
  const token = await app.token('employee', '1861', '40111');
  const open: Watched[] = [];
  for (let i = 0; i < 20; i += 1) open.push(await openAs(app.url, token));
  const more = await openAs(app.url, token);
  expect(await more.closed).toBe(4429);
  const other = await openAs(app.url, await app.token('employee', '1861', '40112'));
  expect(other.messages).toEqual([{ type: 'connection_ack' }]);
  const [first] = open;
  for (let i = 0; i < 21; i += 1)
    first?.say({ type: 'subscribe', id: String(i), payload: { query: watch } });
  const kinds: unknown[] = [];
  while (kinds.length < 21) kinds.push((await first?.heard())?.['type']);
  expect([kinds.filter((kind) => kind === 'next').length, kinds.includes('error')]).toEqual([
    20,
    true,
  ]);
  open[1]?.socket.close();
  await open[1]?.closed;
  while (connections.size > 20) await new Promise((resolve) => setTimeout(resolve, 10));
  const again = await openAs(app.url, token);
  expect(again.messages).toEqual([{ type: 'connection_ack' }]);
  for (const { socket } of [...open, other, again]) socket.terminate();
  await untilEmpty();
}, 20_000);

test('who is gone before it is known who it was is not counted', async () => {
  const token = await app.token('employee', '1861', '40113');
  for (let i = 0; i < 40; i += 1) {
    const early = await openSocket(app.url);
    // Relations are believed for a second, and are read anew here.
    app.clock.advance(2);
    early.say({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } });
    setImmediate(() => early.socket.terminate());
    await early.closed;
  }
  await untilEmpty();
  const { socket, messages } = await openAs(app.url, token);
  expect(messages).toEqual([{ type: 'connection_ack' }]);
  socket.terminate();
  await untilEmpty();
});

test('a place is free again when its subscription ends, also if the id is used anew at once', async () => {
  const watched = await openAs(app.url, operator);
  for (let i = 0; i < 60; i += 1) {
    const id = String(i % 2);
    watched.say({ type: 'subscribe', id, payload: { query: watch } });
    const { type } = await watched.heard();
    expect(type).toBe('next');
    watched.say({ type: 'complete', id });
  }
  watched.socket.terminate();
  await untilEmpty();
});

test('who does not answer to a ping is cut, and who does stays', async () => {
  const answering = await openAs(app.url, operator);
  const dead = await openSocket(app.url, undefined, { autoPong: false });
  const authorization = `Bearer ${operator}`;
  dead.say({ type: 'connection_init', payload: { authorization } });
  await dead.heard();
  connections.beat();
  await Promise.all([once(answering.socket, 'ping'), once(dead.socket, 'ping')]);
  answering.say({ type: 'ping' });
  await answering.heard();
  connections.beat();
  expect(await dead.closed).toBe(1006);
  expect(answering.socket.readyState).toBe(answering.socket.OPEN);
  answering.socket.terminate();
  await untilEmpty();
});

test('a program that stops says goodbye, and leaves no socket open', async () => {
  const door = await startDoor(app);
  const streaming = await openAs(door.url, operator);
  streaming.say({ type: 'subscribe', id: '1', payload: { query: watch } });
  await streaming.heard();
  const silent = await openSocket(door.url);
  // This one never answers that it closes too.
  const deaf = await openBare(door.url);
  deaf.write(upgradeLines('/graphql'));
  await once(deaf, 'data');
  const cut = once(deaf.resume(), 'close');
  const stopped = door.stop();
  expect(await Promise.all([streaming.closed, silent.closed])).toEqual([1001, 1001]);
  await cut;
  await stopped;
  await expect(openBare(door.url)).rejects.toThrow('ECONNREFUSED');
}, 20_000);
