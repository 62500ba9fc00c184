import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Whose schema the entries follow. */
export type SchemaFlavour = 'ACTIVE_DIRECTORY' | 'OPENLDAP';

/** What one server is configured with; paths are absolute. */
export type SlapdConfig = {
  readonly folder: string;
  readonly schemaFolder: string;
  readonly moduleFolder: string;
  readonly suffix: string;
  readonly bindDn: string;
  readonly keyFile: string;
  readonly certFile: string;
  readonly flavour: SchemaFlavour;
  /** Who may change everything, past all limits; nobody when absent. */
  readonly writer?: Writer | undefined;
  /** Says how far its changes have come (contextCSN), as servers do that are copied to others. */
  readonly tellsChanges: boolean;
  /** How many entries the read account may get in all, page after page. */
  readonly mostInAll: number | 'unlimited';
  /** As olcDbIndex takes them; those of a directory that is only read whole when absent. */
  readonly indexes?: readonly string[] | undefined;
};

/** An account that may change everything, without an entry of its own. */
export type Writer = { readonly dn: string; readonly password: string };

const adSchema = fileURLToPath(new URL('./ad-subset.ldif', import.meta.url));
const indexes = {
  ACTIVE_DIRECTORY: ['objectClass,objectGUID,employeeID eq', 'sn sub'],
  OPENLDAP: ['objectClass,entryUUID,uid,employeeType eq', 'sn sub'],
};
/** Address space and not disk: the file is sparse. */
const maxBytes = 4 * 1024 ** 3;

/**
 * The cn=config of a server (slapd-config(5)) with one database that only the read account may read, and
 * only a writer, where there is one, may change: at most 500 entries unpaged and 1000 a page, which are the limits of directories in service.
 */
export function slapdConfig(config: SlapdConfig): string {
  const { folder, suffix, bindDn } = config;
  return `dn: cn=config
objectClass: olcGlobal
cn: config
olcTLSCertificateFile: ${config.certFile}
olcTLSCertificateKeyFile: ${config.keyFile}

dn: cn=module{0},cn=config
objectClass: olcModuleList
cn: module{0}
olcModulePath: ${config.moduleFolder}
olcModuleLoad: back_mdb${config.tellsChanges ? '\nolcModuleLoad: syncprov' : ''}

dn: cn=schema,cn=config
objectClass: olcSchemaConfig
cn: schema

${schemaOf(config)}

dn: olcDatabase={-1}frontend,cn=config
objectClass: olcDatabaseConfig
objectClass: olcFrontendConfig
olcDatabase: {-1}frontend
olcAccess: to dn.base="" by * read

dn: olcDatabase={1}mdb,cn=config
objectClass: olcDatabaseConfig
objectClass: olcMdbConfig
olcDatabase: {1}mdb
olcDbDirectory: ${join(folder, 'data')}
olcDbMaxSize: ${maxBytes}
olcSuffix: ${suffix}
${(config.indexes ?? indexes[config.flavour]).map((index) => `olcDbIndex: ${index}`).join('\n')}
olcAccess: to attrs=userPassword by anonymous auth by * none
olcAccess: to * by dn.exact="${bindDn}" read by * none
olcLimits: dn.exact="${bindDn}" size.soft=500 size.hard=500 size.pr=1000 size.prtotal=${config.mostInAll}
${writerOf(config)}${changesOf(config)}`;
}

/** Changes need not survive the server: without a sync to disk for each, thousands take seconds. */
function writerOf({ writer }: SlapdConfig): string {
  if (writer === undefined) return '';
  return `olcRootDN: ${writer.dn}\nolcRootPW: ${writer.password}\nolcDbNoSync: TRUE\n`;
}

function changesOf({ tellsChanges }: SlapdConfig): string {
  if (!tellsChanges) return '';
  return `
dn: olcOverlay={0}syncprov,olcDatabase={1}mdb,cn=config
objectClass: olcOverlayConfig
objectClass: olcSyncProvConfig
olcOverlay: {0}syncprov
`;
}

function schemaOf({ flavour, schemaFolder }: SlapdConfig): string {
  if (flavour === 'ACTIVE_DIRECTORY') return readFileSync(adSchema, 'utf8');
  const files = ['core', 'cosine', 'inetorgperson', 'nis'];
  return files.map((name) => `include: file://${join(schemaFolder, name)}.ldif`).join('\n\n');
}
