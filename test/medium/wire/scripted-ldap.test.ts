import { afterEach, describe, expect, test } from '@jest/globals';
import { Client } from 'ldapts';
import {
  startScriptedLdap,
  type ScriptedLdap,
  type ScriptedLdapOptions,
} from '../../support/scripted-ldap.js';
import { nothing } from '../../support/scripted-ldap/answer-behaviours.js';
import { rawPage, rawPages } from '../../support/scripted-ldap/raw-page.js';
import {
  peopleBase,
  samplePeople,
  samplePerson,
  sampleUnit,
} from '../../support/scripted-ldap/sample-people.js';

const reader = { dn: 'cn=reader,dc=hallsberg,dc=test', password: 'läs-bara' };
let server: ScriptedLdap;
const clients: Client[] = [];

afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.unbind()));
  await server.close();
});

function newClient(): Client {
  const client = new Client({ url: server.url, timeout: 5_000 });
  clients.push(client);
  return client;
}

async function bound(options: Partial<ScriptedLdapOptions> = {}): Promise<Client> {
  server = await startScriptedLdap({ people: samplePeople(5), ...options });
  const client = newClient();
  await client.bind(reader.dn, reader.password);
  return client;
}

describe('an honest server', () => {
  test('pages of the size that was asked for', async () => {
    const client = await bound();
    expect(await rawPages(client)).toEqual([
      ['uid=p1', 'uid=p2'],
      ['uid=p3', 'uid=p4'],
      ['uid=p5'],
    ]);
    expect(await rawPages(client, { size: 5 })).toHaveLength(1);
    expect((await rawPage(client, { size: null })).names).toHaveLength(5);
    expect(await rawPage(client, { size: 0 })).toMatchObject({
      names: [],
      cookie: Buffer.alloc(0),
    });
  });

  test('a cookie is of its connection and its search', async () => {
    const client = await bound();
    const cookie = (await rawPage(client)).cookie ?? Buffer.alloc(0);
    const other = newClient();
    await other.bind(reader.dn, reader.password);
    expect(await rawPage(other, { cookie })).toMatchObject({ status: 53, names: [] });
    expect(await rawPage(client, { cookie, filter: '(sn=*)' })).toMatchObject({ status: 53 });
    expect(await rawPage(client, { cookie })).toMatchObject({
      status: 0,
      names: ['uid=p3', 'uid=p4'],
    });
  });

  test.each([
    ['(uid=P1)', 1],
    ['(mail=*)', 5],
    ['(&(uid=p1)(sn=Öberg 1))', 1],
    ['(|(uid=p1)(uid=p2))', 2],
    ['(!(uid=p1))', 6],
    ['(uid=nobody)', 0],
  ])('the filter %s', async (filter, count) => {
    const client = await bound({ units: [sampleUnit] });
    const base = 'dc=hallsberg,dc=test';
    expect((await rawPage(client, { base, filter, size: 10 })).names).toHaveLength(count);
    expect(server.searches[0]?.filter).toBe(filter);
  });

  test('filters are ignored when told so, and containers are no people', async () => {
    const client = await bound({ ignoreFilters: true });
    expect((await rawPage(client, { filter: '(uid=nobody)', size: 9 })).names).toHaveLength(5);
  });

  test('a base that is not there', async () => {
    const client = await bound();
    expect(await rawPage(client, { base: `ou=x,${peopleBase}` })).toMatchObject({ status: 32 });
  });

  test('a size limit of the client', async () => {
    const client = await bound();
    const { searchEntries } = await client.search(peopleBase, { sizeLimit: 2 });
    expect(searchEntries).toHaveLength(2);
  });

  test('the entry without a name, to anybody', async () => {
    server = await startScriptedLdap({ people: samplePeople(1) });
    const attributes = ['namingContexts', 'highestCommittedUSN'];
    const ask = async () =>
      (await newClient().search('', { scope: 'base', attributes })).searchEntries[0];
    expect(await ask()).toMatchObject({ namingContexts: 'dc=hallsberg,dc=test' });
    server.change({ rootDse: { objectClass: ['top'], highestCommittedUSN: ['12345'] } });
    expect(await ask()).toMatchObject({ highestCommittedUSN: '12345', namingContexts: [] });
    expect(server.searches).toEqual([]);
  });

  test('only its account may bind', async () => {
    server = await startScriptedLdap({ people: [], account: reader });
    const client = newClient();
    await expect(client.bind(reader.dn, 'fel')).rejects.toMatchObject({ code: 49 });
    await expect(client.bind('cn=admin,dc=test', reader.password)).rejects.toMatchObject({
      code: 49,
    });
    await expect(client.bind(reader.dn, '')).rejects.toMatchObject({ code: 53 });
    await expect(client.search(peopleBase, {})).rejects.toMatchObject({ code: 1 });
    await client.bind(reader.dn.toUpperCase(), reader.password);
    expect(client.isBound).toBe(true);
  });

  test('what was asked is kept', async () => {
    const client = await bound();
    await rawPage(client, { attributes: ['uid', 'entryUUID'] });
    const other = newClient();
    await other.bind(reader.dn, 'other');
    expect(server.binds.map(({ connection, password }) => [connection, password])).toEqual([
      [1, reader.password],
      [2, 'other'],
    ]);
    expect(server.searches).toMatchObject([
      { connection: 1, boundAs: reader.dn, search: 1, page: 1, pageSize: 2, base: peopleBase },
    ]);
    expect(server.attributesAsked).toEqual(new Set(['uid', 'entryuuid']));
    expect(server).toMatchObject({ connections: 2, openConnections: 2 });
    await expect(server.untilClosed(10)).rejects.toThrow('2 connection(s) stay open.');
    await client.unbind();
    await other.unbind();
    await server.untilClosed();
    const goodbyes = server.requests.filter(({ kind }) => kind === 'unbind');
    expect(goodbyes.map(({ connection }) => connection)).toEqual([1, 2]);
    expect(server).toMatchObject({ connections: 2, openConnections: 0 });
  });

  test('others may be served later', async () => {
    const client = await bound();
    server.change({ people: [samplePerson(7)] });
    expect(await rawPages(client)).toEqual([['uid=p7']]);
    server.change({ script: { search: () => nothing } });
    expect(await rawPages(client)).toEqual([[]]);
  });
});

describe('a server that hides everything from strangers', () => {
  test('answers them with success and nothing', async () => {
    server = await startScriptedLdap({ people: samplePeople(5), anonymous: 'nothing' });
    const client = newClient();
    expect((await client.search(peopleBase, {})).searchEntries).toEqual([]);
    await client.bind('', '');
    expect(await rawPage(client)).toMatchObject({ status: 0, names: [] });
    await client.bind(reader.dn, '');
    expect(await rawPage(client)).toMatchObject({ status: 0, names: [] });
    await client.bind(reader.dn, reader.password);
    expect((await rawPage(client)).names).toHaveLength(2);
    expect(server.searches.map(({ boundAs }) => boundAs)).toEqual([null, null, null, reader.dn]);
  });
});

test('what a script throws comes out when the server is closed', async () => {
  const client = await bound({
    script: {
      search: () => {
        throw new Error('No such page.');
      },
    },
  });
  await expect(rawPage(client)).rejects.toThrow('Connection closed');
  await expect(server.close()).rejects.toThrow('No such page.');
  server = await startScriptedLdap({ people: [] });
});
