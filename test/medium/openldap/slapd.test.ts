import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Attribute, Change, Client, FilterParser } from 'ldapts';
import { loadOrCreateCertificate } from '../../../src/demo/certificate.js';
import { startLdapServer, type RunningLdapServer } from '../../../src/demo/ldap-server.js';
import { parseLdif } from '../../../src/demo/ldif.js';
import { pagedSearch, type PagedSearch } from '../../../src/ldap/paged-search.js';
import { valuesOf } from '../../../src/ldap/raw-entry.js';
import { keepEntriesRaw } from '../../../src/ldap/raw-search-entry.js';
import { generateLdif } from '../../support/ldif-generator.js';
import { serverProgram } from '../../support/openldap/install.mjs';
import { startSlapd, type RunningSlapd } from '../../support/openldap/slapd.js';

const ad = {
  key: 'objectGUID',
  flavour: 'ACTIVE_DIRECTORY',
  filters: [
    '(&(objectClass=user)(|(employeeID=*)(extensionAttribute2=*)))',
    '(&(objectClass=user)(userAccountControl:1.2.840.113556.1.4.803:=2))',
    '(&(objectClass=user)(!(employeeID=*)))',
    '(sn=*ström*)',
  ],
} as const;
const openldap = {
  key: 'entryUUID',
  flavour: 'OPENLDAP',
  filters: [
    '(&(objectClass=inetOrgPerson)(employeeType=*))',
    '(&(objectClass=inetOrgPerson)(!(employeeType=*)))',
    '(|(employeeType=FÖRTROENDEVALD)(shadowExpire=1))',
    '(telephoneNumber=05*-00*)',
  ],
} as const;
const municipalities = [
  { name: 'askersund', people: 43, units: 21, ...ad },
  { name: 'hallsberg', people: 40, units: 22, ...openldap },
  { name: 'laxa', people: 33, units: 19, ...openldap },
];
const asked =
  'givenName sn cn displayName title mail manager ou telephoneNumber otherTelephone mobile ipPhone businessCategory employeeID employeeNumber employeeType userAccountControl accountExpires shadowExpire extensionAttribute1 extensionAttribute2 msExchHideFromAddressLists'.split(
    ' ',
  );
const installed = serverProgram(process.env['OPENLDAP_ROOT'] ?? '') !== null;
const whereInstalled = installed ? describe : describe.skip;

whereInstalled.each(municipalities)('$name in a real OpenLDAP', (municipality) => {
  const { name, flavour, filters, people, units, key } = municipality;
  const suffix = `dc=${name},dc=test`;
  const file = new URL(`../../../src/demo/staff/${name}.ldif`, import.meta.url);
  const text = readFileSync(file, 'utf8');
  const folder = mkdtempSync(join(tmpdir(), 'embedded-'));
  let embedded: RunningLdapServer;
  let slapd: RunningSlapd;
  let clients: readonly [slapd: Client, embedded: Client];

  beforeAll(async () => {
    slapd = await startSlapd({ ldif: [text], suffix, flavour });
    const { bindDn, bindPassword } = slapd;
    const tls = await loadOrCreateCertificate(folder);
    embedded = await startLdapServer({ entries: parseLdif(text), bindDn, bindPassword, tls });
    const embeddedUrl = `ldaps://127.0.0.1:${embedded.port}`;
    clients = [clientOf(slapd.ldapsUrl, slapd.caFile), clientOf(embeddedUrl, tls.certFile)];
    for (const client of clients) await client.bind(bindDn, bindPassword);
  });

  afterAll(async () => {
    for (const client of clients) await client.unbind();
    await embedded.close();
    await slapd.stop();
    rmSync(folder, { recursive: true });
  });

  test.each(['(objectClass=organizationalUnit)', ...filters])(
    'both servers find the same by %s',
    async (filter) => {
      const [theirs, ours] = clients;
      const found = await find(theirs, suffix, filter, key);
      expect(found.size).toBeGreaterThan(0);
      expect(await find(ours, suffix, filter, key)).toEqual(found);
    },
  );

  test('the staff and the units are as many as in the file', async () => {
    const base = `ou=Personal,${suffix}`;
    expect((await find(clients[0], base, filters[0], key)).size).toBe(people);
    expect((await find(clients[0], base, '(objectClass=organizationalUnit)', key)).size).toBe(
      units,
    );
  });

  test('nobody reads without the account', async () => {
    const stranger = new Client({ url: slapd.ldapUrl });
    await expect(stranger.search(suffix)).rejects.toMatchObject({ code: 32 });
    await stranger.unbind();
  });
});

whereInstalled.each(['ACTIVE_DIRECTORY', 'OPENLDAP'] as const)('a generated %s', (flavour) => {
  const population = { people: 600, seed: 3, flavour, domain: 'sydnarke', areaCode: '0582' };

  test('is accepted with every check, paged, limited, and removed when it stops', async () => {
    const ldif = generateLdif(population);
    const slapd = await startSlapd({ ldif, suffix: 'dc=sydnarke,dc=test', flavour });
    const client = clientOf(slapd.ldapsUrl, slapd.caFile);
    await client.bind(slapd.bindDn, slapd.bindPassword);
    await expect(client.search('dc=sydnarke,dc=test')).rejects.toMatchObject({ code: 4 });
    expect((await find(client, 'dc=sydnarke,dc=test', '(mail=*)', 'mail')).size).toBe(600);
    await client.unbind();
    await slapd.stop();
    expect(existsSync(dirname(slapd.caFile))).toBe(false);
  });
});

whereInstalled('a change in a directory', () => {
  const suffix = 'dc=sydnarke,dc=test';
  const person = `uid=p1000000,ou=Enhet 1,ou=Förvaltning 1,ou=Personal,${suffix}`;
  const newTitle = new Change({
    operation: 'replace',
    modification: new Attribute({ type: 'title', values: ['Rektor'] }),
  });
  const population = {
    seed: 3,
    flavour: 'OPENLDAP',
    domain: 'sydnarke',
    areaCode: '0582',
  } as const;

  test('is made by nobody, and by the writer of a server that was asked to be writable', async () => {
    const ldif = () => generateLdif({ ...population, people: 1 });
    const usual = await startSlapd({ ldif: ldif(), suffix });
    const writable = await startSlapd({ ldif: ldif(), suffix, writable: true });
    const { writer } = writable;
    expect(usual.writer).toBeUndefined();
    for (const slapd of [usual, writable]) {
      const reader = clientOf(slapd.ldapsUrl, slapd.caFile);
      await reader.bind(slapd.bindDn, slapd.bindPassword);
      await expect(reader.modify(person, newTitle)).rejects.toMatchObject({ code: 50 });
      await reader.unbind();
    }
    const client = clientOf(writable.ldapsUrl, writable.caFile);
    await client.bind(writer?.dn ?? '', writer?.password);
    await client.modify(person, newTitle);
    const found = await client.search(person, { attributes: ['title'] });
    expect(found.searchEntries).toMatchObject([{ title: 'Rektor' }]);
    await client.unbind();
    await usual.stop();
    await writable.stop();
  });
});

test('entries that no server takes are an error in its own words', async () => {
  if (!installed) return;
  const ldif = ['dn: dc=x,dc=test\nobjectClass: nothing\n'];
  await expect(startSlapd({ ldif, suffix: 'dc=x,dc=test' })).rejects.toThrow(/objectClass/);
});

function clientOf(url: string, caFile: string): Client {
  return new Client({ url, timeout: 10_000, tlsOptions: { ca: readFileSync(caFile) } });
}

/** By key: every asked attribute's values as hexadecimal, in no order, as a directory keeps them. */
async function find(client: Client, base: string, filter: string, key: string) {
  keepEntriesRaw(client);
  const attributes = [key, ...asked];
  const how = { scope: 'sub', attributes, pageSize: 500, seconds: 10 } as const;
  const search: PagedSearch = { ...how, base, filter: FilterParser.parseString(filter) };
  const found = new Map<string, Readonly<Record<string, readonly string[]>>>();
  for await (const page of pagedSearch(client, search)) {
    for (const entry of page) {
      const values = attributes.map((name) => {
        const hex = valuesOf(entry, name).map((value) => value.toString('hex'));
        return [name, hex.toSorted()] as const;
      });
      const value = valuesOf(entry, key)[0]?.toString('hex');
      found.set(value ?? 'without a key', Object.fromEntries(values));
    }
  }
  return found;
}
