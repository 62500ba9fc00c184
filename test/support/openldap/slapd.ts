import { execFile, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { loadOrCreateCertificate } from '../../../src/demo/certificate.js';
import { serverEnvironment, serverProgram } from './install.mjs';
import { slapdConfig, type SchemaFlavour, type Writer } from './slapd-config.js';
import { endProcess, freePort, launch, untilReady } from './slapd-process.js';

/** What the server holds. */
export type SlapdOptions = {
  /** LDIF texts in order, the entry of the suffix first; or the pieces of one long text. */
  readonly ldif: Iterable<string>;
  readonly suffix: string;
  /** `OPENLDAP` when absent. */
  readonly flavour?: SchemaFlavour;
  /** Where the server lies, '' for the system's own; `OPENLDAP_ROOT` when absent. */
  readonly root?: string;
  /** Skips the checks of values and schema, for large populations. */
  readonly quick?: boolean;
  /** Makes an account that may change the entries; without it nobody may. */
  readonly writable?: boolean;
  /** Says how far its changes have come, so that they can be followed. */
  readonly tellsChanges?: boolean;
  /** How many entries the read account may get in all, page after page; any number when absent. */
  readonly mostInAll?: number;
  /** What is searched for, as olcDbIndex takes it; otherwise what a directory is read whole by. */
  readonly indexes?: readonly string[];
};

/** A server that answers. The account may read everything; anonymous nothing but what the server can do. */
export type RunningSlapd = {
  readonly ldapUrl: string;
  readonly ldapsUrl: string;
  readonly caFile: string;
  readonly bindDn: string;
  readonly bindPassword: string;
  /** Only of a server that was asked to be writable. */
  readonly writer?: Writer | undefined;
  /** Ends the server and keeps what it holds; `start` takes it up again on the same ports. */
  halt(): Promise<void>;
  start(): Promise<void>;
  stop(): Promise<void>;
};

const run = promisify(execFile);
const moduleFolders = ['usr/lib/ldap', 'usr/lib64/openldap', 'usr/lib/openldap'];
const schemaFolders = ['etc/ldap/schema', 'etc/openldap/schema'];

/**
 * Starts a real OpenLDAP on free loopback ports, in a temporary folder that `stop` removes. Throws
 * when there is no server, or with the server's own words when it refuses the entries.
 */
export async function startSlapd(options: SlapdOptions): Promise<RunningSlapd> {
  const root = options.root ?? process.env['OPENLDAP_ROOT'] ?? '';
  const program = serverProgram(root);
  if (program === null) throw new Error('There is no OpenLDAP server (slapd) to test with.');
  const folder = mkdtempSync(join(tmpdir(), 'slapd-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    const server = await load(options, { root, program, folder });
    const logFile = join(folder, 'log');
    const [ldap, ldaps] = [await freePort(), await freePort()];
    const urls = { ldap: `ldap://127.0.0.1:${ldap}`, ldaps: `ldaps://127.0.0.1:${ldaps}` };
    const command = [program, '-d', '0', '-F', server.config, '-h', `${urls.ldap} ${urls.ldaps}`];
    let child: ChildProcess | null = null;
    const halt = async () => {
      if (child !== null) await endProcess(child);
    };
    const start = async () => {
      child = launch(command, server.env, logFile);
      await untilReady([ldap, ldaps], logFile).catch(async (error: unknown) => {
        await halt();
        throw error;
      });
    };
    const stop = async () => {
      await halt();
      remove();
    };
    await start();
    const { certFile: caFile, bindDn, bindPassword, writer } = server;
    const account = { bindDn, bindPassword, writer };
    return { ldapUrl: urls.ldap, ldapsUrl: urls.ldaps, caFile, ...account, halt, start, stop };
  } catch (error) {
    remove();
    throw error;
  }
}

type Place = { readonly root: string; readonly program: string; readonly folder: string };

/** Writes configuration and entries into the server's databases (slapadd(8)), before it runs. */
async function load(options: SlapdOptions, place: Place) {
  const { ldif, suffix, flavour, quick } = options;
  const { root, program, folder } = place;
  const env = { ...process.env, ...serverEnvironment(root) };
  const { certFile } = await loadOrCreateCertificate(folder);
  const bindDn = `cn=reader,${suffix}`;
  const newPassword = () => randomBytes(18).toString('hex');
  const bindPassword = newPassword();
  const writer = options.writable
    ? { dn: `cn=writer,${suffix}`, password: newPassword() }
    : undefined;
  const config = join(folder, 'config');
  const [configFile, entriesFile] = [join(folder, 'config.ldif'), join(folder, 'entries.ldif')];
  mkdirSync(config);
  mkdirSync(join(folder, 'data'));
  const text = slapdConfig({
    folder,
    schemaFolder: firstOf(root, schemaFolders),
    moduleFolder: firstOf(root, moduleFolders),
    suffix,
    bindDn,
    keyFile: join(folder, 'loopback.key'),
    certFile,
    flavour: flavour ?? 'OPENLDAP',
    writer,
    tellsChanges: options.tellsChanges === true,
    mostInAll: options.mostInAll ?? 'unlimited',
    indexes: options.indexes,
  });
  writeFileSync(configFile, text);
  for (const piece of ldif) appendFileSync(entriesFile, withoutVersion(piece));
  appendFileSync(entriesFile, accountEntry(bindDn, bindPassword));
  const add = ['-T', 'add', '-F', config];
  await run(program, [...add, '-n', '0', '-l', configFile], { env });
  const flags = quick === true ? ['-q'] : [];
  await run(program, [...add, '-n', '1', ...flags, '-l', entriesFile], { env });
  return { env, config, certFile, bindDn, bindPassword, writer };
}

/** Only the first record of a file may follow a version. */
function withoutVersion(text: string): string {
  return text.replace(/^version: *1\r?\n/m, '');
}

function accountEntry(dn: string, password: string): string {
  return `\n\ndn: ${dn}\nobjectClass: person\ncn: reader\nsn: reader\nuserPassword: ${password}\n`;
}

function firstOf(root: string, folders: readonly string[]): string {
  const below = folders.map((folder) => join(root === '' ? '/' : root, folder));
  return below.find((folder) => existsSync(folder)) ?? '';
}
