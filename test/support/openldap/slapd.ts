import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, openSync, closeSync, readFileSync } from 'node:fs';
import { rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { loadOrCreateCertificate } from '../../../src/demo/certificate.js';
import { accepts, freePort } from '../loopback-port.js';
import { serverEnvironment, serverProgram } from './install.mjs';
import { slapdConfig, type SchemaFlavour } from './slapd-config.js';

/** What the server holds. */
export type SlapdOptions = {
  /** LDIF texts in order, the entry of the suffix first; they may be pieces of one long file. */
  readonly ldif: Iterable<string>;
  readonly suffix: string;
  /** `OPENLDAP` when absent. */
  readonly flavour?: SchemaFlavour;
  /** Where the server lies; `OPENLDAP_ROOT` when absent, and '' is the system's own. */
  readonly root?: string;
  /** Skips the checks of values and schema, for large populations. */
  readonly quick?: boolean;
};

/** A server that answers. The account may read everything and nothing else; anonymous reads nothing. */
export type RunningSlapd = {
  readonly ldapUrl: string;
  readonly ldapsUrl: string;
  readonly caFile: string;
  readonly bindDn: string;
  readonly bindPassword: string;
  stop(): Promise<void>;
};

const run = promisify(execFile);
const startMilliseconds = 10_000;
const stopMilliseconds = 5_000;
/** Ends the server when its input closes, so that it does not outlive a test process that was killed. */
const watchman = '"$@" & server=$!; read -r _; kill "$server"; wait "$server"';

/** Starts a real OpenLDAP on free loopback ports in a folder of its own. Throws with the server's words. */
export async function startSlapd(options: SlapdOptions): Promise<RunningSlapd> {
  const root = options.root ?? process.env['OPENLDAP_ROOT'] ?? '';
  const program = serverProgram(root);
  if (program === null) throw new Error('There is no OpenLDAP server (slapd) to test with.');
  const folder = mkdtempSync(join(tmpdir(), 'slapd-'));
  const env = { ...process.env, ...serverEnvironment(root) };
  try {
    const { certFile } = await loadOrCreateCertificate(folder);
    const account = { dn: `cn=reader,${options.suffix}`, password: randomBytes(18).toString('hex') };
    const add = async (database: number, file: string, flags: readonly string[] = []) =>
      run(
        program,
        ['-T', 'add', '-n', `${database}`, '-F', join(folder, 'config'), '-l', file, ...flags],
        { env },
      );
    writeInput(folder, root, certFile, account, options);
    await add(0, join(folder, 'config.ldif'));
    await add(1, join(folder, 'entries.ldif'), options.quick === true ? ['-q'] : []);
    const ports = { ldap: await freePort(), ldaps: await freePort() };
    const urls = `ldap://127.0.0.1:${ports.ldap} ldaps://127.0.0.1:${ports.ldaps}`;
    const server = launch(program, ['-d', '0', '-h', urls, '-F', join(folder, 'config')], {
      folder,
      env,
    });
    await ready(server, [ports.ldap, ports.ldaps], folder);
    return {
      ldapUrl: `ldap://127.0.0.1:${ports.ldap}`,
      ldapsUrl: `ldaps://127.0.0.1:${ports.ldaps}`,
      caFile: certFile,
      bindDn: account.dn,
      bindPassword: account.password,
      stop: () => stop(server, folder),
    };
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}
