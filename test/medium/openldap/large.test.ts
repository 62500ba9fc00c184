import { expect, test } from '@jest/globals';
import type { DirectorySession } from '../../../src/ldap/directory-session.js';
import { dnOf } from '../../../src/ldap/raw-entry.js';
import { withDirectory } from '../../../src/ldap/with-directory.js';
import { generateLdif } from '../../support/ldif-generator.js';
import { startSlapd } from '../../support/openldap/slapd.js';
import { directoryConfig } from '../../support/raw-entry.js';

const people = 1_700;
const organisation = {
  seed: 3,
  flavour: 'OPENLDAP',
  domain: 'hallsberg',
  areaCode: '0582',
} as const;
const opened = async () => 'opened';
const somebody = () => generateLdif({ ...organisation, people: 1 });

test("a real server's pages are all read, past its limit for answers without pages", async () => {
  const ldif = generateLdif({ ...organisation, people });
  const slapd = await startSlapd({ ldif, suffix: 'dc=hallsberg,dc=test', quick: true });
  try {
    const directory = {
      ...directoryConfig(),
      servers: ['ldaps://127.0.0.1:1', slapd.ldapsUrl],
      tls: { caFile: slapd.caFile, startTls: false },
      bind: { dn: slapd.bindDn },
    };
    const pages: number[] = [];
    const dns = new Set<string>();
    const read = async (session: DirectorySession) => {
      for await (const page of session.people(0, null)) {
        pages.push(page.length);
        for (const entry of page) dns.add(dnOf(entry));
      }
      return session.server;
    };
    // The first one is dead.
    expect(await withDirectory(directory, slapd.bindPassword, read)).toBe(slapd.ldapsUrl);
    expect(dns.size).toBe(people);
    expect(pages).toEqual([500, 500, 500, 200]);
  } finally {
    await slapd.stop();
  }
}, 60_000);

test.each([
  ['a wrong password', (d: object) => d, 'wrong', 'invalidCredentials'],
  [
    'a certificate of somebody else',
    (d: object) => ({ ...d, tls: { startTls: false } }),
    null,
    'self-signed',
  ],
])(
  '%s is explained in a sentence, without the account or the password',
  async (_, change, password, said) => {
    const slapd = await startSlapd({ ldif: somebody(), suffix: 'dc=hallsberg,dc=test' });
    try {
      const directory = {
        ...directoryConfig(),
        servers: [slapd.ldapsUrl],
        tls: { caFile: slapd.caFile, startTls: false },
        bind: { dn: slapd.bindDn },
      };
      const changed = change(directory) as typeof directory;
      const refusal = await withDirectory(changed, password ?? slapd.bindPassword, opened).then(
        () => 'opened',
        (error: unknown) => (error as Error).message,
      );
      expect(refusal).toContain(said);
      expect(refusal).not.toContain(slapd.bindPassword);
      expect(refusal).not.toContain(slapd.bindDn);
    } finally {
      await slapd.stop();
    }
  },
);

test('StartTLS protects the bind where the server speaks plain LDAP first', async () => {
  const slapd = await startSlapd({ ldif: somebody(), suffix: 'dc=hallsberg,dc=test' });
  try {
    const directory = {
      ...directoryConfig(),
      servers: [slapd.ldapUrl],
      tls: { caFile: slapd.caFile, startTls: true, serverName: 'localhost' },
      bind: { dn: slapd.bindDn },
    };
    expect(await withDirectory(directory, slapd.bindPassword, opened)).toBe('opened');
    const elsewhere = { ...directory, tls: { ...directory.tls, serverName: 'other.test' } };
    await expect(withDirectory(elsewhere, slapd.bindPassword, opened)).rejects.toThrow(
      'for another name',
    );
  } finally {
    await slapd.stop();
  }
});
