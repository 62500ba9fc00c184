import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startRises, type RisesTest } from '../../support/rises.js';

let rises: RisesTest;
let one: string;
let another: string;

beforeAll(async () => {
  rises = await startRises();
  one = await rises.app.token('officer', '1861', '40102');
  another = await rises.app.token('officer', '1861', '40103');
}, 60_000);
afterAll(() => rises.stop());

test('an undoing is recorded with both officers, and of each person whose level it lowered', async () => {
  const { run } = await rises.raise([
    ['anna.johansson2', 'PROTECTED'],
    ['marianne.falk', 'RESTRICTED'],
  ]);
  await rises.db.query('delete from audit_entry');
  await rises.undo(one, run);
  await rises.undo(one, run);
  await rises.undo(another, run);
  const { rows } = await rises.db.query<{ text: string }>(
    `select concat_ws(' ', e.action, split_part(p.email, '@', 1), e.purpose,
         dense_rank() over (order by min_id)) as text
       from (select a.*, min(a.id) over (partition by a.actor) as min_id from audit_entry a
              where a.action <> 'READ_PROTECTED') e
       left join person p on p.id = e.about
      order by e.id, p.email`,
  );
  const [asked, undone, ...people] = rows.map(({ text }) => text);
  expect([asked, undone]).toEqual(['ASK_LOWER_LEVEL KS 2026-118 1', 'UNDO_RISES KS 2026-118 2']);
  expect(people.toSorted()).toEqual([
    'LOWER_LEVEL anna.johansson2 KS 2026-118 2',
    'LOWER_LEVEL marianne.falk KS 2026-118 2',
  ]);
});
