import type { Chance } from '../door/chance.js';
import { openAs, openSocket, type Watched } from './socket.js';

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
export function malformed(chance: Chance): string {
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

/** Says so many malformed messages, over ever new connections; tells the codes with which those were closed, and how often. */
export async function sayMalformed(
  url: string,
  key: string,
  count: number,
  chance: Chance,
): Promise<ReadonlyMap<number, number>> {
  const codes = new Map<number, number>();
  let watched: Watched | null = null;
  let gone = true;
  for (let i = 0; i < count; i += 1) {
    if (gone) {
      // One in three has not said who it is.
      watched = chance.oneIn(3) ? await openSocket(url) : await openAs(url, key);
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
  return codes;
}

/** The codes with which a connection may be closed for what was said over it. */
export const closeCodes: readonly number[] = [4400, 4401, 4403, 4408, 4409, 4429, 1006];
