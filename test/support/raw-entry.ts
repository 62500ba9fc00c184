import { parseDirectories, type DirectoryConfig } from '../../src/config/directories-file.js';
import { Attribute, BerWriter } from 'ldapts';
import { readRawEntry, type RawEntry } from '../../src/ldap/raw-entry.js';

/** An entry as it comes over the wire; values are texts or bytes. */
export function rawEntry(
  dn: string,
  attributes: Readonly<Record<string, string | Buffer | readonly (string | Buffer)[]>>,
): RawEntry {
  const writer = new BerWriter();
  writer.writeString(dn);
  writer.startSequence();
  for (const [type, value] of Object.entries(attributes)) {
    const list: readonly (string | Buffer)[] =
      typeof value === 'string' || Buffer.isBuffer(value) ? [value] : value;
    const values = list.map((one) => (typeof one === 'string' ? Buffer.from(one) : one));
    new Attribute({ type, values }).write(writer);
  }
  writer.endSequence();
  return readRawEntry(writer.buffer);
}

/** A directories file with one municipality, as a text; say what its directory has that is different. */
export function directoriesFile(directory = ''): string {
  return `
municipalities:
  - code: "1861"
    name: Hallsberg
    switchboardNumber: "+46582000000"
    areaCode: "0582"
    dialPlan: sydnarke.test
    numberSeries: ["+4658200"]
    directories:
      - id: hallsberg
        flavour: OPENLDAP
        servers: ["ldaps://ldap.hallsberg.test"]
        bind: { dn: "cn=reader,dc=hallsberg,dc=test", passwordEnv: BIND_PASSWORD }
        people: { base: "ou=Personal,dc=hallsberg,dc=test", filter: "(objectClass=inetOrgPerson)" }
        units: { base: "ou=Personal,dc=hallsberg,dc=test", filter: "(objectClass=organizationalUnit)" }
        attributes:
          kind: employeeType
          direct: [telephoneNumber]
          mobile: [mobile]
          confidentiality: [businessCategory]
        values:
          kind: { förtroendevald: ELECTED_REPRESENTATIVE }
          confidentiality: { sekretess: RESTRICTED, skyddad: PROTECTED }
${directory}`;
}

/** The directory of `directoriesFile`, parsed. */
export function directoryConfig(): DirectoryConfig {
  const [directory] = parseDirectories(directoriesFile()).municipalities.flatMap(
    (m) => m.directories,
  );
  if (directory === undefined) throw new Error('The file has no directory.');
  return directory;
}
