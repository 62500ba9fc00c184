import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { DirectoryConfig } from '../../../src/config/directories-file.js';
import { accountStateOf } from '../../../src/ldap/account-state.js';
import { withDirectory } from '../../../src/ldap/with-directory.js';
import { ParentNames } from '../../../src/ldap/parent-names.js';
import { keyOf } from '../../../src/ldap/entry-key.js';
import { entryToPerson } from '../../../src/ldap/entry-to-person.js';
import { entryToUnit } from '../../../src/ldap/entry-to-unit.js';
import { valuesOf, type RawEntry } from '../../../src/ldap/raw-entry.js';
import { generateLdif } from '../../support/ldif-generator.js';
import { hallsberg, now } from '../../support/people.js';
import { directoryConfig } from '../../support/raw-entry.js';
import { startSamba, type RunningSamba } from '../../support/samba/samba.js';
import { forSamba } from '../../support/samba/staffed.js';

const people = 700;
let samba: RunningSamba;
let directory: DirectoryConfig;

beforeAll(async () => {
  const options = {
    people,
    seed: 5,
    flavour: 'ACTIVE_DIRECTORY',
    domain: 'sundviken',
    areaCode: '0582',
  } as const;
  samba = await startSamba('sundviken', forSamba([...generateLdif(options)].join('')));
  const base = 'OU=Personal,DC=sundviken,DC=test';
  const usual = directoryConfig();
  directory = {
    ...usual,
    flavour: 'ACTIVE_DIRECTORY',
    servers: [samba.ldapsUrl],
    tls: { caFile: samba.caFile, serverName: samba.serverName, startTls: false },
    bind: { dn: samba.bindDn },
    people: { base, filter: '(&(objectCategory=person)(objectClass=user)(employeeID=*))' },
    units: { base, filter: '(objectClass=organizationalUnit)' },
    attributes: { ...usual.attributes, employeeId: 'employeeID' },
  };
}, 120_000);
afterAll(() => samba.stop());

const parents = new ParentNames();
const mapping = (entry: RawEntry) => {
  return { directory, plan: hallsberg, kind: null, unitDn: parents.of(entry) };
};

async function all(which: 'people' | 'units'): Promise<{ entries: RawEntry[]; pages: number[] }> {
  return withDirectory(directory, samba.bindPassword, async (session) => {
    const entries: RawEntry[] = [];
    const pages: number[] = [];
    const read = which === 'people' ? session.people(0, null) : session.units(null);
    for await (const page of read) {
      pages.push(page.length);
      entries.push(...page);
    }
    return { entries, pages };
  });
}

describe('a real Active Directory domain controller', () => {
  test('gives everybody, page by page, each with the key that it writes itself', async () => {
    const { entries, pages } = await all('people');
    expect(pages).toEqual([500, 200]);
    const guids = await samba.guids();
    expect(guids.size).toBe(people);
    const keys = new Map(
      entries.map((entry) => [valuesOf(entry, 'employeeID')[0]?.toString() ?? '', keyOf(entry)]),
    );
    expect(new Map([...keys].map(([id, key]) => [`p${id}`, key]))).toEqual(guids);
  });

  test('gives people as the generator made them, and tells who is disabled', async () => {
    const { entries } = await all('people');
    const mapped = entries.map((entry) => {
      const state = accountStateOf(entry, 'ACTIVE_DIRECTORY', now);
      return entryToPerson(entry, keyOf(entry) ?? '', state, mapping(entry));
    });
    expect(mapped.flatMap((one) => one.rejections)).toEqual([]);
    const disabled = mapped.filter((one) => one.person?.accountState === 'DISABLED').length;
    expect(disabled).toBeGreaterThan(people / 80);
    expect(disabled).toBeLessThan(people / 20);
    expect(mapped.every((one) => one.person?.email?.endsWith('@sundviken.test'))).toBe(true);
    expect(mapped.some((one) => /[åäö]/i.test(one.person?.displayName ?? ''))).toBe(true);
  });

  test('gives the units that people lie in', async () => {
    const units = (await all('units')).entries.map((entry) => entryToUnit(entry, 'ou'));
    const dns = new Set(units.map((unit) => unit?.dn));
    expect(dns.size).toBe(units.length);
    const { entries } = await all('people');
    const homes = entries.map((entry) => {
      return entryToPerson(entry, 'k', 'ACTIVE', mapping(entry)).person?.unitDn;
    });
    expect(homes.filter((home) => !dns.has(home ?? undefined))).toEqual([]);
  });
});

describe('a refusal of Active Directory is a sentence', () => {
  const refusal = (change: Partial<DirectoryConfig>, password = samba.bindPassword) =>
    withDirectory({ ...directory, ...change }, password, async () => 'opened').then(
      (said) => said,
      (error: unknown) => (error as Error).message,
    );

  test('for a wrong password, and for an account that was disabled', async () => {
    expect(await refusal({}, 'fel')).toMatch(/bind account's password is wrong\.$/);
    await samba.tool('user', 'disable', 'svc-katalog');
    expect(await refusal({})).toMatch(/the bind account is disabled\.$/);
    await samba.tool('user', 'enable', 'svc-katalog');
    expect(await refusal({})).toBe('opened');
  });

  test('for plain LDAP, which newer domains do not take', async () => {
    expect(await refusal({ servers: [samba.ldapUrl] })).toMatch(/demands ldaps or StartTLS/);
  });

  test('for a certificate that is not what was configured', async () => {
    const other = { ...directory.tls, serverName: 'dc2.sundviken.test' };
    expect(await refusal({ tls: other })).toMatch(/certificate is for another name/);
    const unknown = { serverName: samba.serverName, startTls: false };
    expect(await refusal({ tls: unknown })).toMatch(/self-signed|unknown authority/);
  });
});
