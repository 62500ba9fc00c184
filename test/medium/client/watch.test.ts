import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { PretendDirectory } from '../../support/client/pretend-directory.js';
import { PretendServer } from '../../support/client/pretend-server.js';
import { crowd, same, soon, watching, type Watching } from '../../support/client/watching.js';

let directory: PretendDirectory;
let server: PretendServer;
let open: Watching[] = [];

beforeEach(async () => {
  directory = new PretendDirectory(crowd(250));
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
const isRight = (one: Watching) =>
  same(one.names(), directory.names) && same(one.told(), directory.names);

test('all pages are listed, and then the watch is live', async () => {
  const one = watch([server]);
  expect(await soon(() => isLive(one))).toBe(true);
  expect(isRight(one)).toBe(true);
  expect(server.pages.map(({ first }) => first)).toEqual([100, 100, 100]);
  expect(server.streams).toEqual([{ after: '250' }]);
  expect(one.changes()).toBe(1);
  expect(one.states.map(({ kind }) => kind)).toEqual(['LISTING', 'LISTING', 'LISTING', 'LIVE']);
});

test('what changes while the list is being read is in the picture', async () => {
  server.beforePage = (number) => {
    // In pages that have been read, and from one that has not into one that has.
    if (number === 2) directory.change('p3', 'Person 0003 B');
    if (number === 2) directory.change('p240', 'Aaa');
    if (number === 3) directory.remove('p4');
    if (number === 3) directory.change('new', 'Aab');
  };
  const one = watch([server]);
  expect(await soon(() => isLive(one) && isRight(one))).toBe(true);
  expect(one.names()).toMatchObject({ p3: 'Person 0003 B', p240: 'Aaa', new: 'Aab' });
  expect(one.names()).not.toHaveProperty('p4');
});

test('after a break the watch goes on from the last event in the picture, without a new list', async () => {
  const one = watch([server]);
  await soon(() => isLive(one));
  directory.change('p1', 'Seen');
  expect(await soon(() => one.names()['p1'] === 'Seen')).toBe(true);
  server.cut();
  directory.change('p2', 'Missed');
  directory.remove('p5');
  expect(await soon(() => one.watch.state.kind === 'RECONNECTING')).toBe(true);
  expect(await soon(() => isLive(one) && isRight(one))).toBe(true);
  expect(server.pages).toHaveLength(3);
  expect(server.streams.map(({ after }) => after)).toEqual(['250', '251']);
});

test('a stream that is open and says nothing is given up after 15 seconds', async () => {
  const one = watch([server]);
  await soon(() => isLive(one));
  server.silent = true;
  directory.change('p1', 'Not told');
  expect(await soon(() => one.watch.state.kind === 'RECONNECTING')).toBe(true);
  expect(one.watch.state).toMatchObject({ cause: 'SILENT' });
  expect(one.surroundings.waits).toContain(15_000);
  server.silent = false;
  expect(await soon(() => isLive(one) && isRight(one))).toBe(true);
});

test('a server that goes away is left for the next one, and nothing is missed', async () => {
  const other = await new PretendServer(directory).start();
  try {
    const one = watch([server, other]);
    await soon(() => isLive(one));
    const [used, next] = server.open > 0 ? [server, other] : [other, server];
    used.close(1001);
    directory.change('p1', 'Meanwhile');
    expect(await soon(() => next.open === 1 && isLive(one) && isRight(one))).toBe(true);
    expect(one.states).toContainEqual(expect.objectContaining({ cause: 'GOING_AWAY' }));
    expect(next.pages).toEqual([]);
  } finally {
    await other.stop();
  }
});

test('who was too slow lists again; who is one too many waits and does not', async () => {
  const one = watch([server]);
  await soon(() => isLive(one));
  server.closeNew = 4429;
  server.cut();
  expect(await soon(() => server.shown.length > 6)).toBe(true);
  expect(one.watch.state).toMatchObject({ cause: 'TOO_MUCH' });
  expect(server.pages).toHaveLength(3);
  server.closeNew = null;
  await soon(() => isLive(one));
  server.close(4429);
  expect(await soon(() => server.pages.length === 6 && isLive(one))).toBe(true);
});

test.each(['BULK_CHANGE', 'TOO_OLD', 'TOO_SLOW', 'RIGHTS_CHANGED'])(
  'after %s the picture is listed again, and becomes another in one step',
  async (cause) => {
    const one = watch([server]);
    await soon(() => isLive(one));
    server.beforePage = (number) => {
      // Nobody sees the new list before it is whole.
      expect(one.names()['p1']).toBe('Person 0001');
      if (number === 5) directory.change('p2', 'Changed meanwhile');
    };
    server.resync(cause);
    directory.load({ ...crowd(230), p1: 'Loaded', new: 'New' });
    expect(await soon(() => isLive(one) && isRight(one))).toBe(true);
    expect(one.states).toContainEqual({ kind: 'LISTING', listed: 100 });
    // The first list, the second one, and perhaps what changed during it.
    expect(one.changes()).toBeLessThanOrEqual(3);
  },
);

test('a bulk change in the middle of a listing begins it anew', async () => {
  let loads = 0;
  server.beforePage = (number) => {
    if (number === 2 || number === 5)
      directory.load({ ...crowd(220 + number), x: `Load ${++loads}` });
  };
  const one = watch([server]);
  expect(await soon(() => loads === 2 && isLive(one) && isRight(one))).toBe(true);
});
