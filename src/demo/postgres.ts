import { existsSync, mkdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import {
  databaseName,
  databaseUrl,
  isComplete,
  makeData,
  makeDatabase,
  ownerRole,
  programRole,
} from './postgres-cluster.js';
import { lockState } from './postgres-lock.js';
import { stopOrphan } from './postgres-orphan.js';
import { preparePlace } from './postgres-place.js';
import { readSecrets } from './postgres-secrets.js';
import { startServer } from './postgres-server.js';

/** An embedded server that answers, with the address of each role. */
export type RunningPostgres = {
  readonly ownerUrl: string;
  readonly programUrl: string;
  /** Only for those who make and drop databases of their own on the server, as tests do. */
  readonly superuserUrl: string;
  /** The server's own process. */
  readonly pid: number;
  /** Shuts the server down within about ten seconds and gives the state directory back. */
  stop(): Promise<void>;
};

export type PostgresOptions = {
  /** False gives up the safety of what is written, for speed: for tests. */
  readonly durable?: boolean;
  /** How much of what is read often is kept in memory, as "1GB"; otherwise as PostgreSQL does by itself. */
  readonly sharedBuffers?: string;
  /** Is told, one line at a time, what takes time. */
  readonly log?: (line: string) => void;
};

/**
 * Starts a real PostgreSQL of its own for a state directory, on a free port of 127.0.0.1; the first
 * start makes the database `ett_samtal` and its roles. Throws `InstanceRunningError` while another
 * process uses the state directory, and an error with the end of the server's log when it fails.
 */
export async function startPostgres(
  stateDirectory: string,
  options: PostgresOptions = {},
): Promise<RunningPostgres> {
  mkdirSync(stateDirectory, { recursive: true });
  const state = realpathSync(stateDirectory);
  const unlock = lockState(state);
  try {
    const server = await start(state, options);
    let stopped: Promise<void> | null = null;
    return { ...server, stop: () => (stopped ??= server.stop().finally(unlock)) };
  } catch (error) {
    unlock();
    throw error;
  }
}

async function start(
  state: string,
  { durable = true, sharedBuffers, log = () => undefined }: PostgresOptions,
): Promise<RunningPostgres> {
  const place = await preparePlace(state);
  await stopOrphan(place.data, log);
  const secrets = readSecrets(state);
  const fresh = !isComplete(state, place, secrets);
  if (fresh) {
    log('Making the embedded database (only at the first start).');
    await makeData(state, place, secrets, durable);
  }
  const chosen = { durable, sharedBuffers };
  const server = await startServer(place, join(state, 'postgres.log'), chosen);
  const url = (role: string, password: string, name = databaseName) =>
    databaseUrl(role, password, server.port, name);
  const superuserUrl = url('postgres', secrets.superuser, 'postgres');
  try {
    if (fresh) await makeDatabase(state, place, secrets, superuserUrl);
  } catch (error) {
    await server.stop();
    throw error;
  }
  return {
    ownerUrl: url(ownerRole, secrets.owner),
    programUrl: url(programRole, secrets.program),
    superuserUrl,
    pid: server.pid,
    stop: () => server.stop(),
  };
}

/** Stops a server whose process of ours was killed. Throws `InstanceRunningError` while one lives. */
export async function stopLeftBehind(stateDirectory: string): Promise<void> {
  if (!existsSync(stateDirectory)) return;
  const state = realpathSync(stateDirectory);
  const unlock = lockState(state);
  try {
    await stopOrphan((await preparePlace(state)).data, () => undefined);
  } finally {
    unlock();
  }
}
