import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { startStaffedSlapd, staffBase, type StaffedSlapd } from '../../support/openldap/staffed.js';
import { addLocalFacts, startRealSource, type RealSource } from '../../support/real-source.js';

const people = 250;
const department = `ou=Förvaltning 1,${staffBase}`;
let server: StaffedSlapd;
let real: RealSource;
let next = 9_000_000;

beforeAll(async () => {
  server = await startStaffedSlapd(people);
  real = await startRealSource(server.directory);
  expect(await real.run()).toMatchObject({ status: 'SUCCEEDED', created: people });
}, 60_000);
afterAll(async () => {
  await real.stop();
  await server.slapd.stop();
});
afterEach(async () => {
  // Whatever the lane did: a complete read agrees with the directory.
  await readAll();
  expect(await real.staff()).toEqual(await server.edit.staff());
  const ids = (await server.edit.staff()).map((line) => line.slice(0, 7));
  await server.edit.remove(ids.filter((id) => id > '9000000'));
  await readAll();
});

/** A complete read; somebody says yes where it is held. */
async function readAll(): Promise<void> {
  if ((await real.run()).status !== 'HELD') return;
  await real.decide('APPROVED');
  expect(await real.run()).toMatchObject({ status: 'SUCCEEDED' });
}

async function hire(unit: string, values: Record<string, string> = {}): Promise<string> {
  next += 1;
  const id = String(next);
  await server.edit.add(`uid=${id},${unit}`, {
    objectClass: 'inetOrgPerson',
    uid: id,
    cn: id,
    sn: 'Ny',
    displayName: `Ny ${id}`,
    employeeType: 'anställd',
    employeeNumber: id,
    ...values,
  });
  return id;
}

async function lane() {
  const { rows } = await real.db.query('select lane_position as at from directory_source');
  return (rows[0] as { at: string | null }).at;
}

describe('the fast lane with entryCSN', () => {
  test('carries out a creation, a change, a move and a new unit with somebody in it', async () => {
    const [before, from] = [await real.person('1000001'), await lane()];
    const hired = await hire(`ou=Enhet 1,${department}`);
    await server.edit.set(['1000001'], { title: 'Kommundirektör' });
    await server.edit.rename(await server.edit.dnOf('1000002'), `uid=m,ou=Enhet 3,${department}`);
    const unit = `ou=Nystartad,${department}`;
    await server.edit.add(unit, { objectClass: 'organizationalUnit', ou: 'Nystartad' });
    const first = await hire(unit);
    const report = { status: 'SUCCEEDED', created: 2, updated: 2, moved: 1, missing: 0 };
    expect(await real.follow()).toMatchObject(report);
    expect(await real.lastRun()).toMatchObject({ kind: 'DELTA', message: null, ...report });
    expect(await real.person('1000001')).toMatchObject({
      id: before?.['id'],
      title: 'Kommundirektör',
    });
    expect(await real.person('1000002')).toMatchObject({ unit: 'Enhet 3' });
    expect(await real.person(hired)).toMatchObject({ unit: 'Enhet 1' });
    expect(await real.person(first)).toMatchObject({ unit: 'Nystartad' });
    expect(await real.staff()).toEqual(await server.edit.staff());
    expect((await lane()) ?? '').not.toBe(from);
  });

  test('writes nothing when nothing changed, and nothing again of what it has carried out', async () => {
    const [runs, facts] = [await real.countRuns(), await real.facts()];
    expect(await real.follow()).toBeNull();
    expect(await real.facts()).toBe(facts);
    await server.edit.set(['1000003'], { title: 'En gång' });
    expect(await real.follow()).toMatchObject({ updated: 1 });
    expect(await real.follow()).toBeNull();
    expect(await real.countRuns()).toBe(runs + 1);
  });

  test('raises a level at once, and protects a new person before the first read', async () => {
    await server.edit.set(['1000004'], { businessCategory: 'skyddad' });
    const hired = await hire(`ou=Enhet 1,${department}`, { businessCategory: 'skyddad' });
    // Nobody PROTECTED is counted, but in the alarm.
    expect(await real.follow()).toMatchObject({ created: 0, updated: 0, raised: 1 });
    for (const id of ['1000004', hired])
      expect(await real.person(id)).toMatchObject({ level: 'PROTECTED' });
    await server.edit.set(['1000004'], { businessCategory: null });
    await real.follow();
    expect(await real.person('1000004')).toMatchObject({ level: 'PROTECTED' });
    await server.edit.remove([hired]);
  });

  test('gives people of a renamed department their units', async () => {
    // The units below a department change their names with it, and not their entryCSN.
    const renamed = `ou=Omsorg,${staffBase}`;
    await server.edit.rename(department, renamed);
    const hired = await hire(`ou=Enhet 2,${renamed}`);
    expect(await real.follow()).toMatchObject({ created: 1 });
    expect(await real.person(hired)).toMatchObject({ unit: 'Enhet 2' });
    expect(await real.run()).toMatchObject({ status: 'SUCCEEDED', missing: 0 });
    expect(await real.staff()).toEqual(await server.edit.staff());
    await server.edit.rename(renamed, department);
  });

  test('has nobody missing', async () => {
    const hired = await hire(`ou=Enhet 1,${department}`);
    expect(await real.follow()).toMatchObject({ created: 1 });
    await server.edit.remove([hired]);
    const [facts, runs] = [await real.facts(), await real.countRuns()];
    expect(await real.follow()).toBeNull();
    expect(await real.facts()).toBe(facts);
    expect(await real.countRuns()).toBe(runs);
    expect(await real.run()).toMatchObject({ status: 'SUCCEEDED', missing: 1 });
  });

  test('leaves to the complete read what the gate would hold', async () => {
    for (let index = 0; index < 60; index += 1) await hire(`ou=Enhet 1,${department}`);
    await server.edit.set(['1000005'], { title: 'Väntar' });
    const facts = await real.facts();
    const nothing = { status: 'ABORTED', created: 0, updated: 0 };
    expect(await real.follow()).toMatchObject(nothing);
    expect(await real.lastRun()).toMatchObject({
      kind: 'DELTA',
      message: 'More than the fast lane may do: the next complete read decides.',
      ...nothing,
    });
    expect(await real.facts()).toBe(facts);
    expect(await lane()).toBeNull();
    expect(await real.follow()).toBeNull();
    expect(await real.run()).toMatchObject({ status: 'HELD', created: 0 });
    expect((await real.plan())?.rules).toEqual(['MASS_CREATION']);
    expect(await real.facts()).toBe(facts);
  });

  test('leaves two hundred lost telephone numbers to the complete read', async () => {
    const { rows } = await real.db.query<{ id: string }>(
      `select employee_id as id from person where filled like '%direct%' order by 1 limit 200`,
    );
    const ids = rows.map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(180);
    await server.edit.set(ids, { telephoneNumber: null });
    const facts = await real.facts();
    expect(await real.follow()).toMatchObject({ status: 'ABORTED', updated: 0 });
    expect(await real.facts()).toBe(facts);
    expect(await real.run()).toMatchObject({ status: 'HELD', updated: 0 });
    expect((await real.plan())?.rules).toEqual(['FIELD_LOSS']);
    expect(await real.facts()).toBe(facts);
  });

  test('does not double somebody who was made anew under another key', async () => {
    const id = await hire(`ou=Enhet 1,${department}`);
    expect(await real.follow()).toMatchObject({ created: 1 });
    await addLocalFacts(real, id);
    const before = await real.person(id);
    await server.edit.remove([id]);
    next -= 1;
    await hire(`ou=Enhet 1,${department}`, { title: 'Återanställd' });
    expect(await real.follow()).toMatchObject({ created: 0, updated: 0 });
    const same = `select id from person where employee_id = $1`;
    expect((await real.db.query(same, [id])).rows).toEqual([{ id: before?.['id'] }]);
    expect(await real.run()).toMatchObject({ status: 'SUCCEEDED', created: 0, missing: 0 });
    expect((await real.plan())?.rules).toEqual(['RECREATED']);
    await real.decide('APPROVED');
    expect(await real.run()).toMatchObject({ status: 'SUCCEEDED', updated: 1, missing: 0 });
    expect(await real.person(id)).toMatchObject({
      id: before?.['id'],
      title: 'Återanställd',
      level: 'RESTRICTED',
      absences: 1,
      added: 1,
    });
  });

  test('counts a refused account, so that the schedule stops before the directory locks it', async () => {
    const refused = 'select refused_binds as n from directory_source';
    await server.edit.set(['1000006'], { title: randomUUID() });
    await expect(real.follow({ password: 'fel' })).rejects.toThrow('(invalidCredentials)');
    expect((await real.db.query(refused)).rows).toEqual([{ n: 1 }]);
    await expect(real.follow({ password: 'fel' })).rejects.toThrow('(invalidCredentials)');
    expect((await real.db.query(refused)).rows).toEqual([{ n: 2 }]);
    expect(await real.follow()).toMatchObject({ updated: 1 });
    expect((await real.db.query(refused)).rows).toEqual([{ n: 0 }]);
  });
});
