import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { watchDirectory } from '../../../src/client/watch-directory.js';
import type { DirectoryWatch, WatchOptions } from '../../../src/client/watch-options.js';
import type { DirectoryQuery, SwitchboardEntryFragment } from '../../../src/client/schema-types.js';
import { exampleText, startExample } from '../../support/client/example.js';
import { soon } from '../../support/client/watching.js';
import { startLevels, type LevelsTest } from '../../support/levels.js';

type Entry = SwitchboardEntryFragment;

let t: LevelsTest;
let anna: string;
const open: DirectoryWatch<Entry>[] = [];

beforeAll(async () => {
  t = await startLevels();
  anna = await t.id('anna-karin.lindblad');
}, 60_000);
afterAll(async () => {
  for (const watch of open) watch.stop();
  await t.stop();
});

/** A client of the program, as whoever holds a key or a token. */
async function watching(
  who: string,
  options: Partial<WatchOptions<Entry>> = {},
): Promise<DirectoryWatch<Entry>> {
  const url = `${t.app.url}/graphql`;
  const watch = watchDirectory({ url, token: () => t.app.keys[who] ?? who, ...options });
  open.push(watch);
  await soon(() => watch.state.kind === 'LIVE');
  expect(watch.state).toEqual({ kind: 'LIVE' });
  return watch;
}
const title = (to: string) =>
  t.db.query('update person set title = $1 where email = $2', [
    to,
    'anna-karin.lindblad@hallsberg.test',
  ]);
const titleIn = ({ picture }: DirectoryWatch<Entry>) => {
  const entry = picture.get(anna);
  return entry && 'title' in entry ? entry.title : undefined;
};

/** The ids of a list, read page by page by hand. */
async function listed(who: string, after: string | null = null): Promise<readonly string[]> {
  const query = `query ($after: String) { directory(first: 50, after: $after) {
    pageInfo { hasNextPage endCursor } edges { node { id } } } }`;
  const { data } = await t.app.ask(who, query, { after });
  const { edges, pageInfo } = (data as DirectoryQuery).directory ?? { edges: [] };
  const ids = edges.map(({ node }) => node.id);
  return pageInfo?.hasNextPage ? [...ids, ...(await listed(who, pageInfo.endCursor))] : ids;
}

test.each(['operator', 'technician', 'intranetLaxa'])(
  'the picture of %s is the directory',
  async (who) => {
    const { picture } = await watching(who);
    expect(picture.size).toBeGreaterThan(100);
    expect([...picture.keys()].toSorted()).toEqual((await listed(who)).toSorted());
  },
);

test('what changes is in the picture, which is that of a client that has just listed', async () => {
  const watch = await watching('operator');
  await title('Registrator i gruppen');
  expect(await soon(() => titleIn(watch) === 'Registrator i gruppen')).toBe(true);
  expect(new Map(watch.picture)).toEqual(new Map((await watching('operator')).picture));
});

test('who becomes PROTECTED is gone from the picture, and comes back when that is over', async () => {
  const gone: string[] = [];
  const watch = await watching('operator', { onChange: (change) => gone.push(...change.gone) });
  await t.force('anna-karin.lindblad', 'PROTECTED');
  expect(await soon(() => !watch.picture.has(anna))).toBe(true);
  expect(gone).toEqual([anna]);
  await t.force('anna-karin.lindblad', 'OPEN');
  expect(await soon(() => watch.picture.has(anna))).toBe(true);
});

test('a filter narrows the list and the watch', async () => {
  const watch = await watching('operator', { filter: { municipalityCodes: ['1861'] } });
  const codes = [...watch.picture.values()].map(({ municipality }) => municipality.code);
  expect(new Set(codes)).toEqual(new Set(['1861']));
  await title('Handläggare');
  expect(await soon(() => titleIn(watch) === 'Handläggare')).toBe(true);
});

test('a key that is not known is told so, and asks no more', async () => {
  const url = `${t.app.url}/graphql`;
  const { reason } = await watchDirectory({ url, token: () => 'no key' }).stopped;
  expect(reason).toBe('TOKEN_REFUSED');
});

test('the README’s switchboard client runs as it is written', async () => {
  expect(exampleText().trim().split('\n').length).toBeLessThan(20);
  const environment = { GRAPHQL_URLS: `${t.app.url}/graphql`, TOKEN: t.app.keys['operator'] ?? '' };
  const example = startExample(environment);
  try {
    expect(await soon(() => example.lines().includes('LIVE'))).toBe(true);
    await title('Arkivarie');
    const isTold = () => example.lines().some((line) => line.startsWith('1 changed, 0 gone, '));
    expect(await soon(isTold)).toBe(true);
    expect(await example.interrupt()).toBe(0);
    expect(example.lines().slice(-2)).toEqual(['STOPPED', 'Stopped.']);
  } finally {
    example.end();
  }
});
