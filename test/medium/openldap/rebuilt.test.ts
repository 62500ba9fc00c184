import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startStaffedSlapd, type StaffedSlapd } from '../../support/openldap/staffed.js';
import { addLocalFacts, startRealSource, type RealSource } from '../../support/real-source.js';

const people = 200;
let server: StaffedSlapd;
let rebuilt: StaffedSlapd;
let real: RealSource;

beforeAll(async () => {
  server = await startStaffedSlapd(people);
  rebuilt = await startStaffedSlapd(people, {}, (ldif) =>
    ldif.replaceAll(/^entryUUID: .*$/gm, () => `entryUUID: ${randomUUID()}`),
  );
  real = await startRealSource(server.directory);
}, 60_000);
afterAll(async () => {
  await real.stop();
  await server.slapd.stop();
  await rebuilt.slapd.stop();
});

test('26: a directory that was rebuilt is held, and once approved everybody is who they were', async () => {
  expect(await real.run()).toMatchObject({ status: 'SUCCEEDED', created: people });
  await addLocalFacts(real, '1000004', 'PROTECTED');
  await addLocalFacts(real, '1000005');
  const ids = 'select employee_id, id from person order by employee_id';
  const known = (await real.db.query(ids)).rows;
  const keys = 'select directory_key as key from person';
  const oldKeys = (await real.db.query<{ key: string }>(keys)).rows.map(({ key }) => key);
  const before = await real.facts();
  const there = {
    directory: {
      servers: [rebuilt.slapd.ldapsUrl],
      tls: { caFile: rebuilt.slapd.caFile, startTls: false },
    },
    password: rebuilt.slapd.bindPassword,
  };

  expect(await real.run(there)).toMatchObject({ status: 'HELD', created: 0, missing: 0 });
  expect(await real.facts()).toBe(before);
  expect(await real.lastRun()).toMatchObject({
    status: 'HELD',
    message: expect.stringMatching(/^Held by REBUILT, RECREATED: approve or reject plan /),
    created: 0,
    updated: 0,
    missing: 0,
  });
  const plan = await real.plan();
  expect(plan?.held.filter((entry) => entry.startsWith('RELINK:'))).toHaveLength(people);
  expect(plan?.held).toHaveLength(people);

  // Nobody PROTECTED is counted.
  await real.decide('APPROVED');
  const report = { status: 'SUCCEEDED', created: 0, missing: 0, removed: 0, updated: people - 1 };
  expect(await real.run(there)).toMatchObject(report);
  expect(await real.lastRun()).toMatchObject(report);
  expect((await real.db.query(ids)).rows).toEqual(known);
  const newKeys = (await real.db.query<{ key: string }>(keys)).rows.map(({ key }) => key);
  expect(newKeys.filter((key) => oldKeys.includes(key))).toEqual([]);
  expect(await real.person('1000004')).toMatchObject({ level: 'PROTECTED', absences: 1, added: 1 });
  expect(await real.person('1000005')).toMatchObject({
    level: 'RESTRICTED',
    absences: 1,
    added: 1,
  });
  expect(await real.staff()).toEqual(await rebuilt.edit.staff());

  const settled = await real.facts();
  expect(await real.run(there)).toMatchObject({ status: 'SUCCEEDED', updated: 0, missing: 0 });
  expect(await real.facts()).toBe(settled);
});
