import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { parseDirectories, type DirectoryConfig } from '../../../src/config/directories-file.js';
import { loadOrCreateCertificate } from '../../../src/demo/certificate.js';
import {
  demonstrationMunicipalities,
  type DemonstrationMunicipality,
} from '../../../src/demo/demonstration-municipalities.js';
import { directoriesYaml } from '../../../src/demo/directories-yaml.js';
import { parseLdif } from '../../../src/demo/ldif.js';
import { startLdapServer } from '../../../src/demo/ldap-server.js';
import { entryToUnit } from '../../../src/ldap/entry-to-unit.js';
import { readMarks } from '../../../src/ldap/marks.js';
import { ParentNames } from '../../../src/ldap/parent-names.js';
import { withDirectory } from '../../../src/ldap/with-directory.js';
import { incomingFrom } from '../../../src/sync/incoming.js';
import { startSlapd } from '../../support/openldap/slapd.js';
import { hallsberg, now } from '../../support/people.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ett-samtal-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What the program reads from a server, sorted, as it would go into a plan. */
async function read(directory: DirectoryConfig, password: string) {
  const units: unknown[] = [];
  const people: unknown[] = [];
  const rejections: unknown[] = [];
  await withDirectory(directory, password, async (session) => {
    const marks = await readMarks(session, directory);
    const reading = { directory, municipality: hallsberg, marks, parents: new ParentNames(), now };
    for await (const page of session.units(null))
      units.push(...page.map((entry) => entryToUnit(entry, directory.attributes.unitName)));
    for await (const page of session.people(0, null))
      for (const entry of page) {
        const { rejections: left, ...incoming } = incomingFrom(entry, 0, reading, () => null);
        // The digest covers the spelling of names, in which two servers may differ.
        people.push({ ...incoming, hash: undefined });
        rejections.push(...left);
      }
  });
  const byKey = (a: unknown, b: unknown) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);
  return {
    units: units.toSorted(byKey),
    people: people.toSorted(byKey),
    rejections: rejections.toSorted(byKey),
  };
}

/** The municipality's directory as the demonstration configures it, at another server. */
function configured(municipality: DemonstrationMunicipality, server: string, caFile: string) {
  const yaml = directoriesYaml([{ municipality, servers: [server] }], [], caFile);
  const [directory] = parseDirectories(yaml).municipalities.flatMap((m) => m.directories);
  if (directory === undefined) throw new Error('The file has no directory.');
  return directory;
}

test.each(demonstrationMunicipalities)(
  'the same people, units and rejections come out of OpenLDAP and of the embedded directory of $name',
  async (municipality) => {
    const ldif = readFileSync(municipality.ldif, 'utf8');
    const tls = await loadOrCreateCertificate(folder);
    const { bindDn, base, flavour } = municipality;
    const bindPassword = 'las-bara-i-test';
    const embedded = await startLdapServer({ entries: parseLdif(ldif), bindDn, bindPassword, tls });
    const slapd = await startSlapd({
      ldif: [ldif],
      suffix: base,
      flavour: flavour === 'ACTIVE_DIRECTORY' ? 'ACTIVE_DIRECTORY' : 'OPENLDAP',
    });
    try {
      const ours = configured(municipality, `ldaps://127.0.0.1:${embedded.port}`, tls.certFile);
      const real = configured(municipality, slapd.ldapsUrl, slapd.caFile);
      const fromOurs = await read(ours, bindPassword);
      const fromReal = await read(
        { ...real, bind: { ...real.bind, dn: slapd.bindDn } },
        slapd.bindPassword,
      );
      expect(fromReal).toEqual(fromOurs);
      expect(fromReal.people.length).toBeGreaterThan(30);
      expect(fromReal.units.length).toBeGreaterThan(15);
      expect(fromReal.rejections.length).toBeGreaterThan(0);
    } finally {
      await Promise.all([embedded.close(), slapd.stop()]);
    }
  },
  60_000,
);
