import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startLevels, type LevelsTest } from '../../support/levels.js';
import { watch, type Watching } from '../../support/live/watch.js';

let t: LevelsTest;
let anna: string;
let open: Watching[] = [];

beforeAll(async () => {
  t = await startLevels();
  anna = await t.id('anna-karin.lindblad');
}, 60_000);
afterAll(async () => {
  for (const one of open) await one.stop();
  await t.stop();
});

const entry =
  '__typename id displayName ... on Person { title currentAbsence { reason note } presence { lines { status } availability } }';
async function watching(who: string, after?: string | null): Promise<Watching> {
  const one = await watch(t.app, who, entry, after);
  open = [...open, one];
  return one;
}
const title = (to: string) =>
  t.db.query('update person set title = $1 where id = (select id from person where email = $2)', [
    to,
    'anna-karin.lindblad@hallsberg.test',
  ]);
async function listed(who: string): Promise<string> {
  const { data } = await t.app.ask(who, '{ directory { eventCursor } }');
  return (data as { directory: { eventCursor: string } }).directory.eventCursor;
}

test('list, then watch: what changes after the list is told', async () => {
  const cursor = await listed('operator');
  await title('Registrator i gruppen');
  const stream = await watching('operator', cursor);
  expect(await stream.next()).toMatchObject({
    __typename: 'EntryChanged',
    entry: { id: anna, title: 'Registrator i gruppen' },
  });
  await title('Arkivarie');
  expect(await stream.next()).toMatchObject({ entry: { id: anna, title: 'Arkivarie' } });
});

test('a change that is nothing to a viewer tells the viewer nothing', async () => {
  const [operator, technician] = [await watching('operator'), await watching('technician')];
  await title('Registrator');
  await operator.next();
  await technician.next();
  const missing = (at: string | null) =>
    t.db.query(
      `update person set missing_since = $1 where email = 'anna-karin.lindblad@hallsberg.test'`,
      [at],
    );
  await missing('2026-11-20T10:00:00Z');
  await missing(null);
  await title('Arkivarie');
  expect(await operator.next()).toMatchObject({ entry: { title: 'Arkivarie' } });
});

describe('who becomes PROTECTED', () => {
  test('is gone once for those who saw the entry, and nothing is told after', async () => {
    const [operator, intranet, officer] = await Promise.all([
      watching('operator'),
      watching('intranetLaxa'),
      watching(t.first),
    ]);
    await t.force('anna-karin.lindblad', 'PROTECTED');
    const gone = { __typename: 'EntryGone', id: anna };
    expect(await operator.next()).toMatchObject(gone);
    expect(await intranet.next()).toEqual({ ...gone, cursor: expect.any(String) });
    expect(await officer.next()).toMatchObject({ entry: { id: anna } });
    const late = await watching('operator');
    await title('Handläggare');
    expect(await officer.next()).toMatchObject({ entry: { title: 'Handläggare' } });
    await t.force('anna-karin.lindblad', 'OPEN');
    for (const one of [operator, intranet, late])
      expect(await one.next()).toMatchObject({ __typename: 'EntryChanged', entry: { id: anna } });
  });

  test('is gone for whoever was away meanwhile, and had seen the entry', async () => {
    const before = await listed('operator');
    await t.force('anna-karin.lindblad', 'PROTECTED');
    const after = await listed('operator');
    await title('Registrator');
    const stream = await watching('operator', before);
    expect(await stream.next()).toMatchObject({ __typename: 'EntryGone', id: anna });
    const late = await watching('operator', after);
    await t.force('anna-karin.lindblad', 'OPEN');
    expect(await late.next()).toMatchObject({ __typename: 'EntryChanged', entry: { id: anna } });
  });
});

test('a bookmark proves that a quiet stream lives, and is watched from', async () => {
  const stream = await watching('operator');
  const first = await stream.bookmark();
  const bookmark = await stream.bookmark();
  expect(bookmark['cursor']).not.toBe(first['cursor']);
  expect(bookmark).toMatchObject({ __typename: 'Bookmark', at: expect.any(String) });
  await title('Kommunvägledare');
  const resumed = await watching('operator', bookmark['cursor'] as string);
  expect(await resumed.next()).toMatchObject({ entry: { title: 'Kommunvägledare' } });
}, 20_000);

test.each([
  ['of somebody else', () => listed('intranetLaxa'), 'RIGHTS_CHANGED'],
  ['of nobody', async () => 'AAAAAAAAAAAAAAAAAAAAAAAA', 'RIGHTS_CHANGED'],
  [
    'of the day before yesterday',
    async () => {
      const cursor = await listed('operator');
      t.app.clock.advance(25 * 3_600);
      return cursor;
    },
    'TOO_OLD',
  ],
  [
    'of before a whole municipality changed',
    async () => {
      const cursor = await listed('operator');
      await t.db.query(
        `update municipality set switchboard_number = switchboard_number || ' ' where code = '1861'`,
      );
      return cursor;
    },
    'BULK_CHANGE',
  ],
])('a position %s is not watched from: the client lists again', async (whose, position, cause) => {
  const stream = await watching('operator', await position());
  expect(await stream.next()).toMatchObject({ __typename: 'ResyncRequired', cause });
  const now = `Titel ${whose}`;
  await title(now);
  let next = await stream.next();
  // A process that had not heard of a large change when the stream was opened tells of it once more.
  while (next['__typename'] === 'ResyncRequired') next = await stream.next();
  expect(next).toMatchObject({ entry: { title: now } });
});
