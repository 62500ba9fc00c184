import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { Client } from 'ldapts';
import { loadOrCreateCertificate } from '../../../src/demo/certificate.js';
import { startScriptedLdap, type ScriptedLdap } from '../../support/scripted-ldap.js';
import type { ScriptedLdapOptions } from '../../support/scripted-ldap.js';
import { refuse } from '../../support/scripted-ldap/answer-behaviours.js';
import type { Behaviour } from '../../support/scripted-ldap/behaviour.js';
import { makeAuthority, type Authority } from '../../support/scripted-ldap/certificates.js';
import { rawPage, rawPages } from '../../support/scripted-ldap/raw-page.js';
import { samplePeople } from '../../support/scripted-ldap/sample-people.js';
import { cut, cutInEntry, reset } from '../../support/scripted-ldap/wire-behaviours.js';

const reader = 'cn=reader,dc=hallsberg,dc=test';
let folder: string;
let authority: Authority;
let server: ScriptedLdap;
let client: Client;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'scripted-ldap-'));
  authority = await makeAuthority(folder);
});
afterEach(async () => {
  await client.unbind().catch(() => undefined);
  await server.close();
});
afterAll(() => rmSync(folder, { recursive: true }));

async function start(options: Partial<ScriptedLdapOptions>, ca = authority.cert): Promise<Client> {
  server = await startScriptedLdap({ people: samplePeople(5), ...options });
  const timeout = 5_000;
  client = new Client({ url: server.url, timeout, ...(options.tls && { tlsOptions: { ca } }) });
  return client;
}

describe('ldaps', () => {
  test('is spoken with a certificate of the authority', async () => {
    await start({ tls: await authority.issue() }, readFileSync(authority.certFile, 'utf8'));
    await client.bind(reader, 'x');
    expect(server.url).toMatch(/^ldaps:/);
    expect((await rawPages(client)).flat()).toHaveLength(5);
    await client.unbind();
    await server.untilClosed();
    expect(server.requests.at(-1)).toMatchObject({ kind: 'unbind' });
  });

  test('is spoken with the certificate of the demonstration', async () => {
    const tls = await loadOrCreateCertificate(folder);
    await start({ tls }, tls.cert);
    await client.bind(reader, 'x');
    expect((await rawPage(client)).names).toHaveLength(2);
  });

  test.each([
    ['expired', 'CERT_HAS_EXPIRED'],
    ['not yet valid', 'CERT_NOT_YET_VALID'],
    ['wrong name', 'ERR_TLS_CERT_ALTNAME_INVALID'],
  ] as const)('a certificate that is %s', async (fault, code) => {
    await start({ tls: await authority.issue(fault) });
    await expect(client.bind(reader, 'x')).rejects.toMatchObject({ code });
    await server.untilClosed();
    expect(server).toMatchObject({ connections: 1, requests: [] });
  });

  test('a certificate of an authority that is not known', async () => {
    const other = await makeAuthority(folder, 'En annan CA');
    await start({ tls: await other.issue() });
    const code = 'UNABLE_TO_VERIFY_LEAF_SIGNATURE';
    await expect(client.bind(reader, 'x')).rejects.toMatchObject({ code });
  });

  test('a certificate of an authority that was made anew', async () => {
    const anew = await makeAuthority(folder);
    await start({ tls: await anew.issue() });
    await expect(client.bind(reader, 'x')).rejects.toMatchObject({
      code: 'CERT_SIGNATURE_FAILURE',
    });
  });

  test('a version that is too old', async () => {
    const old = { minVersion: 'TLSv1', maxVersion: 'TLSv1.1' } as const;
    await start({ tls: { ...(await authority.issue()), ...old } });
    await expect(client.bind(reader, 'x')).rejects.toMatchObject({
      code: 'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION',
    });
  });

  test('no TLS on the other side', async () => {
    await start({});
    const strict = new Client({ url: server.url.replace('ldap:', 'ldaps:'), timeout: 2_000 });
    await expect(strict.bind(reader, 'x')).rejects.toThrow();
    expect(server.requests).toMatchObject([{ kind: 'malformed' }]);
    await strict.unbind();
  });

  test('a handshake that is never answered', async () => {
    await start({ tls: await authority.issue(), script: { accept: () => 'silence' } });
    const tlsOptions = { ca: authority.cert };
    const hasty = new Client({ url: server.url, connectTimeout: 100, tlsOptions });
    await expect(hasty.bind(reader, 'x')).rejects.toThrow('Connection timeout');
    expect(server).toMatchObject({ connections: 1, requests: [] });
  });

  test.each([
    ['cut', cut, 'Connection closed'],
    ['cut in an entry', cutInEntry(1), 'Connection closed'],
    ['reset', reset, 'ECONNRESET'],
  ])('a connection that is %s', async (_, behaviour, message) => {
    await start({ tls: await authority.issue(), script: { search: () => behaviour } });
    await client.bind(reader, 'x');
    await expect(rawPage(client)).rejects.toThrow(message);
  });
});

describe('StartTLS', () => {
  test('is spoken before the bind', async () => {
    await start({ startTls: await authority.issue() });
    await client.startTLS({ ca: authority.cert, servername: 'localhost' });
    await client.bind(reader, 'x');
    expect((await rawPages(client)).flat()).toHaveLength(5);
    expect(server.requests.map(({ kind }) => kind).slice(0, 2)).toEqual(['startTls', 'bind']);
  });

  test('with a certificate that is not trusted', async () => {
    await start({ startTls: await authority.issue('expired') });
    const upgrade = client.startTLS({ ca: authority.cert, servername: 'localhost' });
    await expect(upgrade).rejects.toMatchObject({ code: 'CERT_HAS_EXPIRED' });
    expect(server.binds).toEqual([]);
  });

  test.each([
    ['is refused where there is no certificate', {}, 2],
    ['is refused when told so', { script: { startTls: () => refuse(52) } }, 52],
  ])('%s', async (_, options, code) => {
    await start(options);
    await expect(client.startTLS({ ca: authority.cert })).rejects.toMatchObject({ code });
  });

  test('is accepted and then not spoken', async () => {
    const pause = { milliseconds: 20 };
    const answer: Behaviour = { send: (messages) => [...messages, pause, Buffer.from('HTTP/1.1')] };
    await start({ startTls: await authority.issue(), script: { startTls: () => answer } });
    await expect(client.startTLS({ ca: authority.cert })).rejects.toThrow();
  });
});
