import { directoryEditor, type DirectoryEditor } from '../directory-editor.js';
import { generateLdif } from '../ldif-generator.js';
import type { RealDirectory } from '../real-source.js';
import { startSamba, type RunningSamba } from './samba.js';

/** A domain controller with invented staff that can be changed, and how it is configured as a source. */
export type StaffedSamba = {
  readonly samba: RunningSamba;
  readonly edit: DirectoryEditor;
  readonly directory: RealDirectory;
};

export const domainBase = 'DC=sundviken,DC=test';
/** Everybody and every unit lies below this. */
export const staffBase = `OU=Personal,${domainBase}`;
/** The first department, in which the first 480 people are, 40 in each unit. */
export const department = `OU=Förvaltning 1,${staffBase}`;

/** What a domain controller takes: it makes keys and the domain itself, and wants passwords or a leave to have none. */
export function forSamba(ldif: string): string {
  return ldif
    .replaceAll(/^(objectGUID:|extensionAttribute\d*:|version:).*\n/gm, '')
    .replaceAll(
      /^userAccountControl: (\d+)$/gm,
      (_, flags: string) => `userAccountControl: ${Number(flags) | 32}`,
    )
    .split('\n\n')
    .filter((record) => !/^objectClass: domain$/m.test(record))
    .join('\n\n');
}

/** Starts it with so many people. Needs root. */
export async function startStaffedSamba(people: number): Promise<StaffedSamba> {
  const generated = generateLdif({
    people,
    seed: 5,
    flavour: 'ACTIVE_DIRECTORY',
    domain: 'sundviken',
    areaCode: '0582',
  });
  const samba = await startSamba('sundviken', forSamba([...generated].join('')));
  return { samba, edit: editorOf(samba), directory: directoryOf(samba) };
}

/** Changes the directory by one controller, as Administrator. */
export function editorOf(samba: RunningSamba): DirectoryEditor {
  return directoryEditor({
    url: samba.ldapsUrl,
    dn: samba.adminDn,
    password: samba.adminPassword,
    base: domainBase,
    idAttribute: 'employeeID',
    tls: { caFile: samba.caFile, serverName: samba.serverName },
  });
}

/** Makes an account in a unit. Ids above 9000000 are for those whom a test takes away again. */
export async function hire(
  { edit }: Pick<StaffedSamba, 'edit'>,
  id: string,
  unit: string,
  values: Readonly<Record<string, string>> = {},
): Promise<void> {
  await edit.add(`CN=Ny ${id},${unit}`, {
    objectClass: ['top', 'person', 'organizationalPerson', 'user'],
    sAMAccountName: `p${id}`,
    employeeID: id,
    displayName: `Ny ${id}`,
    givenName: 'Ny',
    sn: id,
    userAccountControl: '544',
    ...values,
  });
}

/** Takes away everybody whom tests have made. */
export async function dismiss({ edit }: Pick<StaffedSamba, 'edit'>): Promise<void> {
  const ids = (await edit.staff()).map((line) => line.slice(0, 7));
  await edit.remove(ids.filter((id) => id > '9000000'));
}

function directoryOf(samba: RunningSamba): RealDirectory {
  const directory = {
    flavour: 'ACTIVE_DIRECTORY',
    servers: [samba.ldapsUrl],
    tls: { caFile: samba.caFile, serverName: samba.serverName },
    bind: { dn: samba.bindDn },
    people: {
      base: staffBase,
      filter: '(&(objectCategory=person)(objectClass=user)(employeeID=*))',
    },
    units: {
      base: staffBase,
      filter: '(&(objectClass=organizationalUnit)(!(ou=Personal)))',
    },
    attributes: {
      employeeId: 'employeeID',
      direct: ['telephoneNumber'],
      mobile: ['mobile'],
    },
  };
  return { directory, password: samba.bindPassword };
}
