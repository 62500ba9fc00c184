import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { MoveDue } from '../../../src/presence/move-due.js';
import { addDays, dateInSweden, instantInSweden } from '../../../src/staff/swedish-time.js';
import { startLevels, type LevelsTest } from '../../support/levels.js';
import { watch, type Watching } from '../../support/live/watch.js';

let t: LevelsTest;
let open: Watching[] = [];

beforeAll(async () => {
  t = await startLevels();
}, 60_000);
afterAll(async () => {
  for (const one of open) await one.stop();
  await t.stop();
});

/** Watches from half a minute before midnight on, when time has settled what was written. */
async function before(write: (tomorrow: string) => Promise<unknown>): Promise<Watching> {
  const tomorrow = addDays(dateInSweden(t.app.clock.now()), 1);
  await write(tomorrow);
  const late = instantInSweden(tomorrow, '00:00').getTime() - 30_000;
  t.app.clock.advance((late - t.app.clock.now().getTime()) / 1_000);
  await t.app.app.get(MoveDue, { strict: false }).moveAfterOthers();
  const fields = '... on Person { displayName reachability { reason phrase } }';
  const stream = await watch(t.app, 'operator', fields);
  open = [...open, stream];
  return stream;
}
/** What the stream tells of somebody next. */
async function told(stream: Watching, name: string): Promise<unknown> {
  for (;;) {
    const { entry } = (await stream.next()) as {
      entry?: { displayName: string; reachability: { reason: string; phrase: string } };
    };
    if (entry?.displayName === name) return entry.reachability;
  }
}

test('P4: at midnight whoever watches is told that an absence ends today', async () => {
  const stream = await before((tomorrow) =>
    t.db.query(
      `insert into absence (id, municipality_code, person_id, reason, starts_at, ends_at, ends_at_precision, phone_rings, source, version)
       select gen_random_uuid(), municipality_code, id, 'MEETING', $1, $2, 'EXACT', false, 'SELF', 1
         from person where email = 'anna-karin.lindblad@hallsberg.test'`,
      [t.app.clock.now(), instantInSweden(tomorrow, '08:00')],
    ),
  );
  t.app.clock.advance(30);
  expect(await told(stream, 'Anna-Karin Lindblad')).toMatchObject({
    phrase: expect.stringMatching(/ och beräknas åter klockan 8\. /),
  });
}, 20_000);

test('P4: at midnight whoever watches is told that a workplace opens today: nobody has gone for the day any more', async () => {
  await t.db.query('delete from absence');
  const stream = await before(() =>
    t.db.query(
      `insert into opening_hours
       select unit_id, municipality_code, weekday, '08:00', '16:00'
         from person, generate_series(1, 7) weekday
        where email = 'anna-karin.lindblad@hallsberg.test'`,
    ),
  );
  t.app.clock.advance(30);
  expect(await told(stream, 'Anna-Karin Lindblad')).toMatchObject({
    reason: 'AWAY',
    phrase: expect.stringMatching(/ är inte på plats och beräknas åter omkring klockan 8\. /),
  });
}, 20_000);
