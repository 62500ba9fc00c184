import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { SyncRunId } from '../../../src/kernel/ids.js';
import { startRises, type RisesTest } from '../../support/rises.js';

let rises: RisesTest;
let officer: string;

beforeAll(async () => {
  rises = await startRises();
  officer = await rises.app.token('officer', '1861');
}, 60_000);
afterAll(() => rises.stop());

async function recorded(run: SyncRunId): Promise<unknown> {
  const { rows } = await rises.db.query(
    `select p.email, r.level_before || ' ' || r.level_after as level, r.raised_at as at
       from level_rise r join person p on p.id = r.person_id where r.run_id = $1 order by p.email`,
    [run],
  );
  return rows;
}

test('raises, never lowers, and records whom it raised and from what', async () => {
  const at = rises.app.clock.now();
  const { run, count } = await rises.raise([
    ['filip.aronsson', 'RESTRICTED'],
    ['josefin.arman', 'PROTECTED'],
    ['mattias.lovgren', 'RESTRICTED'],
    ['eva.sundin', 'RESTRICTED'],
    ['maud.tornkvist', 'OPEN'],
    ['#not read before', 'PROTECTED'],
  ]);
  expect(count).toBe(2);
  expect(await recorded(run)).toEqual([
    { email: 'filip.aronsson@hallsberg.test', level: 'OPEN RESTRICTED', at },
    { email: 'josefin.arman@hallsberg.test', level: 'RESTRICTED PROTECTED', at },
  ]);
  expect(await rises.local('filip.aronsson')).toBe('RESTRICTED 2');
  expect(await rises.local('mattias.lovgren')).toBe('RESTRICTED 1');
  expect(await rises.local('eva.sundin')).toBe('PROTECTED 1');
  expect(await rises.local('maud.tornkvist')).toBe('OPEN 1');
});

test('of several marks on one person the highest counts', async () => {
  const { run, count } = await rises.raise([
    ['gunilla.ahlstrom', 'RESTRICTED'],
    ['gunilla.ahlstrom', 'PROTECTED'],
    ['gunilla.ahlstrom', 'OPEN'],
  ]);
  expect(count).toBe(1);
  expect(await rises.local('gunilla.ahlstrom')).toBe('PROTECTED 2');
  expect(await recorded(run)).toHaveLength(1);
});

test('no marks raise nobody', async () => {
  expect(await rises.raise([])).toMatchObject({ count: 0 });
});

test('a run that raises somebody twice remembers the level from before the run', async () => {
  const at = rises.app.clock.now();
  const { run } = await rises.raise([['anna.johansson', 'RESTRICTED']]);
  rises.app.clock.advance(1);
  const { count } = await rises.raise([['anna.johansson', 'PROTECTED']], run);
  expect(count).toBe(1);
  const email = 'anna.johansson@hallsberg.test';
  expect(await recorded(run)).toEqual([{ email, level: 'OPEN PROTECTED', at }]);
});

test('but not the level from before an officer set it while the run went on', async () => {
  const { run } = await rises.raise([['abdi.warsame', 'RESTRICTED']]);
  expect(await rises.setLevel(officer, 'abdi.warsame', 'RESTRICTED')).toEqual([]);
  await rises.raise([['abdi.warsame', 'PROTECTED']], run);
  expect(await recorded(run)).toMatchObject([{ level: 'RESTRICTED PROTECTED' }]);
});
