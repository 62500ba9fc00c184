import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { startRealSource, type RealSource } from '../../support/real-source.js';
import {
  department,
  editorOf,
  hire,
  staffBase,
  startStaffedSamba,
  type StaffedSamba,
} from '../../support/samba/staffed.js';

const people = 120;
let server: StaffedSamba;
let real: RealSource;
let next = 9_000_000;

beforeAll(async () => {
  server = await startStaffedSamba(people);
  real = await startRealSource(server.directory);
  expect(await real.run()).toMatchObject({ status: 'SUCCEEDED', created: people });
}, 120_000);
afterAll(async () => {
  await real.stop();
  await server.samba.stop();
});
beforeEach(async () => {
  expect(await real.run()).toMatchObject({ status: 'SUCCEEDED' });
});

const unitOf = (number: number) => `OU=Enhet ${number},${department}`;

async function newcomer(unit: string): Promise<string> {
  const id = String((next += 1));
  await hire(server, id, unit);
  return id;
}

async function lane() {
  const { rows } = await real.db.query(
    'select lane_server as server, lane_position as at from directory_source',
  );
  return rows[0] as { server: string | null; at: string | null };
}

test('the fast lane with uSNChanged sees who is made, changed, renamed, moved and disabled', async () => {
  const { edit } = server;
  const { rows } = await real.db.query<{ id: string }>(
    `select employee_id as id from person where account_state = 'ACTIVE' order by 1 limit 4`,
  );
  const [changed = '', renamed = '', moved = '', disabled = ''] = rows.map(({ id }) => id);
  const before = await lane();
  const unit = `OU=Nystartad,${department}`;
  await edit.add(unit, { objectClass: 'organizationalUnit', ou: 'Nystartad' });
  const hired = await newcomer(unit);
  await edit.set([changed], { title: 'Kommundirektör' });
  await edit.set([renamed], { displayName: 'Gift Person' });
  await edit.rename(await edit.dnOf(renamed), `CN=Gift Person,${unitOf(1)}`);
  await edit.rename(await edit.dnOf(moved), `CN=Flyttad,${unitOf(3)}`);
  await edit.set([disabled], { userAccountControl: '546' });
  const report = { status: 'SUCCEEDED', created: 1, updated: 4, disabled: 1, missing: 0 };
  expect(await real.follow()).toMatchObject(report);
  expect(await real.lastRun()).toMatchObject({ kind: 'DELTA', message: null, ...report });
  expect(await real.person(hired)).toMatchObject({ unit: 'Nystartad' });
  expect(await real.person(changed)).toMatchObject({ title: 'Kommundirektör' });
  expect(await real.person(moved)).toMatchObject({ unit: 'Enhet 3' });
  expect(await real.person(disabled)).toMatchObject({ account_state: 'DISABLED' });
  expect(await real.staff()).toEqual(await edit.staff());
  const after = await lane();
  expect(after.server).toBe(before.server);
  expect(Number(after.at)).toBeGreaterThan(Number(before.at));

  // A deletion is for complete reads.
  await edit.remove([hired]);
  const [facts, runs] = [await real.facts(), await real.countRuns()];
  expect(await real.follow()).toBeNull();
  expect(await real.facts()).toBe(facts);
  expect(await real.countRuns()).toBe(runs);
  expect(await lane()).toEqual(after);
  expect(await real.run()).toMatchObject({ status: 'SUCCEEDED', updated: 0, missing: 1 });
  expect(await real.staff()).toEqual(await edit.staff());
});

test('22: the fast lane gives people of a renamed department their units', async () => {
  const renamed = `OU=Omsorg,${staffBase}`;
  await server.edit.rename(department, renamed);
  const hired = await newcomer(`OU=Enhet 2,${renamed}`);
  expect(await real.follow()).toMatchObject({ created: 1, missing: 0 });
  expect(await real.person(hired)).toMatchObject({ unit: 'Enhet 2' });
  expect(await real.run()).toMatchObject({ status: 'SUCCEEDED', updated: people, moved: people });
  expect(await real.staff()).toEqual(await server.edit.staff());
  await server.edit.rename(renamed, department);
  await server.edit.remove([hired]);
});

test("45: another domain controller's count is not compared with the first one's", async () => {
  const clone = await server.samba.clone();
  try {
    // The first one goes on counting, and knows what the second one does not.
    for (let turn = 0; turn < 5; turn += 1)
      await server.edit.set(['1000010'], { title: `Tur ${turn}` });
    expect(await real.run()).toMatchObject({ status: 'SUCCEEDED', updated: 1 });
    const first = await lane();
    const there = { directory: { servers: [clone.ldapsUrl] } };
    const runs = await real.countRuns();
    expect(await real.follow(there)).toBeNull();
    expect(await lane()).toEqual({ server: null, at: null });
    expect(await real.countRuns()).toBe(runs);
    const edit = editorOf(clone);
    await edit.set(['1000011'], { title: 'Hos den andra' });
    expect(await real.follow(there)).toBeNull();
    const report = {
      status: 'SUCCEEDED',
      created: 0,
      updated: 2,
      missing: 0,
      server: clone.ldapsUrl,
    };
    expect(await real.run(there)).toMatchObject(report);
    expect(await real.lastRun()).toMatchObject({ kind: 'COMPLETE', ...report });
    const second = await lane();
    expect(second.server).not.toBe(first.server);
    expect(Number(second.at)).toBeLessThan(Number(first.at));
    expect(await real.staff()).toEqual(await edit.staff());
    // And the lane follows the other one from there.
    await edit.set(['1000012'], { title: 'Också där' });
    expect(await real.follow(there)).toMatchObject({ status: 'SUCCEEDED', updated: 1 });
    expect(await real.run(there)).toMatchObject({ status: 'SUCCEEDED', updated: 0, missing: 0 });
  } finally {
    await clone.stop();
  }
});
