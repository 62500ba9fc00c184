import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { watchDirectory } from '../../../src/client/watch-directory.js';
import type { DirectoryWatch } from '../../../src/client/watch-options.js';
import type { WatchState } from '../../../src/client/watch-state.js';
import { MoveDue } from '../../../src/presence/move-due.js';
import { QuickSurroundings } from '../../support/client/quick.js';
import { soon } from '../../support/client/watching.js';
import { startCuttingProxy, type CuttingProxy } from '../../support/cutting-proxy.js';
import { startLevels, type LevelsTest } from '../../support/levels.js';
import {
  faultOf,
  freshList,
  shownIn,
  stormFields,
  type StormEntry,
} from '../../support/live/storm-entry.js';
import { watch as watchFrom } from '../../support/live/watch.js';

let t: LevelsTest;
let way: CuttingProxy;
let watch: DirectoryWatch<StormEntry>;
let states: WatchState['kind'][];
let operator: string;

beforeAll(async () => {
  t = await startLevels();
  operator = t.app.keys['operator'] ?? '';
  way = await startCuttingProxy(Number(new URL(t.app.url).port), null);
}, 60_000);
afterAll(async () => {
  await way.close();
  await t.stop();
});
beforeEach(async () => {
  states = [];
  watch = watchDirectory({
    url: `http://127.0.0.1:${way.port}/graphql`,
    token: () => operator,
    fields: stormFields,
    surroundings: new QuickSurroundings(),
    onState: ({ kind }) => states.push(kind),
  });
  expect(await soon(isLive)).toBe(true);
});
afterEach(async () => {
  watch.stop();
  await watch.stopped;
});

const isLive = () => watch.state.kind === 'LIVE';
const titled = (uid: string, title: string) =>
  t.db.query('update person set title = $1 where email = $2', [title, `${uid}@hallsberg.test`]);

/** The client is away for so long, by the program's clock, and things change meanwhile. */
async function away(seconds: number): Promise<void> {
  // The program has looked at its clock until now: a silence of more than a day would have everybody list again.
  await t.app.app.get(MoveDue, { strict: false }).move();
  await way.close();
  expect(await soon(() => !isLive())).toBe(true);
  states = [];
  await titled('anna-karin.lindblad', `Borta ${seconds} s`);
  t.app.clock.advance(seconds / 2);
  await t.force('erik.bjorkman', 'PROTECTED');
  await titled('henrik.palm', 'Först så');
  t.app.clock.advance(seconds / 2);
  await titled('henrik.palm', `Sedan så ${seconds}`);
  way = await startCuttingProxy(Number(new URL(t.app.url).port), null, way.port);
}

/** Whether the picture comes to be the directory as it is. */
async function comesRight(): Promise<boolean> {
  const expected = await freshList(t.app.url, operator);
  const right = () => isLive() && faultOf(shownIn(watch.picture), expected) === null;
  return soon(right);
}

test.each([
  ['a minute', 60],
  ['ten minutes', 600],
  ['a minute less than a day', 86_340],
])(
  'who was away for %s goes on from there, without a new list, and has missed nothing',
  async (_, seconds) => {
    const erik = await t.id('erik.bjorkman');
    await t.force('erik.bjorkman', 'OPEN');
    expect(await soon(() => watch.picture.has(erik))).toBe(true);
    await away(seconds);
    expect(await comesRight()).toBe(true);
    expect(watch.picture.has(erik)).toBe(false);
    expect(states).not.toContain('LISTING');
  },
  30_000,
);

test('who was away for 25 hours is told that this is too old, lists again, and has all of it', async () => {
  const stream = await watchFrom(t.app, 'operator', 'id');
  const { cursor } = await stream.bookmark();
  await stream.stop();
  await away(25 * 3_600);
  expect(await comesRight()).toBe(true);
  expect(states).toContain('LISTING');
  const late = await watchFrom(t.app, 'operator', 'id', String(cursor));
  expect(await late.next()).toMatchObject({ __typename: 'ResyncRequired', cause: 'TOO_OLD' });
  await late.stop();
}, 30_000);
