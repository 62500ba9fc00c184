import { connect } from 'node:net';
import { afterEach, describe, expect, test } from '@jest/globals';
import { BindRequest, Client, FilterParser, SearchRequest, UnbindRequest } from 'ldapts';
import {
  startScriptedLdap,
  type ScriptedLdap,
  type ScriptedLdapOptions,
} from '../../support/scripted-ldap.js';
import {
  dropPaging,
  emptyPage,
  everyAttribute,
  nothing,
  refer,
  refuse,
  refuseBind,
  samePageAgain,
  steadyCookie,
  withReferences,
} from '../../support/scripted-ldap/answer-behaviours.js';
import { asUsual, type Behaviour } from '../../support/scripted-ldap/behaviour.js';
import type { ScriptedAttributes } from '../../support/scripted-ldap/directory.js';
import { rawPage, rawPages } from '../../support/scripted-ldap/raw-page.js';
import {
  notUtf8,
  peopleBase,
  readableGuid,
  samplePeople,
  samplePerson,
  twoMegabytes,
} from '../../support/scripted-ldap/sample-people.js';
import type { Script } from '../../support/scripted-ldap/script.js';

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

describe('a server that is wrong about pages', () => {
  const onSecond = (behaviour: Behaviour): { script: Script } => ({
    script: { search: ({ page }) => (page === 2 ? behaviour : asUsual) },
  });

  test('an empty page with a cookie that goes on', async () => {
    const client = await bound(onSecond(emptyPage));
    const read = [['uid=p1', 'uid=p2'], [], ['uid=p3', 'uid=p4'], ['uid=p5']];
    expect(await rawPages(client)).toEqual(read);
  });

  test('empty pages without end', async () => {
    const client = await bound({ script: { search: () => emptyPage } });
    expect(await rawPages(client)).toEqual(Array.from({ length: 8 }, () => []));
    expect(server.searches.map(({ page }) => page)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  test('no paging control', async () => {
    const client = await bound(onSecond(dropPaging));
    const { cookie } = await rawPage(client);
    const second = await rawPage(client, { cookie: cookie ?? Buffer.alloc(0) });
    expect(second).toMatchObject({ status: 0, names: ['uid=p3', 'uid=p4'], cookie: null });
  });

  test('the same page and the same cookie for ever', async () => {
    const client = await bound({ script: { search: () => samePageAgain } });
    expect(await rawPages(client)).toEqual(Array.from({ length: 8 }, () => ['uid=p1', 'uid=p2']));
    expect(new Set(server.searches.slice(1).map(({ cookie }) => cookie.toString())).size).toBe(1);
  });

  test('one cookie for all pages is not wrong', async () => {
    const client = await bound({ script: { search: () => steadyCookie } });
    expect((await rawPages(client)).flat()).toHaveLength(5);
    expect(server.searches[1]?.cookie).toEqual(server.searches[2]?.cookie);
  });

  test('success and nobody there', async () => {
    const client = await bound({ script: { search: () => nothing } });
    expect(await rawPage(client)).toMatchObject({ status: 0, names: [], cookie: Buffer.alloc(0) });
  });
});

describe('a server that refuses', () => {
  test.each([1, 3, 4, 8, 10, 11, 12, 32, 49, 50, 51, 52, 53])('a search with %i', async (code) => {
    const client = await bound({ script: { search: () => refuse(code, 'Nej.') } });
    expect(await rawPage(client)).toMatchObject({ status: code, message: 'Nej.', names: [] });
  });

  test('a search after some entries', async () => {
    const client = await bound({ script: { search: () => refuse(4, '', 1) } });
    expect(await rawPage(client)).toMatchObject({ status: 4, names: ['uid=p1'] });
  });

  test('a bind with any code', async () => {
    const refused = bound({ script: { bind: () => refuse(8, 'TLS first.') } });
    await expect(refused).rejects.toMatchObject({ code: 8 });
  });

  test.each(['525', '52e', '533', '701', '773', '775'])(
    'a bind as AD does with %s',
    async (data) => {
      const refused = bound({ script: { bind: () => refuseBind(data) } });
      const message = `80090308: LdapErr: DSID-0C0903D9, comment: AcceptSecurityContext error, data ${data}, v4563\0`;
      await expect(refused).rejects.toMatchObject({
        code: 49,
        message: expect.stringContaining(message),
      });
      await expect(newClient().search(peopleBase, {})).rejects.toMatchObject({ code: 1 });
    },
  );

  test('with a referral', async () => {
    const client = await bound({ script: { search: () => refer('ldap://other.test/dc=test') } });
    await expect(client.search(peopleBase, {})).rejects.toMatchObject({ code: 10 });
    expect(await rawPage(client)).toMatchObject({ status: 10, names: [], cookie: null });
  });

  test('nothing, but refers to others too', async () => {
    const others = ['ldap://a.test/dc=a', 'ldap://b.test/dc=b'];
    const client = await bound({ script: { search: () => withReferences(...others) } });
    const { names, references } = await rawPage(client);
    expect(names).toHaveLength(2);
    expect(references).toEqual([[others[0]], [others[1]]]);
  });
});

describe('odd entries', () => {
  const asked = ['mail', 'title', 'member', 'objectGUID'];
  async function read(attributes: ScriptedAttributes, behaviour: Behaviour = asUsual) {
    const people = [{ dn: samplePerson(1).dn, attributes }];
    const client = await bound({ people, script: { search: () => behaviour } });
    const { entries } = await rawPage(client, { attributes: asked, filter: '(uid=*)' });
    return { dn: entries[0]?.dn, values: new Map(entries[0]?.attributes) };
  }

  test('names in another case, and with options', async () => {
    const { values } = await read({
      uid: ['p1'],
      MAIL: ['a@hallsberg.test'],
      'title;lang-sv': ['Chef'],
      member: [],
      'member;range=0-1499': ['cn=a,dc=test', 'cn=b,dc=test'],
    });
    const names = ['MAIL', 'title;lang-sv', 'member', 'member;range=0-1499'];
    expect([...values.keys()]).toEqual(names);
    expect(values.get('member')).toEqual([]);
    expect(values.get('member;range=0-1499')).toHaveLength(2);
  });

  test('attributes that nobody asked for, one of them called dn', async () => {
    const { dn, values } = await read({ uid: ['p1'], dn: ['cn=else,dc=test'] }, everyAttribute);
    expect(dn).toBe(`uid=p1,${peopleBase}`);
    expect([...values.keys()]).toEqual(['uid', 'dn']);
    expect(values.get('dn')).toEqual([Buffer.from('cn=else,dc=test')]);
  });

  test('bytes of any kind and length', async () => {
    const strict = new TextDecoder('utf-8', { fatal: true });
    const odd = { title: [notUtf8], objectGUID: [readableGuid] };
    const { values } = await read({ uid: ['p1'], ...odd });
    expect(values.get('title')).toEqual([notUtf8]);
    expect(() => strict.decode(notUtf8)).toThrow();
    expect(values.get('objectGUID')).toEqual([readableGuid]);
    expect(readableGuid).toHaveLength(16);
    expect(strict.decode(readableGuid)).toBe('SextonBokstäver');
  });

  test('a value of 2 MB', async () => {
    await bound({ people: [samplePerson(1, { jpegPhoto: [twoMegabytes] })] });
    // ldapts joins what it has at every read, which takes most of a second.
    const socket = connect(server.port, '127.0.0.1');
    const search = { baseDN: peopleBase, filter: FilterParser.parseString('(uid=p1)') };
    socket.write(new BindRequest({ messageId: 1, ...reader }).write());
    socket.write(new SearchRequest({ messageId: 2, ...search, scope: 'sub' }).write());
    socket.write(new UnbindRequest({ messageId: 3 }).write());
    const received: Buffer[] = [];
    for await (const bytes of socket) received.push(bytes as Buffer);
    expect(Buffer.concat(received).includes(twoMegabytes)).toBe(true);
  });
});
