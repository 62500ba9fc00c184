import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { startStaffedSlapd, staffBase, type StaffedSlapd } from '../../support/openldap/staffed.js';
import { addLocalFacts, startRealSource, type RealSource } from '../../support/real-source.js';
import { startWatchingProxy } from '../../support/watching-proxy.js';

/** Three pages. The third is asked for when the second one has been read. */
const people = 1_200;
const perUnit = 40;
const department = `ou=Förvaltning 1,${staffBase}`;
const unitOf = (number: number) => `ou=Enhet ${number},${department}`;
let server: StaffedSlapd;
let real: RealSource;

beforeAll(async () => {
  server = await startStaffedSlapd(people);
  real = await startRealSource(server.directory);
}, 60_000);
afterAll(async () => {
  await real.stop();
  await server.slapd.stop();
});
beforeEach(async () => {
  expect(await real.run()).toMatchObject({ status: 'SUCCEEDED' });
});

async function expectSettled(): Promise<void> {
  expect(await real.staff()).toEqual(await server.edit.staff());
  const before = await real.facts();
  expect(await real.run()).toMatchObject({
    status: 'SUCCEEDED',
    created: 0,
    updated: 0,
    missing: 0,
  });
  expect(await real.facts()).toBe(before);
}

test('22: an organisational unit that is renamed keeps its people', async () => {
  const before = await real.person('1000041');
  const units = await real.db.query('select count(*)::int as n from unit');
  await server.edit.rename(unitOf(2), unitOf(200));
  const report = { status: 'SUCCEEDED', created: 0, missing: 0, updated: perUnit, moved: perUnit };
  expect(await real.run()).toMatchObject(report);
  expect(await real.lastRun()).toMatchObject({ ...report, message: null });
  expect(await real.person('1000041')).toMatchObject({
    id: before?.['id'],
    unit_id: before?.['unit_id'],
    unit: 'Enhet 200',
  });
  expect((await real.db.query('select count(*)::int as n from unit')).rows).toEqual(units.rows);
  await expectSettled();
  await server.edit.rename(unitOf(200), unitOf(2));
});

test('22: a department that is renamed takes its units with it', async () => {
  const before = await real.person('1000000');
  await server.edit.rename(department, `ou=Välfärd,${staffBase}`);
  const moved = perUnit * 12;
  expect(await real.run()).toMatchObject({
    status: 'SUCCEEDED',
    updated: moved,
    moved,
    missing: 0,
  });
  expect(await real.person('1000000')).toMatchObject({
    id: before?.['id'],
    unit_id: before?.['unit_id'],
    unit: 'Enhet 1',
  });
  const { rows } = await real.db.query(
    `select parent.name from unit join unit parent on parent.id = unit.parent_id where unit.name = 'Enhet 1'`,
  );
  expect(rows).toEqual([{ name: 'Välfärd' }]);
  await expectSettled();
  await server.edit.rename(`ou=Välfärd,${staffBase}`, department);
});

test('24: somebody who marries and moves to another unit is the same person', async () => {
  await addLocalFacts(real, '1000003');
  const before = await real.person('1000003');
  const mail = 'gift.person@hallsberg.test';
  await server.edit.set(['1000003'], { sn: 'Gift', displayName: 'Eva Gift', mail });
  await server.edit.rename(await server.edit.dnOf('1000003'), `uid=gift,${unitOf(5)}`);
  const report = { status: 'SUCCEEDED', created: 0, missing: 0, updated: 1, moved: 1 };
  expect(await real.run()).toMatchObject(report);
  expect(await real.lastRun()).toMatchObject(report);
  expect(await real.person('1000003')).toMatchObject({
    id: before?.['id'],
    display_name: 'Eva Gift',
    email: mail,
    unit: 'Enhet 5',
    level: 'RESTRICTED',
    absences: 1,
    added: 1,
  });
  await expectSettled();
});

test('46: what changes between two pages does no harm, and the next run settles it', async () => {
  const port = Number(new URL(server.slapd.ldapsUrl).port);
  const added = (id: string) => ({
    objectClass: 'inetOrgPerson',
    uid: id,
    cn: id,
    sn: 'Ny',
    displayName: `Ny ${id}`,
    employeeType: 'anställd',
    employeeNumber: id,
  });
  let changed = false;
  const held = async () => {
    if (changed) return 'GO_ON' as const;
    changed = true;
    const { edit } = server;
    // Read already, and to be read yet.
    await edit.remove(['1000010', '1001150']);
    await edit.set(['1000011', '1001151'], { displayName: 'Omdöpt Person' });
    await edit.rename(await edit.dnOf('1000012'), `uid=flyttad,${unitOf(3)}`);
    // Units that were read before anybody in them: one is new, and one has another name.
    await edit.add(unitOf(77), { objectClass: 'organizationalUnit', ou: 'Enhet 77' });
    await edit.add(`uid=ny,${unitOf(77)}`, added('9000001'));
    await edit.rename(await edit.dnOf('1001152'), `uid=flyttad2,${unitOf(77)}`);
    const last = (await edit.dnOf('1001160')).split(',').slice(1).join(',');
    await edit.rename(last, last.replace(/^ou=[^,]*/, 'ou=Enhet 78'));
    return 'GO_ON' as const;
  };
  const proxy = await startWatchingProxy({ port, bytes: 300_000, held });
  try {
    const servers = [`ldaps://127.0.0.1:${proxy.port}`];
    const report = await real.run({ directory: { servers } });
    expect(report).toMatchObject({ status: 'SUCCEEDED' });
    expect(await real.lastRun()).toMatchObject({ seen: report.seen, created: 1 });
  } finally {
    await proxy.close();
  }
  // Nobody twice, and nobody gone who is there.
  const names = (lines: readonly string[]) => lines.map((line) => line.split('|')[0]);
  const ids = names(await real.staff());
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toEqual(expect.arrayContaining(names(await server.edit.staff())));
  expect(await real.run()).toMatchObject({ status: 'SUCCEEDED', created: 0 });
  await expectSettled();
});
