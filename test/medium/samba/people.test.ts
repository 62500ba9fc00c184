import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { addLocalFacts, startRealSource, type RealSource } from '../../support/real-source.js';
import {
  department,
  dismiss,
  domainBase,
  hire,
  staffBase,
  startStaffedSamba,
  type StaffedSamba,
} from '../../support/samba/staffed.js';

const people = 200;
const perUnit = 40;
const sixHours = 6 * 3600;
const day = 86_400;
let server: StaffedSamba;
let real: RealSource;
let next = 9_000_000;

beforeAll(async () => {
  server = await startStaffedSamba(people);
  real = await startRealSource(server.directory);
  expect(await real.run()).toMatchObject({ status: 'SUCCEEDED' });
}, 120_000);
afterAll(async () => {
  await real.stop();
  await server.samba.stop();
});
afterEach(async () => {
  // Whoever a test has made is gone before the next one.
  await dismiss(server);
  await real.run();
  real.clock.advance(sixHours);
  expect(await real.run()).toMatchObject({ status: 'SUCCEEDED', missing: 0 });
});

const unitOf = (number: number) => `OU=Enhet ${number},${department}`;

/** A run's report and its record, and then one in which nothing happens. */
async function expectRun(numbers: object): Promise<void> {
  const report = { status: 'SUCCEEDED', created: 0, missing: 0, removed: 0, ...numbers };
  expect(await real.run()).toMatchObject(report);
  expect(await real.lastRun()).toMatchObject({ kind: 'COMPLETE', message: null, ...report });
}
async function expectSettled(): Promise<void> {
  const before = await real.facts();
  await expectRun({ updated: 0, reappeared: 0 });
  expect(await real.facts()).toBe(before);
}

/** Somebody new in the first unit. */
async function newcomer(): Promise<string> {
  const id = String((next += 1));
  await hire(server, id, unitOf(1));
  return id;
}

test('20: a directory that lost 6 % of its people is held, with all else that it says', async () => {
  const hired: string[] = [];
  for (let index = 0; index < 14; index += 1) hired.push(await newcomer());
  await expectRun({ created: 14 });
  await server.edit.remove(hired);
  await server.edit.set(['1000001'], { title: 'Ny titel' });
  const before = await real.facts();
  expect(await real.run()).toMatchObject({ status: 'HELD', seen: people });
  expect(await real.facts()).toBe(before);
  expect(await real.lastRun()).toMatchObject({
    status: 'HELD',
    message: expect.stringMatching(/^Held by MASS_LOSS: approve or reject plan [0-9a-f]{32}\.$/),
    updated: 0,
    missing: 0,
  });
  expect((await real.plan())?.held).toHaveLength(14);
  await real.decide('APPROVED');
  await expectRun({ missing: 14, updated: 1 });
  expect(await real.staff()).toEqual(await server.edit.staff());
});

test('21: three who are deleted are missing, then hidden, and erased only by decision', async () => {
  const hired = [await newcomer(), await newcomer(), await newcomer()];
  const keeping = await startRealSource(server.directory);
  const erasing = await startRealSource(server.directory);
  try {
    await erasing.db.query(
      `update municipality_settings set decision_reference = 'KS 2026/1', decided_on = '2026-01-01', leavers_after_days = 30`,
    );
    for (const source of [keeping, erasing]) {
      await source.run();
      for (const id of hired) await addLocalFacts(source, id);
    }
    const kept = { level: 'RESTRICTED', absences: 1, added: 1 };
    const all = async (source: RealSource) => {
      const found: unknown[] = [];
      for (const id of hired) found.push(await source.person(id));
      return found;
    };
    await server.edit.remove(hired);
    for (const source of [keeping, erasing]) {
      expect(await source.run()).toMatchObject({ missing: 3, removed: 0, leftScope: 0 });
      for (const person of await all(source))
        expect(person).toMatchObject({ employment: 'ACTIVE', missing_since: expect.anything() });
      source.clock.advance(sixHours - 120);
      expect(await source.run()).toMatchObject({ status: 'SUCCEEDED', missing: 0, removed: 0 });
      source.clock.advance(60);
      expect(await source.run()).toMatchObject({ status: 'SUCCEEDED', missing: 0, removed: 3 });
      expect(await source.lastRun()).toMatchObject({ removed: 3, missing: 0 });
      for (const person of await all(source))
        expect(person).toMatchObject({
          employment: 'LEFT',
          display_name: expect.stringMatching(/./),
          ...kept,
        });
      source.clock.advance(100 * day);
      expect(await source.run()).toMatchObject({ status: 'SUCCEEDED', missing: 0, removed: 0 });
    }
    for (const person of await all(keeping))
      expect(person).toMatchObject({ employment: 'GONE', ...kept });
    expect(await all(erasing)).toEqual([undefined, undefined, undefined]);
    const { rows } = await erasing.db.query(
      `select display_name, count(*)::int as n from person where employment = 'ERASED' group by 1`,
    );
    expect(rows).toEqual([{ display_name: '', n: 3 }]);
    expect(await keeping.run()).toMatchObject({ status: 'SUCCEEDED', seen: people, updated: 0 });
  } finally {
    await keeping.stop();
    await erasing.stop();
  }
});

test('22: a unit that is renamed, and one that moves, keep their people', async () => {
  const before = await real.person('1000041');
  await server.edit.rename(unitOf(2), unitOf(200));
  await expectRun({ updated: perUnit, moved: perUnit });
  const same = { id: before?.['id'], unit_id: before?.['unit_id'], unit: 'Enhet 200' };
  expect(await real.person('1000041')).toMatchObject(same);
  const elsewhere = `OU=Enhet 200,${staffBase}`;
  await server.edit.rename(unitOf(200), elsewhere);
  await expectRun({ updated: perUnit, moved: perUnit });
  expect(await real.person('1000041')).toMatchObject(same);
  const { rows } = await real.db.query(`select parent_id from unit where name = 'Enhet 200'`);
  expect(rows).toEqual([{ parent_id: null }]);
  expect(await real.staff()).toEqual(await server.edit.staff());
  await expectSettled();
  await server.edit.rename(elsewhere, unitOf(2));
});

test('23: who is moved out of what is searched has left the scope; who is deleted has not', async () => {
  const [moved, deleted] = [await newcomer(), await newcomer()];
  await expectRun({ created: 2 });
  await addLocalFacts(real, moved);
  const outside = `OU=Utanför,${domainBase}`;
  await server.edit.add(outside, { objectClass: 'organizationalUnit', ou: 'Utanför' });
  await server.edit.rename(await server.edit.dnOf(moved), `CN=Ny ${moved},${outside}`);
  await server.edit.remove([deleted]);
  await expectRun({ missing: 2, leftScope: 1 });
  await expectSettled();
  await server.edit.rename(`CN=Ny ${moved},${outside}`, `CN=Ny ${moved},${unitOf(1)}`);
  await expectRun({ reappeared: 1, updated: 0 });
  expect(await real.person(moved)).toMatchObject({
    missing_since: null,
    level: 'RESTRICTED',
    absences: 1,
    added: 1,
  });
});

test('24: somebody who marries and changes units is the same person', async () => {
  await addLocalFacts(real, '1000003');
  const before = await real.person('1000003');
  const mail = 'gift.person@sundviken.test';
  await server.edit.set(['1000003'], { sn: 'Gift', displayName: 'Eva Gift', mail });
  await server.edit.rename(await server.edit.dnOf('1000003'), `CN=Eva Gift,${unitOf(5)}`);
  await expectRun({ updated: 1, moved: 1 });
  expect(await real.person('1000003')).toMatchObject({
    id: before?.['id'],
    directory_key: before?.['directory_key'],
    display_name: 'Eva Gift',
    email: mail,
    unit: 'Enhet 5',
    level: 'RESTRICTED',
    absences: 1,
    added: 1,
  });
  expect(await real.staff()).toEqual(await server.edit.staff());
  await expectSettled();
});

test('28: who is disabled, or expired, is told apart from who is not', async () => {
  const id = await newcomer();
  await expectRun({ created: 1 });
  const state = async () => (await real.person(id))?.['account_state'];
  const windowsTime = (date: Date) =>
    String(BigInt(date.getTime()) * 10_000n + 116_444_736_000_000_000n);
  const tomorrow = windowsTime(new Date(real.clock.now().getTime() + day * 1000));
  const steps: readonly (readonly [string, string, string])[] = [
    ['userAccountControl', '514', 'DISABLED'],
    ['userAccountControl', '544', 'ACTIVE'],
    ['userAccountControl', '546', 'DISABLED'],
    ['userAccountControl', '544', 'ACTIVE'],
    ['accountExpires', windowsTime(new Date(real.clock.now().getTime() - 1000)), 'DISABLED'],
    ['accountExpires', '0', 'ACTIVE'],
    ['accountExpires', tomorrow, 'ACTIVE'],
    ['accountExpires', '9223372036854775807', 'ACTIVE'],
  ];
  let before = 'ACTIVE';
  for (const [attribute, value, after] of steps) {
    await server.edit.set([id], { [attribute]: value });
    await expectRun({ updated: 1, disabled: before === 'ACTIVE' && after === 'DISABLED' ? 1 : 0 });
    expect(await state()).toBe(after);
    before = after;
  }
  // And by time alone: nothing in the directory changes.
  await server.edit.set([id], { accountExpires: tomorrow });
  await expectRun({ updated: 1, disabled: 0 });
  real.clock.advance(2 * day);
  await expectRun({ updated: 1, disabled: 1 });
  expect(await state()).toBe('DISABLED');
  await expectSettled();
});
