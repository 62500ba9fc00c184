import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { startScriptedLdap, type ScriptedLdap } from '../../support/scripted-ldap.js';
import type { ScriptedLdapOptions } from '../../support/scripted-ldap.js';
import type { Behaviour } from '../../support/scripted-ldap/behaviour.js';
import { makeAuthority, type Authority } from '../../support/scripted-ldap/certificates.js';
import { samplePeople, sampleUnit } from '../../support/scripted-ldap/sample-people.js';
import {
  inHaste,
  reader,
  startSyncedSources,
  type SyncedSources,
} from '../../support/synced-source.js';
import { withstand } from '../../support/withstand.js';

let folder: string;
let authority: Authority;
let ldap: ScriptedLdap;
let synced: SyncedSources;
let faulty: ScriptedLdap | null = null;
const directory = { people: samplePeople(5), units: [sampleUnit], account: reader };

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'faults-'));
  authority = await makeAuthority(folder);
  ldap = await startScriptedLdap({ ...directory, tls: await authority.issue() });
  const tls = { caFile: authority.certFile };
  synced = await startSyncedSources([{ server: ldap.url, different: { tls, allowPlain: false } }]);
  expect(await synced.sync()).toMatchObject({ status: 'SUCCEEDED', seen: 5, created: 5 });
}, 60_000);
afterEach(async () => {
  await faulty?.close();
  faulty = null;
});
afterAll(async () => {
  await synced.stop();
  await ldap.close();
  rmSync(folder, { recursive: true });
});

/** A run against a server of its own, of which nobody may hear the password. */
const against =
  (options: Partial<ScriptedLdapOptions>, tls: object = {}, scheme = '') =>
  async () => {
    faulty = await startScriptedLdap({ ...directory, ...options });
    const usual = synced.source().directory;
    const servers = [scheme === '' ? faulty.url : faulty.url.replace('ldap:', scheme)];
    const wait = options.script === undefined ? {} : inHaste;
    const report = await synced.sync(
      synced.source('hallsberg', { servers, tls: { ...usual.tls, ...tls }, ...wait }),
    );
    expect(faulty.binds).toEqual([]);
    // Nothing is tried in another way.
    expect(faulty.connections).toBe(1);
    return report;
  };

test.each([
  ['expired', "the server's certificate has expired"],
  ['not yet valid', "the server's certificate is not valid yet"],
  ['wrong name', "the server's certificate is for another name \\(tls.serverName\\)"],
] as const)('40: a certificate that is %s', async (fault, sentence) => {
  const tls = await authority.issue(fault);
  await withstand(synced, ldap, against({ tls }), { message: new RegExp(`: ${sentence}.*\\.$`) });
});

test('40: a certificate of an authority that is not known', async () => {
  const tls = await (await makeAuthority(folder, 'En annan CA')).issue();
  await withstand(synced, ldap, against({ tls }), {
    message: /: .* from an unknown authority \(tls\.caFile\)\.$/,
  });
});

test('40: a certificate of the authority as it was made anew', async () => {
  const tls = await (await makeAuthority(folder)).issue();
  await withstand(synced, ldap, against({ tls }), {
    message: /: .* authority that was made anew \(tls\.caFile\)\.$/,
  });
});

test('40: an authority whose file is not there', async () => {
  const fault = () =>
    synced.sync(
      synced.source('hallsberg', { tls: { startTls: false, caFile: join(folder, 'none.pem') } }),
    );
  await withstand(synced, ldap, fault, {
    message: /: the file named by tls\.caFile is not there\.$/,
  });
});

test('40: TLS that is too old', async () => {
  const old = { minVersion: 'TLSv1', maxVersion: 'TLSv1.1' } as const;
  const tls = { ...(await authority.issue()), ...old };
  await withstand(synced, ldap, against({ tls }), {
    message: /: the server speaks only TLS that is too old\.$/,
  });
});

test('40: no TLS on that port', async () => {
  await withstand(synced, ldap, against({}, {}, 'ldaps:'), {
    message: /: the server (closed the connection|does not speak TLS on that port)\.$/,
  });
});

test('40: a handshake that is never answered', async () => {
  const tls = await authority.issue();
  await withstand(synced, ldap, against({ tls, script: { accept: () => 'silence' } }), {
    message: /: the server did not answer in time\.$/,
  });
});

const afterYes = (...steps: ReturnType<NonNullable<Behaviour['send']>>): Behaviour => ({
  send: (messages) => [...messages, ...steps],
});

test.each([
  ['has expired', {}, 'expired', /certificate has expired\.$/],
  [
    'is never begun',
    { startTls: () => afterYes({ milliseconds: 60_000 }) },
    undefined,
    /not answer in time\.$/,
  ],
  ['is cut', { startTls: () => afterYes('cut') }, undefined, /closed the connection\.$/],
  [
    'turns out to be something else',
    { startTls: () => afterYes({ milliseconds: 20 }, Buffer.from('HTTP/1.1')) },
    undefined,
    /does not speak TLS on that port\.$/,
  ],
] as const)('14: StartTLS that %s', async (_, script, fault, message) => {
  const startTls = await authority.issue(fault);
  const begin = performance.now();
  const options = { startTls: true, serverName: 'localhost' };
  await withstand(synced, ldap, against({ startTls, script }, options), { message });
  expect(performance.now() - begin).toBeLessThan(30_000);
});

test('14: StartTLS that the server refuses is not gone without', async () => {
  await withstand(synced, ldap, against({}, { startTls: true }), {
    message: /such as StartTLS \(protocolError\)\.$/,
  });
});
