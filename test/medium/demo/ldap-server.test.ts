import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { Client, Control, EqualityFilter, FilterParser, PagedResultsControl } from 'ldapts';
import { SearchRequest, type SearchOptions, type SearchResponse } from 'ldapts';
import { loadOrCreateCertificate } from '../../../src/demo/certificate.js';
import { startLdapServer, type RunningLdapServer } from '../../../src/demo/ldap-server.js';
import { parseLdif } from '../../../src/demo/ldif.js';
import { generateLdif } from '../../support/ldif-generator.js';

const base = 'dc=askersund,dc=test';
const account = { bindDn: `CN=Läs\\, konto,${base}`, bindPassword: 'läs-bara' };
const special = `dn: OU=Kultur\\, fritid,${base}
objectClass: organizationalUnit
ou: Kultur, fritid
entryUUID: 00000000-0000-4000-8000-000000000001

dn: CN=Åsa Öberg,OU=Kultur\\, fritid,${base}
objectClass: user
cn: Åsa Öberg
title;lang-sv: Chef
title:: TORyYXJl
telephoneNumber: 0583-00 12 34
userAccountControl: 66050
objectGUID:: /wABAgMEBQYHCAkKCwwNDg==
manager: CN=Someone,DC=Askersund, DC=test
`;

let folder: string;
let tls: Awaited<ReturnType<typeof loadOrCreateCertificate>>;
let server: RunningLdapServer;
let client: Client;

function newClient(): Client {
  return new Client({
    url: `ldaps://127.0.0.1:${server.port}`,
    timeout: 5_000,
    tlsOptions: { ca: tls.cert },
  });
}

async function namesOf(options: SearchOptions, from = base): Promise<readonly string[]> {
  const { searchEntries } = await client.search(from, { paged: true, ...options });
  return searchEntries.map((entry) => entry.dn);
}

async function pageOf(by: Client, filter: string, cookie: Buffer) {
  const control = new PagedResultsControl({ critical: true, value: { size: 10, cookie } });
  const request = new SearchRequest({
    messageId: by['_nextMessageId'](),
    baseDN: base,
    filter: FilterParser.parseString(filter),
    controls: [control],
  });
  const response = (await by['_send'](request)) as SearchResponse | undefined;
  const answered = response?.controls?.find((one) => one instanceof PagedResultsControl);
  return { status: response?.status, cookie: answered?.value?.cookie ?? Buffer.from('none') };
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ldap-server-'));
  tls = await loadOrCreateCertificate(folder);
  const generated = generateLdif({
    people: 700,
    seed: 1,
    flavour: 'ACTIVE_DIRECTORY',
    domain: 'askersund',
    areaCode: '0583',
  });
  const entries = parseLdif(`${[...generated].join('')}\n${special}`);
  server = await startLdapServer({ ...account, tls, entries });
  client = newClient();
  await client.bind(account.bindDn, account.bindPassword);
});

afterAll(async () => {
  await client.unbind();
  await server.close();
  rmSync(folder, { recursive: true });
});

describe('bind', () => {
  let stranger: Client;
  const bind = (dn: string, password: string) => {
    stranger = newClient();
    return stranger.bind(dn, password);
  };
  afterEach(() => stranger.unbind());

  test.each([
    ['a wrong password', account.bindDn, 'fel', 49],
    ['another account', `cn=admin,${base}`, account.bindPassword, 49],
    ['anonymous', '', '', 49],
    ['a name without a password', account.bindDn, '', 53],
  ])('%s is refused', async (_, dn, password, code) => {
    await expect(bind(dn, password)).rejects.toMatchObject({ code });
    await expect(stranger.search(base, {})).rejects.toMatchObject({ code: 1 });
  });

  test('the name counts and not its spelling', async () => {
    await bind(`cn=läs\\2c KONTO, DC=askersund,dc=TEST`, account.bindPassword);
    const { searchEntries } = await stranger.search(base, { scope: 'base' });
    expect(searchEntries).toHaveLength(1);
  });

  test('what the server can do is told to anybody', async () => {
    stranger = newClient();
    const { searchEntries } = await stranger.search('', { scope: 'base' });
    expect(searchEntries[0]).toMatchObject({
      namingContexts: base,
      supportedControl: '1.2.840.113556.1.4.319',
    });
  });

  test('another authority is not trusted', async () => {
    stranger = new Client({ url: `ldaps://127.0.0.1:${server.port}` });
    await expect(stranger.bind(account.bindDn, 'x')).rejects.toThrow(/self-signed/);
  });
});

describe('search', () => {
  test.each([
    ['(cn=åsa öberg)', 1],
    ['(CN=ÅSA  ÖBERG)', 1],
    ['(cn=Å*ö*rg)', 1],
    ['(cn=Å*sa ö*sa*)', 0],
    ['(telephoneNumber=0583001234)', 1],
    ['(telephoneNumber=*1234)', 1],
    ['(&(objectClass=user)(!(employeeID=*)))', 1],
    ['(|(ou=Kultur, fritid)(cn=Åsa Öberg)(cn=nobody))', 2],
    ['(&(employeeID>=1000698)(employeeID<=1000699))', 2],
    ['(&(cn=Åsa Öberg)(userAccountControl:1.2.840.113556.1.4.803:=2))', 1],
    ['(&(cn=Åsa Öberg)(!(userAccountControl:1.2.840.113556.1.4.803:=2)))', 0],
    ['(&(cn=Åsa Öberg)(!(cn:1.2.3.4:=x)))', 0],
    ['(manager=cn=someone,dc=askersund,dc=test)', 1],
    ['(objectCategory=person)', 700],
    ['(objectClass=*)', 724],
  ])('%s', async (filter, count) => {
    expect(await namesOf({ filter })).toHaveLength(count);
  });

  test('by the bytes of a key', async () => {
    const value = Buffer.from('ff000102030405060708090a0b0c0d0e', 'hex');
    const filter = new EqualityFilter({ attribute: 'objectGUID', value });
    expect(await namesOf({ filter })).toEqual([`CN=Åsa Öberg,OU=Kultur\\, fritid,${base}`]);
  });

  test.each([
    ['base', `ou=kultur\\2C fritid,${base}`, 1],
    ['one', `OU=Kultur\\, fritid,${base}`, 1],
    ['sub', `OU=Kultur\\, fritid,${base}`, 2],
    ['one', base, 2],
    ['sub', `fritid,${base}`, 34],
    ['sub', `OU=Nowhere,${base}`, 32],
  ] as const)('%s below %s', async (scope, from, expected) => {
    const search = namesOf({ scope }, from);
    if (expected < 30) expect(await search).toHaveLength(expected);
    else await expect(search).rejects.toMatchObject({ code: expected });
  });

  test.each<[string[], readonly string[]]>([
    [[], ['dn', 'objectClass', 'ou']],
    [
      ['OU', 'nothing'],
      ['dn', 'nothing', 'ou'],
    ],
    [['entryuuid'], ['dn', 'entryUUID']],
    [['+'], ['+', 'dn', 'entryUUID']],
    [
      ['*', 'entryUUID'],
      ['*', 'dn', 'entryUUID', 'objectClass', 'ou'],
    ],
    [['1.1'], ['1.1', 'dn']],
  ])('asked for %j', async (attributes, keys) => {
    const options: SearchOptions = { scope: 'base', attributes };
    const { searchEntries } = await client.search(`OU=Kultur\\, fritid,${base}`, options);
    expect(Object.keys(searchEntries[0] ?? {}).toSorted()).toEqual(keys);
  });

  test('types without values', async () => {
    const options = { filter: '(cn=Åsa Öberg)', returnAttributeValues: false };
    const { searchEntries } = await client.search(base, options);
    expect(searchEntries[0]).toMatchObject({ cn: [], telephoneNumber: [] });
  });
});

describe('limits', () => {
  test('500 entries without paging, and then an error', async () => {
    await expect(client.search(base, {})).rejects.toMatchObject({ code: 4 });
  });

  test('every entry once with paging', async () => {
    const pages: number[] = [];
    const names = new Set<string>();
    const paged = { filter: '(objectClass=user)', paged: { pageSize: 150 } };
    for await (const page of client.searchPaginated(base, paged)) {
      pages.push(page.searchEntries.length);
      for (const entry of page.searchEntries) names.add(entry.dn);
    }
    expect(pages).toEqual([150, 150, 150, 150, 101]);
    expect(names.size).toBe(701);
  });

  test('a cookie goes on with its search, once, on its connection', async () => {
    const other = newClient();
    await other.bind(account.bindDn, account.bindPassword);
    const { cookie } = await pageOf(client, '(objectClass=user)', Buffer.alloc(0));
    const over = { status: 53, cookie: Buffer.alloc(0) };
    expect(await pageOf(other, '(objectClass=user)', cookie)).toEqual(over);
    expect(await pageOf(client, '(objectClass=user)', cookie)).toMatchObject({ status: 0 });
    expect(await pageOf(client, '(objectClass=user)', cookie)).toEqual(over);
    const again = await pageOf(client, '(objectClass=user)', Buffer.alloc(0));
    expect(await pageOf(client, '(objectClass=*)', again.cookie)).toEqual(over);
    await other.unbind();
  });

  test('a control that is critical and unknown', async () => {
    const control = new Control('1.2.840.113556.1.4.417', { critical: true });
    await expect(client.search(base, {}, [control])).rejects.toMatchObject({ code: 12 });
    const harmless = new Control('1.2.840.113556.1.4.417');
    await client.search(base, { scope: 'base' }, [harmless]);
  });

  test.each([
    ['add', () => client.add(`cn=x,${base}`, { cn: 'x' })],
    ['delete', () => client.del(`cn=x,${base}`)],
    ['rename', () => client.modifyDN(`cn=x,${base}`, 'cn=y')],
    ['compare', () => client.compare(base, 'dc', 'x')],
    ['an extended operation', () => client.exop('1.3.6.1.4.1.4203.1.11.3')],
  ])('%s is not done here', async (_, operation) => {
    await expect(operation()).rejects.toMatchObject({ code: 53 });
  });
});

describe('the life of a server', () => {
  test('closing ends open connections, at once and for good', async () => {
    const entries = parseLdif(special);
    const short = await startLdapServer({ ...account, tls, entries });
    const url = `ldaps://127.0.0.1:${short.port}`;
    const open = new Client({ url, tlsOptions: { ca: tls.cert } });
    await open.bind(account.bindDn, account.bindPassword);
    await short.close();
    await expect(open.search(base, {})).rejects.toThrow(/closed|ECONNREFUSED/);
  });

  test('a taken port is an error', async () => {
    const options = { ...account, tls, entries: [], port: server.port };
    await expect(startLdapServer(options)).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });

  test('a name twice is an error', async () => {
    const entries = parseLdif(`${special}\n${special.toLowerCase()}`);
    await expect(startLdapServer({ ...account, tls, entries })).rejects.toThrow('already taken');
  });
});
