import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { Client } from 'ldapts';
import type { DirectoryConfig } from '../config/directories-file.js';
import { faultCode } from '../kernel/fault.js';
import { DirectoryError } from './directory-error.js';
import { explain } from './explain.js';
import { keepEntriesRaw } from './raw-search-entry.js';

/** Result codes with which a server says no to the account: wrong password, locked, too weak (RFC 4511 appendix A). */
const refusals = ['8', '48', '49', '53'];

/** Connects and binds to one server; the client is for one run, and never used again. Throws `DirectoryError`. */
export async function connect(
  directory: DirectoryConfig,
  server: string,
  password: string,
): Promise<Client> {
  const client = newClient(directory, server);
  try {
    // A name with an empty password would be an anonymous bind (RFC 4513 section 5.1.2).
    if (password === '') throw new Error('the bind password is empty.');
    if (directory.tls.startTls) await client.startTLS(tlsOptions(directory, server));
    await client.bind(directory.bind.dn, password);
    return client;
  } catch (error) {
    await client.unbind().catch(() => undefined);
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
  return client;
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
