import type { SourceKey } from './directory.store.js';
import type { SyncConnection } from './sync-connections.js';

/** A source's advisory lock is taken in this class of locks. */
const lockClass = 186_118;

/** Takes the source's lock for this connection; false when another one has it, in whatever process. */
export async function lock(connection: SyncConnection, source: SourceKey): Promise<boolean> {
  const [{ locked }] = (await connection.query(
    'select pg_try_advisory_lock($1, hashtext($2)) as locked',
    [lockClass, source.id],
  )) as [{ locked: boolean }];
  return locked;
}

/** Gives the lock back. */
export async function unlock(connection: SyncConnection, source: SourceKey): Promise<void> {
  await connection.query('select pg_advisory_unlock($1, hashtext($2))', [lockClass, source.id]);
}
