import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { PretendDirectory } from '../../support/client/pretend-directory.js';
import { PretendServer } from '../../support/client/pretend-server.js';
import { crowd, same, soon, watching, type Watching } from '../../support/client/watching.js';

let directory: PretendDirectory;
let server: PretendServer;
let open: Watching[] = [];

beforeEach(async () => {
  directory = new PretendDirectory(crowd(120));
  server = await new PretendServer(directory).start();
});

afterEach(async () => {
  for (const { watch } of open) watch.stop();
  await Promise.all(open.map(({ watch }) => watch.stopped));
  open = [];
  await server.stop();
});

function watch(...options: Parameters<typeof watching>): Watching {
  const one = watching(...options);
  open.push(one);
  return one;
}

const isLive = ({ watch }: Watching) => watch.state.kind === 'LIVE';
const isRight = (one: Watching) => same(one.names(), directory.names);

test('a token that expires is replaced, and the watch goes on where it was', async () => {
  let asked = 0;
  const one = watch([server], { token: () => `t${++asked}` });
  await soon(() => isLive(one));
  server.tokens.clear();
  server.tokens.add('t2');
  server.close(4403);
  directory.change('p1', 'Meanwhile');
  expect(await soon(() => isLive(one) && isRight(one))).toBe(true);
  expect(asked).toBe(2);
  expect(server.pages).toHaveLength(2);
  server.cut();
  await soon(() => server.streams.length === 3);
  // It is kept while it is good.
  expect(asked).toBe(2);
});

test('a second token that is refused ends the watch, and nobody asks any more', async () => {
  let asked = 0;
  server.tokens.clear();
  const one = watch([server], { token: () => `t${++asked}` });
  const last = await one.watch.stopped;
  expect(last).toMatchObject({ kind: 'STOPPED', reason: 'TOKEN_REFUSED' });
  expect(server.shown).toEqual(['t1', 't2']);
  expect(one.states.at(-1)).toEqual(last);
});

test('the same token is not shown twice', async () => {
  const one = watch([server]);
  await soon(() => isLive(one));
  server.tokens.clear();
  const before = server.shown.length;
  server.close(4403);
  expect(await one.watch.stopped).toMatchObject({ reason: 'TOKEN_REFUSED' });
  expect(server.shown).toHaveLength(before);
  expect(one.watch.picture.size).toBe(0);
});

test('when no token can be had just now it is asked for again, ever more seldom', async () => {
  let asked = 0;
  const token = () => (++asked < 3 ? Promise.reject(new Error('The issuer is away')) : 't1');
  const one = watch([server], { token });
  expect(await soon(() => isLive(one) && isRight(one))).toBe(true);
  expect(one.states).toContainEqual({ kind: 'RECONNECTING', cause: 'NO_TOKEN', heardAt: null });
});

test('a page that is too dear is asked for in halves, and so are all after it', async () => {
  server.mostFirst = 30;
  const one = watch([server]);
  expect(await soon(() => isLive(one) && isRight(one))).toBe(true);
  expect(new Set(server.pages.map(({ first }) => first))).toEqual(new Set([25]));
});

test('a listing waits as long as it is told to, and goes on with the page that it had come to', async () => {
  server.beforePage = (number) => {
    if (number === 1) server.refusal = { status: 429, code: 'RATE_LIMITED', retryAfter: 4 };
  };
  const one = watch([server]);
  await soon(() => one.watch.state.kind === 'RECONNECTING');
  expect(one.watch.state).toMatchObject({ cause: 'TOO_MUCH' });
  server.refusal = null;
  expect(await soon(() => isLive(one) && isRight(one))).toBe(true);
  expect(one.surroundings.waits.some((wait) => wait > 4_000 && wait < 8_000)).toBe(true);
  expect(server.pages).toHaveLength(2);
});

test.each([
  { status: 502 },
  { status: 503, code: 'DEPENDENCY_UNAVAILABLE' },
  { status: 200, code: 'INTERNAL' },
])('while the answer is $status $code it is tried again', async (refusal) => {
  server.refusal = refusal;
  const one = watch([server]);
  expect(await soon(() => server.shown.length > 2)).toBe(true);
  expect(one.watch.state.kind).toMatch(/RECONNECTING|LISTING/);
  server.refusal = null;
  expect(await soon(() => isLive(one) && isRight(one))).toBe(true);
});

test('what is not for this viewer is not asked for again', async () => {
  server.refusal = { status: 200, code: 'FORBIDDEN' };
  const one = watch([server]);
  const last = await one.watch.stopped;
  expect(last).toMatchObject({ reason: 'REQUEST_REFUSED', message: 'FORBIDDEN: FORBIDDEN' });
  expect(server.shown).toHaveLength(1);
});

test('fields that the schema does not have end the watch with what the server says', async () => {
  const one = watch([server], { fields: 'fragment Wrong on DirectoryEntry { id shoeSize }' });
  const last = await one.watch.stopped;
  expect(last.reason).toBe('REQUEST_REFUSED');
  expect(last.message).toContain('shoeSize');
});
