import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { Client } from 'ldapts';
import type { DirectoryConfig } from '../config/directories-file.js';
import { keyAttributes } from './entry-key.js';
import { pagedSearch } from './paged-search.js';
import type { RawEntry } from './raw-entry.js';
import { explain } from './explain.js';

const connectMilliseconds = 3_000;
const pageMilliseconds = 30_000;

/** A directory that could not be read; the message is a sentence for a technician, without secrets. */
export class DirectoryError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'DirectoryError';
  }
}

/** One bound connection to a directory. It is used for one run and never again. */
export type DirectorySession = {
  readonly server: string;
  units(): AsyncGenerator<readonly RawEntry[]>;
  people(): AsyncGenerator<readonly RawEntry[]>;
  close(): Promise<void>;
};

/** Connects and binds to the first server that lets us, in the order configured. Throws `DirectoryError`. */
export async function openDirectory(
  directory: DirectoryConfig,
  password: string,
): Promise<DirectorySession> {
  const refusals: string[] = [];
  for (const server of directory.servers) {
    const client = newClient(directory, server);
    try {
      if (directory.tls.startTls) await client.startTLS(tlsOptions(directory, server));
      await client.bind(directory.bind.dn, password);
      return session(client, directory, server);
    } catch (error) {
      refusals.push(`${server}: ${explain(error)}`);
      await client.unbind().catch(() => undefined);
    }
  }
  throw new DirectoryError(refusals.join(' '));
}

function session(client: Client, directory: DirectoryConfig, server: string): DirectorySession {
  async function* read(
    search: DirectoryConfig['people'],
    attributes: readonly string[],
  ): AsyncGenerator<readonly RawEntry[]> {
    try {
      // A ldapts client that lost its connection searches on anonymously; servers then answer "nothing".
      if (!client.isBound) throw new Error('The connection is no longer bound.');
      yield* pagedSearch(client, { ...search, scope: 'sub', attributes });
      if (!client.isBound) throw new Error('The connection was lost while reading.');
    } catch (error) {
      throw new DirectoryError(`${server}: ${explain(error)}`);
    }
  }
  return {
    server,
    units: () => read(directory.units, [...keyAttributes, directory.attributes.unitName]),
    people: () => read(directory.people, personAttributes(directory)),
    close: () => client.unbind().catch(() => undefined),
  };
}

/** The attributes that are asked for: only the configured ones, so that no others are ever read. */
export function personAttributes(directory: DirectoryConfig): readonly string[] {
  const a = directory.attributes;
  const single = [a.givenName, a.familyName, a.displayName, a.title, a.email, a.employeeId, a.kind];
  const state =
    directory.flavour === 'ACTIVE_DIRECTORY'
      ? ['userAccountControl', 'accountExpires']
      : ['shadowExpire'];
  const names = [
    ...keyAttributes,
    ...single,
    ...a.direct,
    ...a.mobile,
    ...a.extension,
    ...a.confidentiality,
    ...state,
  ];
  return [...new Set(names.filter((name) => name !== undefined))];
}

function newClient(directory: DirectoryConfig, server: string): Client {
  return new Client({
    url: server,
    connectTimeout: connectMilliseconds,
    timeout: pageMilliseconds,
    // Any TLS options make ldapts speak TLS at once, also to ldap:// addresses.
    ...(server.startsWith('ldaps://') && { tlsOptions: tlsOptions(directory, server) }),
  });
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
