import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { globalId } from '../../../src/kernel/ids.js';
import { at, textAt } from '../../support/json.js';
import { startLevels, type LevelsTest } from '../../support/levels.js';
import { watch, type Watching } from '../../support/live/watch.js';

let t: LevelsTest;
let anna: string;
let home: string;
let stream: Watching;
const mail = 'anna-karin.lindblad@hallsberg.test';

beforeAll(async () => {
  t = await startLevels();
  anna = await t.id('anna-karin.lindblad');
  const { rows } = await t.db.query<{ id: string }>(
    'select unit_id as id from person where email = $1',
    [mail],
  );
  home = rows[0]?.id ?? '';
  await t.db.query(
    `insert into absence (id, municipality_code, person_id, reason, starts_at, ends_at_precision, phone_rings, source, version, note)
     select gen_random_uuid(), municipality_code, id, 'MEETING', $2, 'UNKNOWN', false, 'SELF', 1, 'Ring i kväll' from person where email = $1`,
    [mail, t.app.clock.now()],
  );
  await duty(true);
  stream = await watched();
}, 60_000);
afterAll(async () => {
  await stream.stop();
  await t.stop();
});

/** A stream of the manager's. */
const watched = async () =>
  watch(
    t.app,
    await t.app.token('employee', '1861', '40111'),
    'id ... on Person { title currentAbsence { note } }',
  );
/** Gives the unit to a manager, or takes it away. */
function duty(given: boolean): Promise<unknown> {
  const who = `select $1::uuid, id, 'MANAGER', '1861' from person where municipality_code = '1861' and employee_id = '40111'`;
  return given
    ? t.db.query(`insert into unit_duty (unit_id, person_id, duty, municipality_code) ${who}`, [
        home,
      ])
    : t.db.query('delete from unit_duty where unit_id = $1', [home]);
}
const worksIn = (unit: string) =>
  t.db.query(
    `update person set unit_id = case when $2 then $3::uuid else
       (select u.id from unit u where u.municipality_code = '1861' and u.id <> $3 and not exists (
          with recursive up as (select id, parent_id from unit where id = u.id
            union select v.id, v.parent_id from unit v join up on v.id = up.parent_id) select from up where id = $3)
        order by u.id limit 1) end where email = $1`,
    [mail, unit === home, home],
  );
/** What the client is told next of an entry; of others it may be told once before they have been looked at. */
async function about(id: string): Promise<unknown> {
  for (;;) {
    const { entry } = await stream.next();
    if (entry && textAt(entry, 'id') === id) return entry;
  }
}
/** Waits until it has to list again; of what it listed a moment ago it may be told once more before that. */
async function rightsChanged(): Promise<void> {
  for (;;) if ((await stream.next())['cause'] === 'RIGHTS_CHANGED') return;
}
const noted = (note: string | null) =>
  expect.objectContaining({ id: anna, currentAbsence: { note } });

test('who leaves a manager’s unit is told to the manager as anybody sees that one, and as before on coming back', async () => {
  await worksIn('another');
  expect(await about(anna)).toEqual(noted(null));
  await worksIn(home);
  expect(await about(anna)).toEqual(noted('Ring i kväll'));
});

/** Whether a change of the manager's own entry that alters nothing seen is not told on a stream that has been open for a while. */
async function isQuietAfter(milliseconds: number): Promise<boolean> {
  await stream.stop();
  stream = await watched();
  await setTimeout(milliseconds);
  const own = `municipality_code = '1861' and employee_id = '40111'`;
  // Another instant and another title each time: what is written as it was changes nothing.
  const since = new Date(t.app.clock.now().getTime() - milliseconds);
  await t.db.query(`update person set missing_since = $1 where ${own}`, [since]);
  const { rows } = await t.db.query<{ id: string }>(`select id from person where ${own}`);
  const witness = `Vittne ${milliseconds}`;
  await t.db.query(`update person set title = $1 where email = 'tomas.ek@askersund.test'`, [
    witness,
  ]);
  const manager = globalId('PERSON', rows[0]?.id ?? '');
  for (let quiet = true; ;) {
    const { entry } = await stream.next();
    if (at(entry, 'title') === witness) return quiet;
    quiet &&= at(entry, 'id') !== manager;
  }
}

test('what alters nothing that is seen is soon not told of those near either', async () => {
  // Those near are looked at behind the streams, which takes longer where the machine is slow.
  for (const pause of [50, 500, 5_000]) if (await isQuietAfter(pause)) return;
  throw new Error('The entry was told of each time.');
});

test('who is no manager any more lists again, and so does who becomes one', async () => {
  for (const given of [false, true]) {
    await duty(given);
    await rightsChanged();
  }
  await worksIn('another');
  // Of what was listed a moment ago it may be told once more; if this never comes, the wait for it fails.
  while (at(await about(anna), 'currentAbsence.note') !== null);
});
