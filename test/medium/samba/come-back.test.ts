import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { addLocalFacts, startRealSource, type RealSource } from '../../support/real-source.js';
import {
  department,
  dismiss,
  hire,
  startStaffedSamba,
  type StaffedSamba,
} from '../../support/samba/staffed.js';

const sixHours = 6 * 3600;
let server: StaffedSamba;
let real: RealSource;
let next = 9_000_000;

beforeAll(async () => {
  server = await startStaffedSamba(60);
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

describe('25: somebody who is made anew with the same employee id', () => {
  let id: string;
  let before: Record<string, unknown> | undefined;
  const ids = async () =>
    (await real.db.query('select id from person where employee_id = $1', [id])).rows;

  beforeEach(async () => {
    id = await newcomer();
    await expectRun({ created: 1 });
    await addLocalFacts(real, id);
    before = await real.person(id);
    await server.edit.remove([id]);
    await hire(server, id, unitOf(1), { title: 'Återanställd' });
    await expectRun({ updated: 0 });
    expect(await real.plan()).toMatchObject({
      rules: ['RECREATED'],
      held: [expect.stringContaining(`RELINK:${String(before?.['directory_key'])}:`)],
    });
    // There once, as ever, until somebody has said who it is.
    expect(await ids()).toEqual([{ id: before?.['id'] }]);
    expect(await real.person(id)).toMatchObject({
      employment: 'ACTIVE',
      missing_since: null,
      absences: 1,
    });
    await expectSettled();
  });

  test('25: once approved is who it was', async () => {
    await real.decide('APPROVED');
    await expectRun({ updated: 1 });
    expect(await ids()).toEqual([{ id: before?.['id'] }]);
    const person = await real.person(id);
    expect(person).toMatchObject({
      title: 'Återanställd',
      level: 'RESTRICTED',
      absences: 1,
      added: 1,
    });
    expect(person?.['directory_key']).not.toBe(before?.['directory_key']);
    await expectSettled();
  });

  test('25: once rejected is another person, and the old one is missing', async () => {
    await real.decide('REJECTED');
    await expectRun({ created: 1, missing: 1 });
    expect(await ids()).toHaveLength(2);
    const { rows } = await real.db.query(
      `select missing_since is not null as missing, title from person where employee_id = $1 order by 1`,
      [id],
    );
    expect(rows).toEqual([
      { missing: false, title: 'Återanställd' },
      { missing: true, title: null },
    ]);
    await expectSettled();
  });
});

test('27: somebody whose deletion is undone is back, with everything local', async () => {
  const id = await newcomer();
  await expectRun({ created: 1 });
  await addLocalFacts(real, id);
  const before = await real.person(id);
  const dn = await server.edit.dnOf(id);
  await server.edit.remove([id]);
  await expectRun({ missing: 1 });
  real.clock.advance(sixHours);
  await expectRun({ removed: 1 });
  expect(await real.person(id)).toMatchObject({ employment: 'LEFT' });
  const again = { employeeID: id, displayName: `Ny ${id}`, sn: id, givenName: 'Ny' };
  const values = Object.entries(again).map(
    ([name, value]) => `-\nreplace: ${name}\n${name}: ${value}\n`,
  );
  await server.samba.change(
    `dn: <GUID=${String(before?.['directory_key'])}>\nchangetype: modify\ndelete: isDeleted\n-\nreplace: distinguishedName\ndistinguishedName:: ${Buffer.from(dn).toString('base64')}\n${values.join('')}`,
    '--show-deleted',
  );
  await server.edit.set([id], { userAccountControl: '544' });
  await expectRun({ reappeared: 1, updated: 1 });
  expect(await real.person(id)).toMatchObject({
    id: before?.['id'],
    directory_key: before?.['directory_key'],
    employment: 'ACTIVE',
    missing_since: null,
    left_at: null,
    level: 'RESTRICTED',
    absences: 1,
    added: 1,
  });
  await expectSettled();
});
