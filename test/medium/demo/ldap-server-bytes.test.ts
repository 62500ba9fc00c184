import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from 'node:tls';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Client } from 'ldapts';
import { loadOrCreateCertificate } from '../../../src/demo/certificate.js';
import { startLdapServer, type RunningLdapServer } from '../../../src/demo/ldap-server.js';
import { parseLdif } from '../../../src/demo/ldif.js';

const account = { bindDn: 'cn=reader,dc=test', bindPassword: 'läs-bara' };
let folder: string;
let tls: Awaited<ReturnType<typeof loadOrCreateCertificate>>;
let server: RunningLdapServer;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ldap-bytes-'));
  tls = await loadOrCreateCertificate(folder);
  const entries = parseLdif('dn: dc=test\nobjectClass: domain\ndc: test\n');
  server = await startLdapServer({ ...account, tls, entries });
});

afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

const deepFilter = Array.from({ length: 60 }).reduce<Buffer>(
  (inner) => element(0xa2, inner),
  Buffer.from('870163', 'hex'),
);
const malformed = {
  'another protocol': Buffer.from('GET / HTTP/1.1\r\n\r\n'),
  'a length of 2 GiB': Buffer.from('308480000000020101', 'hex'),
  'more than a message may hold': Buffer.from('308400100000020101', 'hex'),
  'an endless length': Buffer.from('30800201010000', 'hex'),
  'lengths that go beyond': Buffer.from('300b0201016384fffffff00400', 'hex'),
  'a message of nothing': Buffer.from('3000', 'hex'),
  'a filter that LDAP has not': searchWith(Buffer.from('ad0163', 'hex')),
  'a filter nested too deep': searchWith(deepFilter),
};

test.each(Object.entries(malformed))('%s ends that connection only', async (_, sent) => {
  const client = new Client({
    url: `ldaps://127.0.0.1:${server.port}`,
    tlsOptions: { ca: tls.cert },
  });
  await client.bind(account.bindDn, account.bindPassword);
  const lastWords = await answerTo(sent);
  expect(lastWords.toString('latin1')).toContain('1.3.6.1.4.1.1466.20036');
  expect((await client.search('dc=test')).searchEntries).toHaveLength(1);
  await client.unbind();
});

test('a message may come byte by byte', async () => {
  const search = searchWith(Buffer.from('870163', 'hex'));
  const answer = await answerTo(...Array.from(search, (byte) => Buffer.of(byte)), unbind());
  expect(answer.subarray(0, 7).toString('hex')).toMatch(/^30..02010165/);
});

test('a connection that speaks no TLS is dropped', async () => {
  const client = new Client({ url: `ldap://127.0.0.1:${server.port}`, timeout: 2_000 });
  await expect(client.bind(account.bindDn, account.bindPassword)).rejects.toThrow();
  await client.unbind();
});

/** Sends the pieces and gives everything that came back until the server closed. */
async function answerTo(...pieces: readonly Buffer[]): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const received: Buffer[] = [];
    const socket = connect({ port: server.port, host: '127.0.0.1', ca: tls.cert }, () => {
      for (const piece of pieces) socket.write(piece);
    });
    socket.on('data', (bytes) => received.push(bytes));
    socket.on('error', reject).on('close', () => resolve(Buffer.concat(received)));
  });
}

function searchWith(filter: Buffer): Buffer {
  const before = Buffer.from('04000a01020a0100020100020100010100', 'hex');
  const operation = element(0x63, Buffer.concat([before, filter, Buffer.from('3000', 'hex')]));
  return element(0x30, Buffer.concat([Buffer.from('020101', 'hex'), operation]));
}

function unbind(): Buffer {
  return Buffer.from('30050201024200', 'hex');
}

function element(tag: number, content: Buffer): Buffer {
  const head = Buffer.from([tag, 0x82, content.length >> 8, content.length & 0xff]);
  return Buffer.concat([head, content]);
}
