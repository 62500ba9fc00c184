import { directoryEditor, type DirectoryEditor } from '../directory-editor.js';
import { generateLdif } from '../ldif-generator.js';
import type { RealDirectory } from '../real-source.js';
import { startSlapd, type RunningSlapd, type SlapdOptions } from './slapd.js';

/** An OpenLDAP with invented staff that can be changed, and how it is configured as a source. */
export type StaffedSlapd = {
  readonly slapd: RunningSlapd;
  readonly edit: DirectoryEditor;
  readonly directory: RealDirectory;
};

/** Everybody and every unit lies below this. */
export const staffBase = 'ou=Personal,dc=hallsberg,dc=test';
const suffix = 'dc=hallsberg,dc=test';

/** Starts it with so many people, of whom none has a mark; `change` writes the LDIF anew. */
export async function startStaffedSlapd(
  people: number,
  options: Partial<SlapdOptions> = {},
  change = (ldif: string) => ldif,
): Promise<StaffedSlapd> {
  const generated = generateLdif({
    people,
    seed: 11,
    flavour: 'OPENLDAP',
    domain: 'hallsberg',
    areaCode: '0582',
  });
  const ldif = change([...generated].join('').replaceAll(/^businessCategory: .*\n/gm, ''));
  const slapd = await startSlapd({
    suffix,
    writable: true,
    tellsChanges: true,
    ...options,
    ldif: [ldif],
  });
  const { dn = '', password = '' } = slapd.writer ?? {};
  const edit = directoryEditor({
    url: slapd.ldapUrl,
    dn,
    password,
    base: staffBase,
    idAttribute: 'employeeNumber',
  });
  const directory = {
    flavour: 'OPENLDAP',
    servers: [slapd.ldapsUrl],
    tls: { caFile: slapd.caFile },
    bind: { dn: slapd.bindDn },
    people: { base: staffBase, filter: '(&(objectClass=inetOrgPerson)(employeeType=*))' },
    units: { base: staffBase, filter: '(&(objectClass=organizationalUnit)(!(ou=Personal)))' },
    attributes: {
      employeeId: 'employeeNumber',
      direct: ['telephoneNumber'],
      mobile: ['mobile'],
      confidentiality: ['businessCategory'],
    },
    values: { confidentiality: { sekretess: 'RESTRICTED', skyddad: 'PROTECTED' } },
  };
  return { slapd, edit, directory: { directory, password: slapd.bindPassword } };
}
