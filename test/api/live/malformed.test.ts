import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startTestApp, type TestApp } from '../../support/app.js';
import { chanceOf, type Chance } from '../../support/door/chance.js';
import { listening } from '../../support/listening.js';
import { firstOf } from '../../support/live/client.js';
import { openAs, openSocket, type Watched } from '../../support/live/socket.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
}, 60_000);
afterAll(() => app.stop());

const messages = 500;
const watch = 'subscription { directoryChanged { __typename } }';
const words = 'connection_init connection_ack ping pong subscribe next error complete start'.split(
  ' ',
);
const types = [...words, '', 'constructor', '__proto__', 7, null, {}, []];
const payloads = [
  { query: 7 },
  { query: '' },
  { query: '{' },
  { query: watch },
  { query: '{ viewer { roles } }' },
  { query: 'subscription { directoryChanged }' },
  { query: watch, variables: [] },
  { query: watch, variables: { a: 1 } },
  { query: watch, operationName: 'x' },
  { query: watch, operationName: {} },
  { query: watch, extensions: 'x' },
  { message: 'x' },
  [{ message: 'x' }],
  { authorization: 'x' },
  { authorization: {} },
];
const values = [
  null,
  true,
  0,
  -1,
  1e308,
  '',
  'x',
  '\u0000',
  '__proto__',
  [],
  {},
  [[]],
  [{}],
  [null],
];
const odd = [...values, ...payloads];

/** A message that is not right, most often in shape, sometimes not even JSON. */
function malformed(chance: Chance): string {
  const message: Record<string, unknown> = {};
  if (!chance.oneIn(12)) message['type'] = chance.pick(types);
  if (!chance.oneIn(3)) message['id'] = chance.pick(['1', '2', 'toString', '__proto__', ...odd]);
  if (!chance.oneIn(4)) message['payload'] = chance.pick(odd);
  const text = chance.oneIn(15) ? JSON.stringify(chance.pick(odd)) : JSON.stringify(message);
  if (!chance.oneIn(6)) return text;
  const from = chance.below(text.length + 1);
  const middle = chance.pick(['', '"', '}', ']', '\\u0000', '\ufeff', '['.repeat(9_000), 'å']);
  return text.slice(0, from) + middle + text.slice(from + chance.below(5));
}

test(`${messages} malformed messages are never a fault of the program`, async () => {
  const chance = chanceOf(6);
  const codes = new Map<number, number>();
  const { lines } = await listening(async () => {
    let watched: Watched | null = null;
    let gone = true;
    for (let i = 0; i < messages; i += 1) {
      if (gone) {
        // One in three has not said who it is.
        watched = chance.oneIn(3)
          ? await openSocket(app.url)
          : await openAs(app.url, app.keys['operator'] ?? '');
        gone = false;
        void watched.closed.then((code) => {
          gone = true;
          codes.set(code, (codes.get(code) ?? 0) + 1);
        });
      }
      watched?.say(malformed(chance));
      // A closing answer is waited for now and then, so that several messages come at once too.
      if (!chance.oneIn(4)) await new Promise((resolve) => setTimeout(resolve, 5));
      if (watched && watched.socket.readyState !== watched.socket.OPEN) await watched.closed;
    }
    watched?.socket.terminate();
    await watched?.closed;
    const told = JSON.stringify(await firstOf(app.url, app.keys['operator'] ?? '', watch));
    expect(told).toBe('{"data":{"directoryChanged":{"__typename":"Bookmark"}}}');
  });
  expect(lines.filter((line) => /web\.fault|Internal error/.test(line))).toEqual([]);
  const known = [4400, 4401, 4403, 4408, 4409, 4429, 1006];
  expect([...codes.keys()].filter((code) => !known.includes(code))).toEqual([]);
  expect(codes.get(4400)).toBeGreaterThan(50);
}, 60_000);
