import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startRealSource, type Different, type RealSource } from '../../support/real-source.js';
import { domainBase, startStaffedSamba, type StaffedSamba } from '../../support/samba/staffed.js';
import { startWatchingProxy } from '../../support/watching-proxy.js';

/** Two pages. */
const people = 520;
let server: StaffedSamba;
let real: RealSource;

beforeAll(async () => {
  server = await startStaffedSamba(people);
  real = await startRealSource(server.directory);
  expect(await real.run()).toMatchObject({ status: 'SUCCEEDED', created: people });
}, 120_000);
afterAll(async () => {
  await real.stop();
  await server.samba.stop();
});

/** A run that meets a fault changes nothing and says so in a sentence. */
async function expectFailed(sentence: RegExp, different: Different = {}): Promise<void> {
  const before = await real.facts();
  expect(await real.run(different)).toMatchObject({ status: 'FAILED' });
  expect(await real.facts()).toBe(before);
  expect(await real.lastRun()).toMatchObject({
    status: 'FAILED',
    message: expect.stringMatching(sentence),
    seen: 0,
    created: 0,
    updated: 0,
    missing: 0,
  });
}

/** And the next healthy one is as it should be. */
async function expectHealthy(numbers: object = { updated: 0 }): Promise<void> {
  const report = { status: 'SUCCEEDED', seen: people, created: 0, missing: 0, ...numbers };
  expect(await real.run()).toMatchObject(report);
  expect(await real.lastRun()).toMatchObject({ message: null, ...report });
  expect(await real.staff()).toEqual(await server.edit.staff());
}

test('2: a domain controller that is killed while a page is read changes nobody', async () => {
  await server.edit.set(['1000000', '1000515'], { title: 'Före' });
  const { samba } = server;
  const held = async () => {
    await samba.halt();
    return 'CUT' as const;
  };
  const proxy = await startWatchingProxy({ host: samba.address, port: 636, bytes: 150_000, held });
  try {
    await expectFailed(/^ldaps:\/\/127\.0\.0\.1:\d+: .+\.$/, {
      directory: { servers: [`ldaps://127.0.0.1:${proxy.port}`] },
    });
  } finally {
    await proxy.close();
    await samba.start();
  }
  await expectHealthy({ updated: 2 });
});

test('17: a filter with an attribute that does not exist finds nobody, and that is a failure', async () => {
  const { base } = real.source.directory.people;
  const people = { base, filter: '(&(objectClass=user)(anstallningsnummer=*))' };
  expect(await real.preview({ directory: { people } })).toMatchObject({
    status: 'FAILED',
    seen: 0,
  });
  await expectFailed(/: the directory answered with nobody at all, so nothing was changed\.$/, {
    directory: { people },
  });
  await expectHealthy();
});

test('41: plain LDAP, which newer domains refuse, is refused with a sentence', async () => {
  await expectFailed(/: the server demands ldaps or StartTLS \(strongerAuthRequired\)\.$/, {
    directory: { servers: [server.samba.ldapUrl], allowPlain: true },
  });
  await expectHealthy();
});

describe('42: a refused bind is a sentence that says why, and is counted', () => {
  const account = `CN=svc-katalog,CN=Users,${domainBase}`;
  const refusals = async () => {
    const { rows } = await real.db.query('select refused_binds as n from directory_source');
    return (rows[0] as { n: number }).n;
  };

  test.each([
    ['52e, a wrong password', {}, {}, 'password is wrong'],
    [
      '533, disabled',
      { userAccountControl: '514' },
      { userAccountControl: '512' },
      'bind account is disabled',
    ],
    [
      '701, expired',
      { accountExpires: '130000000000000000' },
      { accountExpires: '0' },
      'bind account has expired',
    ],
    [
      '773, the password must be changed',
      { pwdLastSet: '0' },
      { pwdLastSet: '-1' },
      'password must be changed first',
    ],
  ])('42: %s', async (_, fault, remedy, sentence) => {
    const wrong = Object.keys(fault).length === 0 ? { password: 'fel' } : {};
    if (Object.keys(fault).length > 0) await server.edit.modify(account, fault);
    try {
      await expectFailed(new RegExp(sentence), wrong);
      expect(await refusals()).toBe(1);
      await expectFailed(new RegExp(sentence), wrong);
      expect(await refusals()).toBe(2);
    } finally {
      if (Object.keys(remedy).length > 0) await server.edit.modify(account, remedy);
    }
    await expectHealthy();
    expect(await refusals()).toBe(0);
  });

  test('42: 775, locked after wrong passwords', async () => {
    const policy = ['domain', 'passwordsettings', 'set'];
    await server.samba.tool(...policy, '--account-lockout-threshold=2');
    try {
      for (let tries = 0; tries < 2; tries += 1)
        await expectFailed(/password is wrong|is locked/, { password: 'fel' });
      await expectFailed(/the bind account is locked: wait, or have it unlocked, before/);
    } finally {
      await server.samba.tool(...policy, '--account-lockout-threshold=0');
      await server.edit.modify(account, { lockoutTime: '0' });
    }
    await expectHealthy();
  });
});

test('47: a lost right to read telephone numbers is held, and everybody keeps theirs', async () => {
  // Confidential from now on, for all but administrators (MS-ADTS 3.1.1.4.4).
  const attribute = `CN=Telephone-Number,CN=Schema,CN=Configuration,${domainBase}`;
  const mark = async (flags: number) => {
    await server.samba.halt();
    await server.samba.change(
      `dn: ${attribute}\nchangetype: modify\nreplace: searchFlags\nsearchFlags: ${flags}\n`,
      '--option=dsdb:schema update allowed=true',
    );
    await server.samba.start();
  };
  await server.edit.set(['1000001'], { title: 'Väntar' });
  const before = await real.facts();
  await mark(128 + 5);
  try {
    expect(await real.run()).toMatchObject({ status: 'HELD', seen: people, updated: 0 });
    expect(await real.facts()).toBe(before);
    expect(await real.lastRun()).toMatchObject({
      status: 'HELD',
      message: expect.stringMatching(/^Held by FIELD_LOSS: approve or reject plan /),
      updated: 0,
    });
    expect((await real.plan())?.held.every((one) => one.startsWith('LOST:direct:'))).toBe(true);
  } finally {
    await mark(5);
  }
  await expectHealthy({ updated: 1 });
});

test('44: the base of a whole domain, with its references to other parts, gives everybody once', async () => {
  const { directory, password } = server.directory;
  const whole = { base: domainBase, filter: real.source.directory.people.filter };
  expect((await server.edit.references(domainBase)).length).toBeGreaterThan(0);
  const root = await startRealSource({ directory: { ...directory, people: whole }, password });
  try {
    expect(await root.run()).toMatchObject({ status: 'SUCCEEDED', created: people });
    expect(await root.staff()).toEqual(await server.edit.staff());
    expect(await root.run()).toMatchObject({ status: 'SUCCEEDED', seen: people, updated: 0 });
    expect(await root.lastRun()).toMatchObject({ status: 'SUCCEEDED', missing: 0, message: null });
  } finally {
    await root.stop();
  }
});
