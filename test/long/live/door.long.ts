import { once } from 'node:events';
import type { Socket } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { startTestApp, type TestApp } from '../../support/app.js';
import { chanceOf } from '../../support/door/chance.js';
import { startProcess, type DoorProcess } from '../../support/door/process.js';
import { at } from '../../support/json.js';
import { bombardStreams } from '../../support/live/bombard.js';
import { firstOf } from '../../support/live/client.js';
import { closeCodes, sayMalformed } from '../../support/live/malformed.js';
import { record, type Recording } from '../../support/live/record.js';
import { openAs, openBare, openSocket, upgradeLines } from '../../support/live/socket.js';
import { subscriptions } from '../../support/live/subscriptions.js';

const hour = 3_600_000;
const megabyte = 1024 * 1024;
const mayGrowBytes = 50 * megabyte;
const watch =
  'subscription { directoryChanged { __typename ... on EntryChanged { entry { ... on Person { title } } } } }';

let app: TestApp;
let program: DoorProcess;
let key: string;
let db: Client;
/** Somebody else, who watches all the time. */
let other: Recording;
beforeAll(async () => {
  app = await startTestApp();
  key = app.keys['operator'] ?? '';
  program = await startProcess(app.environment);
  db = new Client({ connectionString: app.databaseUrl });
  await db.connect();
  other = await record(program.url, app.keys['intranetLaxa'] ?? '', watch);
}, 240_000);
afterAll(async () => {
  other.stop();
  await db.end();
  await program.stop();
  await app.stop();
}, 60_000);

let changes = 0;
/** The other one is told of what changes, within moments, and whoever comes now is served. */
async function othersAreServed(): Promise<void> {
  changes += 1;
  const title = `Titel ${changes}`;
  const began = performance.now();
  await db.query(
    `update person set title = $1 where email = 'anna-karin.lindblad@hallsberg.test'`,
    [title],
  );
  await other.until((event) => at(event, 'entry.title') === title);
  expect(performance.now() - began).toBeLessThan(5_000);
  expect((await firstOf(program.url, key, watch)).errors).toBeUndefined();
  const { status } = await fetch(`${program.url}/healthz`);
  expect(status).toBe(200);
}

/** Does something once to begin with and then again and again, and expects that no memory is kept of it. */
async function leavesNothing(times: number, flood: () => Promise<void>): Promise<void> {
  await flood();
  const before = await program.residentBytes();
  for (let i = 0; i < times; i += 1) {
    await flood();
    await othersAreServed();
  }
  expect((await program.residentBytes()) - before).toBeLessThan(mayGrowBytes);
  expect(program.said()).not.toMatch(/web\.fault|unhandled|Error:/i);
}

test(
  '5,000 malformed messages: no crash, no fault of the program, memory stays flat, and others are served',
  async () => {
    const chance = chanceOf(4_711);
    const codes = new Map<number, number>();
    await leavesNothing(9, async () => {
      for (const [code, times] of await sayMalformed(program.url, key, 500, chance))
        codes.set(code, (codes.get(code) ?? 0) + times);
    });
    expect([...codes.keys()].filter((code) => !closeCodes.includes(code))).toEqual([]);
    expect(codes.get(4400)).toBeGreaterThan(500);
  },
  hour,
);

test.each([
  ['operator', 2_000],
  ['intranetHallsberg', 1_000],
  ['phoneSystem', 1_000],
])(
  'of 4,000 generated subscriptions those of %s: no crash, no fault, each answered within a second, and memory stays flat',
  async (name, count) => {
    const who = app.keys[name] ?? '';
    const asked = subscriptions(count, 4_711 + name.length);
    const { faults, answered, codes, grownBytes } = await bombardStreams(program, who, asked);
    expect([faults, answered]).toEqual([[], count]);
    // Some begin and some do not: else nothing was tried.
    expect(codes['data']).toBeGreaterThan(count / 20);
    expect(codes['GRAPHQL_VALIDATION_FAILED']).toBeGreaterThan(count / 20);
    expect(codes['OPERATION_NOT_ALLOWED']).toBeGreaterThan(count / 50);
    expect(grownBytes).toBeLessThan(mayGrowBytes);
    await othersAreServed();
  },
  hour,
);

test(
  'a flood of tiny pieces is cut off, and is not gathered',
  async () => {
    await leavesNothing(5, async () => {
      const all = await Promise.all(Array.from({ length: 20 }, () => openAs(program.url, key)));
      for (const { socket } of all)
        for (let i = 0; i < 20_000; i += 1) socket.send('{', { fin: false });
      expect(new Set(await Promise.all(all.map(({ closed }) => closed)))).toEqual(new Set([1008]));
    });
  },
  hour,
);

test(
  'a flood of messages that are too large is cut off, and is not read',
  async () => {
    const text = 'x'.repeat(16 * megabyte);
    await leavesNothing(5, async () => {
      const all = await Promise.all(Array.from({ length: 10 }, () => openAs(program.url, key)));
      for (const { socket } of all) socket.send(text);
      const codes = await Promise.all(all.map(({ closed }) => closed));
      // Whoever still writes when the other side has closed sees that alone.
      expect(codes.filter((code) => code !== 1009 && code !== 1006)).toEqual([]);
    });
  },
  hour,
);

test(
  'a flood of half-open connections is let go of, whatever half of them is there',
  async () => {
    const kinds: readonly ((socket: Socket) => void)[] = [
      // A request that never ends; one that is followed by nothing; one whose client can hear and not speak any more.
      (socket) => socket.write(upgradeLines('/graphql').slice(0, -4)),
      (socket) => socket.write(upgradeLines('/graphql')),
      (socket) => socket.end(upgradeLines('/graphql')),
    ];
    await leavesNothing(3, async () => {
      const sockets: Socket[] = [];
      for (let i = 0; i < 600; i += 1) {
        const socket = (await openBare(program.url)).resume();
        kinds[i % kinds.length]?.(socket);
        sockets.push(socket);
      }
      await othersAreServed();
      // The program ends the second and third kind by itself.
      await Promise.all(
        sockets
          .filter((_, i) => i % kinds.length > 0)
          .map(async (socket) => socket.closed || once(socket, 'close')),
      );
      for (const socket of sockets) socket.destroy();
    });
  },
  hour,
);

test('a dead peer is found by its silence, and who answers stays', async () => {
  const living = await record(program.url, key, watch);
  const dead = await openSocket(program.url, undefined, { autoPong: false });
  dead.say({ type: 'connection_init', payload: { authorization: `Bearer ${key}` } });
  await dead.heard();
  dead.say({ type: 'subscribe', id: '1', payload: { query: watch } });
  const began = performance.now();
  expect(await dead.closed).toBe(1006);
  expect(performance.now() - began).toBeLessThan(30_000);
  const before = living.bookmarks();
  while (living.bookmarks() === before) await new Promise((resolve) => setTimeout(resolve, 100));
  living.stop();
}, 60_000);

test('a client that takes nothing while very much changes is cut, and nobody waits for it', async () => {
  const stuck = await openAs(program.url, key);
  stuck.say({
    type: 'subscribe',
    id: '1',
    payload: {
      query: `subscription { directoryChanged { ... on EntryChanged { entry { ... on Person { ${Array.from({ length: 14 }, (_, i) => `a${i}: title`).join(' ')} } } } } }`,
    },
  });
  await stuck.heard();
  stuck.socket.pause();
  const before = await program.residentBytes();
  const long = 'x'.repeat(20_000);
  // It does not answer to a ping either, which is asked for each 12 seconds.
  const deadline = performance.now() + 30_000;
  for (let i = 0; performance.now() < deadline; i += 1) {
    await db.query(
      `update person set title = $1 || $2 where municipality_code = '1860' and kind <> 'SHARED_PHONE'`,
      [String(i), long],
    );
    await othersAreServed();
  }
  stuck.socket.resume();
  expect(await stuck.closed).toBe(1006);
  expect((await program.residentBytes()) - before).toBeLessThan(3 * mayGrowBytes);
}, 240_000);
