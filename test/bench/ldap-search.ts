import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { DirectoryConfig } from '../../src/config/directories-file.js';
import { searchProgram, serverEnvironment } from '../support/openldap/install.mjs';

/** OpenLDAP's own reader, set to read what a sync reads of people: same server, filter, attributes and pages. */
export type LdapSearch = {
  /** How long one whole read into nothing takes, in seconds. */
  time(signal: AbortSignal): Promise<number>;
  /** How many entries and bytes one whole read gives. */
  count(signal: AbortSignal): Promise<{ readonly entries: number; readonly bytes: number }>;
};

const longestMilliseconds = 5 * 60_000;
const keyAttributes = ['objectGUID', 'entryUUID', 'nsUniqueId'];

/** Throws when there is no ldapsearch below the root. */
export function ldapSearch(
  root: string,
  directory: DirectoryConfig,
  bindPassword: string,
): LdapSearch {
  const program = searchProgram(root);
  if (program === null) throw new Error('There is no ldapsearch to measure with.');
  const [server = ''] = directory.servers;
  const account = ['-x', '-D', directory.bind.dn, '-w', bindPassword];
  const paged = ['-LLL', '-E', 'pr=500/noprompt', '-s', 'sub', '-b', directory.people.base];
  const asked = [directory.people.filter, ...attributesOf(directory)];
  const args = ['-H', server, ...account, ...paged, ...asked];
  const env = {
    ...process.env,
    ...serverEnvironment(root),
    LDAPTLS_CACERT: directory.tls.caFile ?? '',
    LDAPTLS_REQCERT: 'demand',
  };
  return {
    time: async (signal) => {
      const began = performance.now();
      await run([program, ...args], env, signal);
      return (performance.now() - began) / 1000;
    },
    count: async (signal) => {
      let [entries, bytes] = [0, 0];
      await run([program, ...args], env, signal, async (output) => {
        for await (const line of createInterface({ input: output })) {
          bytes += line.length + 1;
          if (line.startsWith('dn:')) entries += 1;
        }
      });
      return { entries, bytes };
    },
  };
}

/** What a sync asks for of people in an OpenLDAP: the mapping's attributes, the keys and the account's state. */
function attributesOf({ attributes: a }: DirectoryConfig): readonly string[] {
  const single = [a.givenName, a.familyName, a.displayName, a.title, a.email, a.employeeId, a.kind];
  const lists = [...a.direct, ...a.mobile, ...a.extension, ...a.confidentiality];
  const names = [...keyAttributes, ...single, ...lists, 'shadowExpire'];
  return [...new Set(names.filter((name) => name !== undefined))];
}

/** Runs a program to its end; what it prints goes to `read`, or to /dev/null. */
async function run(
  [program = '', ...args]: readonly string[],
  env: NodeJS.ProcessEnv,
  signal: AbortSignal,
  read?: (output: Readable) => Promise<void>,
): Promise<void> {
  const child = spawn(program, args, {
    env,
    stdio: ['ignore', read === undefined ? 'ignore' : 'pipe', 'pipe'],
    signal: AbortSignal.any([signal, AbortSignal.timeout(longestMilliseconds)]),
    killSignal: 'SIGKILL',
  });
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const output = child.stdout;
  const [[code]] = await Promise.all([
    once(child, 'close') as Promise<[number | null]>,
    output === null ? null : read?.(output),
  ]).catch((error: unknown) => {
    signal.throwIfAborted();
    throw error;
  });
  if (code !== 0) throw new Error(`ldapsearch failed (${code}): ${said.trim().slice(-500)}`);
}
