import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { Client } from 'ldapts';
import type { DirectoryConfig } from '../config/directories-file.js';
import { faultCode } from '../kernel/fault.js';
import { DirectoryError } from './directory-error.js';
import { explain } from './explain.js';
import { allowOnlyLdap } from './only-ldap.js';
import { keepEntriesRaw } from './raw-search-entry.js';

/** Result codes with which a server says no to the account: wrong password, locked, too weak (RFC 4511 appendix A). */
const refusals = ['8', '48', '49', '53'];

/** Connects and binds to one server; the client is for one run, and never used again. Throws `DirectoryError`. */
export async function connect(
  directory: DirectoryConfig,
  server: string,
  password: string,
): Promise<Client> {
  let client: Client | null = null;
  try {
    // A name with an empty password would be an anonymous bind (RFC 4513 section 5.1.2).
    if (password === '') throw new Error('the bind password is empty.');
    client = newClient(directory, server);
    if (directory.tls.startTls) await startTls(client, directory, server);
    await client.bind(directory.bind.dn, password);
    return client;
  } catch (error) {
    await client?.unbind().catch(() => undefined);
    const refused = refusals.includes(faultCode(error) ?? '') || password === '';
    const fault = refused ? 'BIND_REFUSED' : 'UNREACHABLE';
    throw new DirectoryError(`${server}: ${explain(error)}`, fault);
  }
}

function newClient(directory: DirectoryConfig, server: string): Client {
  const { connectSeconds, pageSeconds } = directory.patience;
  const client = new Client({
    url: server,
    connectTimeout: connectSeconds * 1000,
    timeout: pageSeconds * 1000,
    // Any TLS options make ldapts speak TLS at once, also to ldap:// addresses.
    ...(server.startsWith('ldaps://') && { tlsOptions: tlsOptions(directory, server) }),
  });
  keepEntriesRaw(client);
  allowOnlyLdap(client);
  return client;
}

/** Begins TLS. ldapts counts the time of the answer, and not that of the handshake after it. */
async function startTls(client: Client, directory: DirectoryConfig, server: string) {
  const { connectSeconds, pageSeconds } = directory.patience;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const sorry = () => reject(new Error('the server did not answer in time.'));
    timer = setTimeout(sorry, (2 * connectSeconds + pageSeconds) * 1000);
  });
  const started = client.startTLS(tlsOptions(directory, server));
  // Nobody waits for it any more when it comes too late.
  started.catch(() => undefined);
  await Promise.race([started, late]).finally(() => clearTimeout(timer));
}

function tlsOptions(directory: DirectoryConfig, server: string) {
  const { caFile, serverName } = directory.tls;
  const host = new URL(server).hostname;
  const name = serverName ?? (isIP(host) === 0 ? host : null);
  return {
    minVersion: 'TLSv1.2' as const,
    // RFC 6066: a server name is never an address; the certificate is then checked against the address.
    ...(name !== null && { servername: name }),
    ...(caFile !== undefined && { ca: readFileSync(caFile) }),
  };
}
