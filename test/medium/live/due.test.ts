import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import type { PersonId } from '../../../src/kernel/ids.js';
import { MoveDue } from '../../../src/presence/move-due.js';
import { DueStore } from '../../../src/store/due.store.js';
import { PositionsStore } from '../../../src/store/positions.store.js';
import { addDays, dateInSweden, instantInSweden } from '../../../src/staff/swedish-time.js';
import { startTestApp, type TestApp } from '../../support/app.js';

let app: TestApp;
let db: Client;
let positions: PositionsStore;
let jobs: readonly MoveDue[];
let anna: PersonId;

beforeAll(async () => {
  app = await startTestApp();
  const database = app.app.get(DataSource);
  positions = new PositionsStore(database);
  // As many as there are processes.
  jobs = [1, 2].map(() => new MoveDue(new DueStore(database), app.clock));
  db = new Client({ connectionString: app.databaseUrl });
  await db.connect();
  const { rows } = await db.query<{ id: PersonId }>(
    `select id from person where email = 'anna-karin.lindblad@hallsberg.test'`,
  );
  anna = rows[0]?.id as PersonId;
}, 60_000);
afterAll(async () => {
  await db.end();
  await app.stop();
});

let looked = 0;
/** What time has moved since the last look, by these jobs and the program's own. */
async function settled() {
  await Promise.all(jobs.map((job) => job.move()));
  // Whoever is at it has ended by then, and may have begun before the clock was set.
  await db.query('select 1 from stream_clock for update');
  await jobs[0]?.move();
  await db.query('select 1 from stream_clock for update');
  const { head, moved: entries } = await positions.undisclosedMoved(looked, 1_000);
  const steps = head.position - looked;
  looked = head.position;
  return { steps, ids: entries.map(({ id }) => id) };
}
/** The same, when each of them has moved once. */
async function moved(): Promise<readonly string[]> {
  const { steps, ids } = await settled();
  expect(steps).toBe(ids.length);
  return ids;
}
const at = (seconds: number) => new Date(app.clock.now().getTime() + seconds * 1_000);
const absence = (from: Date, to: Date | null, id: PersonId = anna) =>
  db.query(
    `insert into absence (id, municipality_code, person_id, reason, starts_at, ends_at, ends_at_precision, phone_rings, source, version)
     values (gen_random_uuid(), '1861', $1, 'MEETING', $2, $3, 'EXACT', false, 'SELF', 1)`,
    [id, from, to],
  );

beforeEach(async () => {
  await db.query('delete from absence');
  await db.query('delete from opening_hours');
  await settled();
});

describe('time moves an entry, once, whoever looks', () => {
  test('when an absence begins, and when it ends', async () => {
    await absence(at(30), at(90));
    await moved();
    expect(await moved()).toEqual([]);
    app.clock.advance(29);
    expect(await moved()).toEqual([]);
    app.clock.advance(1);
    expect(await moved()).toEqual([anna]);
    expect(await moved()).toEqual([]);
    app.clock.advance(300);
    expect(await moved()).toEqual([anna]);
    app.clock.advance(60);
    expect(await moved()).toEqual([]);
  });

  test('when a forwarding is over', async () => {
    await db.query(
      `insert into forwarding (id, municipality_code, person_id, condition, origin, layer, target_kind, active, valid_until, source, version)
       values (gen_random_uuid(), '1861', $1, 'UNCONDITIONAL', 'ANY', 'DIRECTORY', 'VOICEMAIL', true, $2, 'SELF', 1)`,
      [anna, at(10)],
    );
    await moved();
    app.clock.advance(10);
    expect(await moved()).toEqual([anna]);
    expect(await moved()).toEqual([]);
  });

  test('when an absence that repeats begins and ends, on both sides of a night when the clock is changed', async () => {
    const start = instantInSweden('2027-03-26', '09:00');
    await db.query(
      `insert into absence (id, municipality_code, person_id, reason, starts_at, ends_at, ends_at_precision, phone_rings, source, version, recurrence)
       values (gen_random_uuid(), '1861', $1, 'MEETING', $2, $3, 'EXACT', false, 'SELF', 1,
         '{"rule":"FREQ=DAILY","exceptHolidays":false,"endedEarly":[]}')`,
      [anna, start, new Date(start.getTime() + 3_600_000)],
    );
    const until = (day: string, time: string) =>
      app.clock.advance((instantInSweden(day, time).getTime() - app.clock.now().getTime()) / 1_000);
    until('2027-03-27', '08:59');
    await settled();
    const told: string[] = [];
    for (const [day, time] of [
      ['2027-03-27', '09:00'],
      ['2027-03-27', '10:00'],
      ['2027-03-28', '08:59'],
      ['2027-03-28', '09:00'],
      ['2027-03-28', '10:00'],
    ] as const) {
      until(day, time);
      told.push(`${day} ${time} ${(await moved()).length}`);
    }
    expect(told).toEqual([
      '2027-03-27 09:00 1',
      '2027-03-27 10:00 1',
      '2027-03-28 08:59 0',
      '2027-03-28 09:00 1',
      '2027-03-28 10:00 1',
    ]);
  });

  test('at midnight, while they are away or forwarded, or work where hours are kept: "i morgon" is "i dag" then', async () => {
    const until = (day: string, time: string) =>
      app.clock.advance((instantInSweden(day, time).getTime() - app.clock.now().getTime()) / 1_000);
    // As long after the test before as whoever watches may sleep.
    const day = addDays(dateInSweden(app.clock.now()), 1);
    const nextDay = addDays(day, 1);
    const midnight = instantInSweden(nextDay, '00:00');
    const { rows: others } = await db.query<{ id: PersonId; unit_id: string }>(
      `select id, unit_id from person
        where employment = 'ACTIVE' and unit_id is not null
          and unit_id not in (select unit_id from person where id = $1 and unit_id is not null)
        order by id`,
      [anna],
    );
    const [away, back, forwarded, over, inHours] = others.map(({ id }) => id);
    const hour = (hours: number) => new Date(midnight.getTime() + hours * 3_600_000);
    await absence(hour(-2), hour(8), away);
    await absence(hour(-2), hour(-1), back);
    await absence(hour(-2), null, over);
    for (const [id, end] of [
      [forwarded, hour(8)],
      [over, hour(-1)],
    ] as const)
      await db.query(
        `insert into forwarding (id, municipality_code, person_id, condition, origin, layer, target_kind, active, valid_until, source, version)
         values (gen_random_uuid(), '1861', $1, 'UNCONDITIONAL', 'ANY', 'EXCHANGE', 'VOICEMAIL', true, $2, 'SELF', 1)`,
        [id, end],
      );
    until(day, '23:59');
    await settled();
    app.clock.advance(60);
    expect((await moved()).toSorted()).toEqual(
      others
        .slice(0, 3)
        .filter((_, i) => i !== 1)
        .map(({ id }) => id),
    );
    expect(await moved()).toEqual([]);
    await db.query(
      `insert into opening_hours
       select unit_id, municipality_code, 3, '08:00', '16:00' from person where id = $1`,
      [inHours],
    );
    until(nextDay, '23:59');
    await settled();
    app.clock.advance(60);
    expect(await moved()).toContain(inHours);
  });

  test('when a workplace opens and closes: those of its units, on a holiday by the hours of a Sunday', async () => {
    const until = (day: string, time: string) =>
      app.clock.advance((instantInSweden(day, time).getTime() - app.clock.now().getTime()) / 1_000);
    for (const [weekday, opens, closes] of [
      [5, '08:00', '16:00'],
      [7, '10:00', '12:00'],
    ] as const)
      await db.query(
        'insert into opening_hours select unit_id, municipality_code, $2, $3, $4 from person where id = $1',
        [anna, weekday, opens, closes],
      );
    const told: string[] = [];
    // A Friday like others, and the first of May, a Saturday that is a holiday.
    for (const [day, time] of [
      ['2027-04-23', '07:59'],
      ['2027-04-23', '08:00'],
      ['2027-04-23', '16:00'],
      ['2027-04-30', '15:59'],
      ['2027-04-30', '16:00'],
      ['2027-05-01', '09:59'],
      ['2027-05-01', '10:00'],
    ] as const) {
      until(day, time);
      const { ids } = await settled();
      told.push(`${day} ${time} ${time.endsWith('59') ? 'any' : ids.includes(anna)}`);
    }
    expect(told).toEqual([
      '2027-04-23 07:59 any',
      '2027-04-23 08:00 true',
      '2027-04-23 16:00 true',
      '2027-04-30 15:59 any',
      '2027-04-30 16:00 true',
      '2027-05-01 09:59 any',
      '2027-05-01 10:00 true',
    ]);
  });
});

test('everybody whose absence ends in one second is moved, once, in steps', async () => {
  const { rows } = await db.query<{ id: PersonId }>(
    `select id from person where employment = 'ACTIVE' order by id`,
  );
  for (const { id } of rows) {
    await absence(at(-600), at(60), id);
    await absence(at(-500), at(60), id);
  }
  await settled();
  app.clock.advance(60);
  expect((await moved()).toSorted()).toEqual(rows.map(({ id }) => id).toSorted());
  expect(await moved()).toEqual([]);
});

test('after more than a day without anybody who told of it, everybody lists again', async () => {
  app.clock.advance(2 * 86_400);
  const before = looked;
  expect(await settled()).toMatchObject({ steps: 3, ids: [] });
  expect((await positions.undisclosedMoved(before, 1)).resets).toHaveLength(3);
});
