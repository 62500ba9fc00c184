import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startStaffedSlapd, staffBase, type StaffedSlapd } from '../../support/openldap/staffed.js';
import { startRealSource, type RealSource } from '../../support/real-source.js';
import { startWatchingProxy, type Verdict } from '../../support/watching-proxy.js';

const people = 700;
/** About the middle of a read of everybody. */
const middle = 150_000;
let server: StaffedSlapd;
let real: RealSource;

beforeAll(async () => {
  server = await startStaffedSlapd(people);
  real = await startRealSource(server.directory);
  expect(await real.run()).toMatchObject({ status: 'SUCCEEDED', created: people });
}, 60_000);
afterAll(async () => {
  await real.stop();
  await server.slapd.stop();
});

/** A run that meets a fault changes nothing and says so in a sentence; the next healthy one is as it should be. */
async function expectFailed(run: () => Promise<unknown>, sentence: RegExp): Promise<void> {
  const before = await real.facts();
  expect(await run()).toMatchObject({ status: 'FAILED' });
  expect(await real.facts()).toBe(before);
  expect(await real.lastRun()).toMatchObject({
    kind: 'COMPLETE',
    status: 'FAILED',
    message: expect.stringMatching(sentence),
    seen: 0,
    created: 0,
    updated: 0,
    missing: 0,
    removed: 0,
  });
}

async function expectHealthy(numbers: object): Promise<void> {
  expect(await real.run()).toMatchObject({ status: 'SUCCEEDED', missing: 0, ...numbers });
  expect(await real.lastRun()).toMatchObject({ status: 'SUCCEEDED', message: null, ...numbers });
  expect(await real.staff()).toEqual(await server.edit.staff());
}

const portOf = (url: string) => Number(new URL(url).port);

test('2: a server that is killed while a page is read changes nobody', async () => {
  await server.edit.set(['1000000', '1000690'], { title: 'Före' });
  const held = async (): Promise<Verdict> => {
    await server.slapd.halt();
    return 'CUT';
  };
  const port = portOf(server.slapd.ldapsUrl);
  const proxy = await startWatchingProxy({ port, bytes: middle, held });
  try {
    const servers = [`ldaps://127.0.0.1:${proxy.port}`];
    await expectFailed(() => real.run({ directory: { servers } }), /^ldaps:\/\/127\.0\.0\.1:\d+: /);
  } finally {
    await proxy.close();
    await server.slapd.start();
  }
  await expectHealthy({ seen: people, updated: 2 });
});

test('2: a second server reads on from the first page', async () => {
  const port = portOf(server.slapd.ldapsUrl);
  const proxy = await startWatchingProxy({ port, bytes: middle, held: async () => 'CUT' });
  try {
    await server.edit.set(['1000001'], { title: 'Efter' });
    const servers = [`ldaps://127.0.0.1:${proxy.port}`, server.slapd.ldapsUrl];
    await expect(real.run({ directory: { servers } })).resolves.toMatchObject({ seen: people });
  } finally {
    await proxy.close();
  }
  expect(await real.lastRun()).toMatchObject({
    server: server.slapd.ldapsUrl,
    updated: 1,
    missing: 0,
  });
  await expectHealthy({ seen: people, updated: 0 });
});

test('10: paging lifts a limit of 500 entries; one that it does not lift fails', async () => {
  expect(await real.run()).toMatchObject({ status: 'SUCCEEDED', seen: people });
  const small = await startStaffedSlapd(people, { mostInAll: 600, quick: true });
  try {
    const servers = [small.slapd.ldapsUrl];
    const tls = { caFile: small.slapd.caFile, startTls: false };
    const directory = { servers, tls };
    const password = small.slapd.bindPassword;
    await expectFailed(
      () => real.run({ directory, password }),
      /: the server has a size limit that paging does not lift \(sizeLimitExceeded\)\.$/,
    );
  } finally {
    await small.slapd.stop();
  }
  await expectHealthy({ seen: people, updated: 0 });
});

test('14: a StartTLS connection that is lost in the middle fails, and nothing is asked for in clear text', async () => {
  const port = portOf(server.slapd.ldapUrl);
  let cuts = 0;
  const held = async (): Promise<Verdict> => {
    cuts += 1;
    return 'CUT';
  };
  const proxy = await startWatchingProxy({ port, bytes: middle, held });
  const tls = { caFile: server.slapd.caFile, startTls: true, serverName: 'localhost' };
  const servers = [`ldap://127.0.0.1:${proxy.port}`];
  // A connection that StartTLS protects is not told of its end; the patience with a page ends it.
  const patience = { connectSeconds: 3, pageSeconds: 1, runMinutes: 15 };
  try {
    await expectFailed(
      () => real.run({ directory: { servers, tls, patience } }),
      /^ldap:\/\/127\.0\.0\.1:\d+: /,
    );
    expect(cuts).toBe(2);
    const sent = proxy.sent().toString('latin1');
    // What begins TLS is all that may be read.
    expect(sent).toContain('1.3.6.1.4.1.1466.20037');
    for (const secret of [
      server.slapd.bindPassword,
      'hallsberg',
      'employeeNumber',
      'inetOrgPerson',
    ])
      expect(sent).not.toContain(secret);
  } finally {
    await proxy.close();
  }
  await expectHealthy({ seen: people, updated: 0 });
});

test('16: a base that is gone is not a municipality where everybody left', async () => {
  const elsewhere = 'ou=Flyttad,dc=hallsberg,dc=test';
  await server.edit.rename(staffBase, elsewhere);
  try {
    await expectFailed(
      () => real.run(),
      /: the base is not there, or the account may not see it \(noSuchObject\)\.$/,
    );
  } finally {
    await server.edit.rename(elsewhere, staffBase);
  }
  await expectHealthy({ seen: people, updated: 0 });
});

test('20: a directory that lost 6 % of its people is held, with all else that it says', async () => {
  const gone = Array.from({ length: people * 0.06 }, (_, index) => String(1_000_000 + index * 10));
  await server.edit.remove(gone);
  await server.edit.set(['1000001'], { title: 'Ny titel' });
  const before = await real.facts();
  expect(await real.run()).toMatchObject({ status: 'HELD', seen: people - gone.length });
  expect(await real.facts()).toBe(before);
  expect(await real.lastRun()).toMatchObject({
    status: 'HELD',
    message: expect.stringMatching(/^Held by MASS_LOSS: approve or reject plan [0-9a-f]{32}\.$/),
    created: 0,
    updated: 0,
    missing: 0,
  });
  const plan = await real.plan();
  expect(plan?.held).toHaveLength(gone.length);
  await real.decide('APPROVED');
  expect(await real.run()).toMatchObject({ status: 'SUCCEEDED', missing: gone.length, updated: 1 });
  expect(await real.staff()).toEqual(await server.edit.staff());
  expect(await real.person('1000001')).toMatchObject({ title: 'Ny titel' });
});
