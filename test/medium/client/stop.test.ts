import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { watchDirectory } from '../../../src/client/watch-directory.js';
import { PretendDirectory } from '../../support/client/pretend-directory.js';
import { PretendServer } from '../../support/client/pretend-server.js';
import { crowd, soon, watching, type Watching } from '../../support/client/watching.js';

let server: PretendServer;

beforeEach(async () => {
  server = await new PretendServer(new PretendDirectory(crowd(120))).start();
});

afterEach(() => server.stop());

/** Nothing waits, nothing is open, and nothing is told after the end. */
async function expectReleased({ watch, surroundings, states }: Watching): Promise<void> {
  await watch.stopped;
  expect(surroundings.waiting.size).toBe(0);
  expect(await soon(() => server.open === 0)).toBe(true);
  expect(states.filter(({ kind }) => kind === 'STOPPED')).toHaveLength(1);
  expect(states.at(-1)).toBe(watch.state);
  expect(watch.picture.size).toBe(0);
}

const isLive = ({ watch }: Watching) => watch.state.kind === 'LIVE';

test('a live watch that is stopped leaves nothing', async () => {
  const one = watching([server]);
  await soon(() => isLive(one));
  one.watch.stop();
  await expectReleased(one);
  expect(await one.watch.stopped).toMatchObject({ reason: 'CALLER' });
});

test('a watch is stopped by a signal, also one that came before', async () => {
  const stopping = new AbortController();
  const one = watching([server], { signal: stopping.signal });
  await soon(() => isLive(one));
  stopping.abort();
  await expectReleased(one);
  const late = watching([server], { signal: AbortSignal.abort() });
  await expectReleased(late);
  expect(server.pages).toHaveLength(2);
});

test('a watch can be stopped while it lists, connects, waits, and waits for a token', async () => {
  let arrive: () => void = () => undefined;
  const arrived = new Promise<void>((resolve) => (arrive = resolve));
  let go: () => void = () => undefined;
  server.beforePage = () => {
    arrive();
    return new Promise<void>((resolve) => (go = resolve));
  };
  const listing = watching([server]);
  await arrived;
  listing.watch.stop();
  await expectReleased(listing);
  go();
  server.beforePage = () => undefined;

  const waiting = watching([server]);
  await soon(() => isLive(waiting));
  server.cut();
  await soon(() => waiting.watch.state.kind === 'RECONNECTING');
  waiting.watch.stop();
  await expectReleased(waiting);

  const tokenless = watching([server], { token: () => new Promise(() => undefined) });
  await soon(() => tokenless.surroundings.waiting.size > 0);
  tokenless.watch.stop();
  await expectReleased(tokenless);
});

test('a watch that is stopped from within is told nothing more', async () => {
  const one: Watching = watching([server], { onChange: () => one.watch.stop() });
  await expectReleased(one);
  expect(one.states.map(({ kind }) => kind)).toEqual(['LISTING', 'LISTING', 'STOPPED']);
});

test('a function of the caller that throws ends the watch, which says so', async () => {
  const error = new Error('A screen that cannot be drawn');
  const one = watching([server], {
    onChange: () => {
      throw error;
    },
  });
  await expectReleased(one);
  expect(await one.watch.stopped).toMatchObject({ reason: 'OBSERVER_FAILED', error });
  const other = watching([server], {
    onState: () => {
      throw error;
    },
  });
  expect(await other.watch.stopped).toMatchObject({ reason: 'OBSERVER_FAILED', error });
  expect(other.surroundings.waiting.size).toBe(0);
});

test('a watch that is called wrongly says so at once', () => {
  const token = () => 't1';
  expect(() => watchDirectory({ url: [], token })).toThrow('At least one address');
  expect(() => watchDirectory({ url: 'ftp://127.0.0.1/graphql', token })).toThrow('http');
  expect(() => watchDirectory({ url: 'http://127.0.0.1', token, fields: '{ id }' })).toThrow(
    'fragment on DirectoryEntry',
  );
});
