import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterEach, expect, test } from '@jest/globals';
import { Client } from 'ldapts';
import { startScriptedLdap, type ScriptedLdap } from '../../support/scripted-ldap.js';
import { emptyPage } from '../../support/scripted-ldap/answer-behaviours.js';
import { asUsual, type Behaviour } from '../../support/scripted-ldap/behaviour.js';
import { rawPage } from '../../support/scripted-ldap/raw-page.js';
import { samplePeople } from '../../support/scripted-ldap/sample-people.js';
import type { Script } from '../../support/scripted-ldap/script.js';
import {
  breakEntry,
  cut,
  cutAfter,
  cutInEntry,
  disconnect,
  drip,
  garbage,
  reset,
  silence,
} from '../../support/scripted-ldap/wire-behaviours.js';

const reader = 'cn=reader,dc=hallsberg,dc=test';
const closed = 'Connection closed before message response';
const timedOut = 'Operation timed out';
let server: ScriptedLdap;
let client: Client;
/** The client's last connection, and everything that came over it. */
let socket: Socket;
let received: Buffer;

afterEach(async () => {
  await client.unbind().catch(() => undefined);
  await server.close();
});

async function start(script: Script, timeout = 5_000): Promise<void> {
  server = await startScriptedLdap({ people: samplePeople(5), anonymous: 'nothing', script });
  client = new Client({
    url: server.url,
    timeout,
    createConnection: () => {
      received = Buffer.alloc(0);
      socket = connect(server.port, '127.0.0.1');
      return socket.on('data', (bytes) => {
        received = Buffer.concat([received, bytes]);
      });
    },
  });
}

/** The client's first page from a server that does so with every search. */
async function firstPage(behaviour: Behaviour, timeout?: number) {
  await start({ search: () => behaviour }, timeout);
  await client.bind(reader, 'x');
  received = Buffer.alloc(0);
  return rawPage(client);
}

function hasReceived(name: string): boolean {
  return received.includes(`${name},ou=Personal`);
}

test('the connection is cut before an answer', async () => {
  await expect(firstPage(cut)).rejects.toThrow(closed);
  expect(received).toHaveLength(0);
  expect(client.isConnected).toBe(false);
});

test('the connection is reset before an answer', async () => {
  await expect(firstPage(reset)).rejects.toThrow('ECONNRESET');
});

test('the connection is cut in the middle of an entry', async () => {
  const whole = await firstPage(asUsual).then(() => received.length);
  await client.unbind();
  await server.close();
  await expect(firstPage(cutInEntry(2))).rejects.toThrow(closed);
  expect(hasReceived('uid=p1')).toBe(true);
  expect(received.length).toBeGreaterThan(whole / 3);
  expect(received.length).toBeLessThan(whole);
});

test('the connection is cut between pages, and the next one is anonymous', async () => {
  await start({ search: ({ connection }) => (connection === 1 ? cutAfter : asUsual) });
  await client.bind(reader, 'x');
  const { names, cookie } = await rawPage(client);
  expect(names).toEqual(['uid=p1', 'uid=p2']);
  await once(socket, 'close');
  expect(client.isBound).toBe(false);
  expect((await client.search('dc=hallsberg,dc=test', {})).searchEntries).toEqual([]);
  const second = await rawPage(client, { cookie: cookie ?? Buffer.alloc(0) });
  expect(second).toMatchObject({ status: 0, names: [], cookie: Buffer.alloc(0) });
  expect(server.connections).toBe(2);
  expect(server.searches.map(({ boundAs }) => boundAs)).toEqual([reader, null, null]);
});

test('no answer ever, on a connection that stays open', async () => {
  await expect(firstPage(silence, 150)).rejects.toThrow(timedOut);
  expect(received).toHaveLength(0);
  await server.untilClosed();
});

test('no answer to a bind', async () => {
  await start({ bind: () => silence }, 150);
  await expect(client.bind(reader, 'x')).rejects.toThrow(timedOut);
  expect(server.binds).toHaveLength(1);
});

test('an entry now and then', async () => {
  const began = performance.now();
  expect((await firstPage(drip(25))).names).toHaveLength(2);
  expect(performance.now() - began).toBeGreaterThan(70);
});

test('an entry now and then, until the client has lost its patience', async () => {
  await expect(firstPage(drip(200), 400)).rejects.toThrow(timedOut);
  expect(hasReceived('uid=p1')).toBe(true);
  await server.untilClosed();
});

test('broken BER in an entry', async () => {
  await expect(firstPage(breakEntry(2))).rejects.toThrow('Encoding too long');
  expect(hasReceived('uid=p1')).toBe(true);
  expect(hasReceived('uid=p2')).toBe(true);
  expect(client.isConnected).toBe(true);
});

test('bytes that are not LDAP', async () => {
  await expect(firstPage(garbage(), 150)).rejects.toThrow(timedOut);
  expect(received.toString()).toBe('HTTP/1.1 400 Bad Request\r\n\r\n');
});

test('bytes that are not LDAP in the place of a bind', async () => {
  await start({ bind: () => garbage(Buffer.from('SSH-2.0-OpenSSH_9.6\r\n')) }, 150);
  await expect(client.bind(reader, 'x')).rejects.toThrow(timedOut);
});

test('a notice of disconnection', async () => {
  await expect(firstPage(disconnect)).rejects.toThrow(closed);
  expect(received.includes('1.3.6.1.4.1.1466.20036')).toBe(true);
});

test('something else, in another way', async () => {
  expect(await firstPage({ ...emptyPage, ...drip(20) })).toMatchObject({ status: 0, names: [] });
});

test('steps of a test of its own', async () => {
  const twice: Behaviour = {
    send: ([first, ...rest]) => [first ?? 'cut', first ?? 'cut', ...rest],
  };
  expect((await firstPage(twice)).names).toEqual(['uid=p1', 'uid=p1', 'uid=p2']);
});

test('a connection that is cut at once', async () => {
  await start({ accept: () => 'cut' });
  await expect(client.bind(reader, 'x')).rejects.toThrow(closed);
  expect(server).toMatchObject({ connections: 1, requests: [] });
});

test('a connection on which nobody listens', async () => {
  await start({ accept: (connection) => (connection === 1 ? 'silence' : 'serve') }, 150);
  await expect(client.bind(reader, 'x')).rejects.toThrow(timedOut);
  await client.bind(reader, 'x');
  expect(server).toMatchObject({ connections: 2, binds: [{ connection: 2 }] });
});

test('a client that speaks something else is kept in mind, and dropped', async () => {
  await start({});
  const stranger = connect(server.port, '127.0.0.1');
  stranger.on('error', () => undefined).write('GET / HTTP/1.1\r\n\r\n');
  await new Promise((resolve) => stranger.once('close', resolve));
  expect(server.requests).toMatchObject([{ kind: 'malformed', connection: 1 }]);
});
