import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startLevels, type LevelsTest } from '../../support/levels.js';
import { watch, type Watching } from '../../support/live/watch.js';

let t: LevelsTest;
let ids: readonly string[];
const open: Watching[] = [];
let changes = 0;

beforeAll(async () => {
  t = await startLevels();
  const { rows } = await t.db.query<{ id: string }>(
    `select p.id from person p join person_local l on l.person_id = p.id
      where l.protection_level = 'OPEN' and p.employment = 'ACTIVE' and p.municipality_code = '1860' order by p.id`,
  );
  ids = rows.map(({ id }) => id);
}, 60_000);
afterAll(async () => {
  for (const one of open) await one.stop();
  await t.stop();
});

async function watching(who: string): Promise<Watching> {
  const stream = await watch(t.app, who, '... on Person { title }');
  open.push(stream);
  return stream;
}
/** Whether an entry that has not been told of before is not told of either, when nothing that is seen of it changes. */
async function isQuiet(stream: Watching, id: string, mark: string): Promise<boolean> {
  changes += 1;
  // Another instant each time: what is written as it was changes nothing, and would be quiet anyway.
  const since = new Date(t.app.clock.now().getTime() - changes * 1_000);
  await t.db.query('update person set missing_since = $2 where id = $1', [id, since]);
  await t.db.query('update person set title = $1 where email = $2', [
    mark,
    'anna-karin.lindblad@hallsberg.test',
  ]);
  const first = (await stream.next()) as { entry: { title: string } };
  if (first.entry.title !== mark) await stream.next();
  return first.entry.title === mark;
}
/** Whether that comes to be so, of ever another entry, tried ever more slowly: looking takes a fifth of the time. */
async function becomesQuiet(stream: Watching): Promise<boolean> {
  for (const [tried, id] of ids.entries()) {
    if (await isQuiet(stream, id, `Titel ${changes}`)) return true;
    await setTimeout(20 * tried);
  }
  return false;
}

test('soon after a stream is opened, what alters nothing that its viewer sees sends nothing', async () => {
  expect(await becomesQuiet(await watching('operator'))).toBe(true);
}, 30_000);

test('nobody is recorded as having read of PROTECTED people by watching alone', async () => {
  await t.force('lars-ake.nilsson', 'PROTECTED');
  const read = async () => (await t.audited('READ_PROTECTED')).length;
  const before = await read();
  await watching(t.first);
  // What is looked at behind the streams is looked at in turn, so that the officer's had its turn before this one.
  expect(await becomesQuiet(await watching('technician'))).toBe(true);
  expect(await read()).toBe(before);
}, 30_000);
