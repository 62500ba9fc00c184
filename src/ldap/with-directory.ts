import type { Client } from 'ldapts';
import type { DirectoryConfig } from '../config/directories-file.js';
import { connect } from './connect.js';
import { DirectoryError } from './directory-error.js';
import { directorySession, type DirectorySession } from './directory-session.js';

/** A page that a server does not get ready in time is asked for in smaller pieces, once. */
const pageSizes = [500, 100];

/**
 * Reads a directory by the first server that answers to the end. Each gets two tries, the second with
 * small pages, and each try begins anew. A refused bind ends it all: with three servers and a quarter
 * of an hour, a wrong password locks its account. `read` throws `DirectoryError` for what another
 * server may do better; anything else ends it too.
 */
export async function withDirectory<T>(
  directory: DirectoryConfig,
  password: string,
  read: (session: DirectorySession) => Promise<T>,
): Promise<T> {
  const deadline = performance.now() + directory.patience.runMinutes * 60_000;
  const refusals = new Set<string>();
  for (const server of directory.servers)
    for (const pageSize of pageSizes) {
      let client: Client | null = null;
      try {
        client = await connect(directory, server, password);
        return await read(directorySession(client, directory, server, pageSize, deadline));
      } catch (error) {
        if (!(error instanceof DirectoryError)) throw error;
        refusals.add(error.message);
        if (error.fault === 'BIND_REFUSED' || error.fault === 'TOO_LONG')
          throw new DirectoryError([...refusals].join(' '), error.fault);
        if (error.fault === 'UNREACHABLE') break;
      } finally {
        await client?.unbind().catch(() => undefined);
      }
    }
  throw new DirectoryError([...refusals].join(' '), 'UNREADABLE');
}
