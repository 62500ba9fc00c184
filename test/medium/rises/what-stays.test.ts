import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { SyncRunId } from '../../../src/kernel/ids.js';
import { startRises, type RisesTest } from '../../support/rises.js';

let rises: RisesTest;
let first: string;
let second: string;

beforeAll(async () => {
  rises = await startRises();
  first = await rises.app.token('officer', '1861');
  second = await rises.app.token('officer', '1861', '40102');
}, 60_000);
afterAll(() => rises.stop());

/** Both officers say so. */
async function undone(run: SyncRunId): Promise<unknown> {
  expect(await rises.undo(first, run)).toMatchObject({ step: 'REQUESTED' });
  return rises.undo(second, run);
}

describe('an undo leaves', () => {
  test('a level that an officer has set by hand since, higher or the same', async () => {
    const { run } = await rises.raise([
      ['filip.aronsson', 'RESTRICTED'],
      ['gunilla.ahlstrom', 'PROTECTED'],
      ['maud.tornkvist', 'PROTECTED'],
    ]);
    expect(await rises.setLevel(first, 'filip.aronsson', 'PROTECTED')).toEqual([]);
    expect(await rises.setLevel(first, 'gunilla.ahlstrom', 'PROTECTED')).toEqual([]);
    expect(await rises.listed(first, run)).toMatchObject({ people: 3, standing: 1 });
    expect(await undone(run)).toEqual({ step: 'UNDONE', lowered: 1, left: 2 });
    expect(await rises.local('filip.aronsson')).toBe('PROTECTED 3');
    expect(await rises.local('gunilla.ahlstrom')).toBe('PROTECTED 3');
    expect(await rises.local('maud.tornkvist')).toBe('OPEN 3');
  });

  test('a level that an officer sets between request and confirmation, also while it is confirmed', async () => {
    const { run } = await rises.raise([['anna.johansson', 'PROTECTED']]);
    await rises.undo(first, run);
    await rises.db.query('begin');
    await rises.db.query(
      `update person_local set level_run_id = null, version = version + 1
        where person_id = (select id from person where email = 'anna.johansson@hallsberg.test')`,
    );
    const confirmation = rises.undo(second, run);
    await somebodyWaits();
    await rises.db.query('commit');
    expect(await confirmation).toEqual({ step: 'UNDONE', lowered: 0, left: 1 });
    expect(await rises.local('anna.johansson')).toBe('PROTECTED 3');
  });

  test("a later run's rise, which can be undone itself, and the earlier one after it", async () => {
    const { run: earlier } = await rises.raise([
      ['abdi.warsame', 'RESTRICTED'],
      ['noah.lundmark', 'RESTRICTED'],
    ]);
    const { run: later } = await rises.raise([['abdi.warsame', 'PROTECTED']]);
    expect(await undone(earlier)).toEqual({ step: 'UNDONE', lowered: 1, left: 1 });
    expect(await rises.local('abdi.warsame')).toBe('PROTECTED 3');
    expect(await undone(later)).toEqual({ step: 'UNDONE', lowered: 1, left: 0 });
    expect(await rises.local('abdi.warsame')).toBe('RESTRICTED 4');
    expect(await rises.listed(first, earlier)).toMatchObject({ standing: 1, undo: 'UNDONE' });
    expect(await undone(earlier)).toEqual({ step: 'UNDONE', lowered: 1, left: 0 });
    expect(await rises.local('abdi.warsame')).toBe('OPEN 5');
    const { rows } = await rises.db.query('select 1 from rise_undo where run_id = $1', [earlier]);
    expect(rows).toHaveLength(2);
  });

  test('a rise that a later run made anew after an undo, since the mark still stands', async () => {
    const { run: earlier } = await rises.raise([['per.lindqvist', 'PROTECTED']]);
    await undone(earlier);
    const { run: later } = await rises.raise([['per.lindqvist', 'PROTECTED']]);
    expect(await rises.undo(first, earlier)).toEqual(['CONFLICT input.runId']);
    expect(await rises.local('per.lindqvist')).toBe('PROTECTED 4');
    expect(await rises.listed(first, later)).toMatchObject({ standing: 1, undo: 'NONE' });
  });

  test('a level that is another than the run gave, however that came about', async () => {
    const { run } = await rises.raise([
      ['isak.norling', 'RESTRICTED'],
      ['moa.eklov', 'RESTRICTED'],
    ]);
    await rises.db.query(
      `update person_local set protection_level = 'PROTECTED'
        where person_id = (select id from person where email = 'isak.norling@hallsberg.test')`,
    );
    expect(await undone(run)).toEqual({ step: 'UNDONE', lowered: 1, left: 1 });
    expect(await rises.local('isak.norling')).toBe('PROTECTED 2');
  });

  test('who has left', async () => {
    const { run } = await rises.raise([
      ['tuva.hage', 'PROTECTED'],
      ['ylva.stenmark', 'PROTECTED'],
    ]);
    await rises.db.query(
      `update person set employment = 'LEFT', left_at = $1 where email = 'tuva.hage@hallsberg.test'`,
      [rises.app.clock.now()],
    );
    expect(await undone(run)).toEqual({ step: 'UNDONE', lowered: 1, left: 1 });
    expect(await rises.local('tuva.hage')).toBe('PROTECTED 2');
  });
});

test('a change that sets no level does not keep anybody raised', async () => {
  const { run } = await rises.raise([['samira.haddad', 'RESTRICTED']]);
  const { count } = await rises.raise([['fredrik.ekman', 'RESTRICTED']], run);
  expect(count).toBe(1);
  const change = `mutation { setNumbers(input: { person: { email: "fredrik.ekman@hallsberg.test" }, mobileAudience: OPERATORS_ONLY, expectedVersion: "2" }) { userErrors { code } } }`;
  expect((await rises.app.ask('technician', change)).data).toEqual({
    setNumbers: { userErrors: [] },
  });
  expect(await undone(run)).toEqual({ step: 'UNDONE', lowered: 1, left: 0 });
  expect(await rises.local('fredrik.ekman')).toBe('OPEN 4');
});

/** Until somebody in this database waits for a lock. */
async function somebodyWaits(): Promise<void> {
  for (;;) {
    const { rows } = await rises.db.query(
      `select 1 from pg_locks l join pg_stat_activity a on a.pid = l.pid
        where not l.granted and a.datname = current_database()`,
    );
    if (rows.length > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
