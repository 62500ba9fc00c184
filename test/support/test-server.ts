import { join } from 'node:path';
import { Client } from 'pg';
import { ownerRole, programRole, closeDatabase } from '../../src/demo/postgres-cluster.js';
import { InstanceRunningError } from '../../src/demo/postgres-lock.js';
import { startPostgres, stopLeftBehind, type RunningPostgres } from '../../src/demo/postgres.js';
import { migrate } from '../../src/store/migrate.js';
import { at, templateName, type TestServer } from './database.js';

/** Several test runs can go on in one clone, each with a server of its own. */
const stateDirectories = ['test', 'test-2', 'test-3', 'test-4'].map((name) => join('.data', name));

let running: RunningPostgres | null = null;

/**
 * Starts the one PostgreSQL of a test run, makes the migrated template there, and tells the workers
 * through the environment. A fault is told too: then only the tests that need a database fail.
 */
export async function startTestServer(): Promise<void> {
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, () => void leave(name));
  try {
    running = await startInFreePlace();
    await makeTemplate(running);
    tell(running);
  } catch (error) {
    tell({ fault: error instanceof Error ? error.message : String(error) });
  }
}

/** Stops the server of the test run. */
export async function stopTestServer(): Promise<void> {
  await running?.stop();
  running = null;
}

/** Stops servers that killed test runs left behind. */
export async function stopLeftServers(): Promise<void> {
  for (const directory of stateDirectories) {
    try {
      await stopLeftBehind(directory);
    } catch (error) {
      if (!(error instanceof InstanceRunningError)) throw error;
    }
  }
}

async function startInFreePlace(): Promise<RunningPostgres> {
  let fault: unknown;
  for (const directory of stateDirectories) {
    try {
      return await startPostgres(directory, { durable: false });
    } catch (error) {
      if (!(error instanceof InstanceRunningError)) throw error;
      fault = error;
    }
  }
  throw fault;
}

async function makeTemplate(server: RunningPostgres): Promise<void> {
  const client = new Client({ connectionString: server.superuserUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ datname: string }>(
      `select datname from pg_database where datname like 'test\\_%'`,
    );
    for (const { datname } of rows) {
      await client.query(`alter database ${datname} is_template false`);
      await client.query(`drop database ${datname} with (force)`);
    }
    await client.query(`create database ${templateName} owner ${ownerRole}`);
    for (const statement of closeDatabase(templateName)) await client.query(statement);
    await migrate(at(server.ownerUrl, templateName), programRole);
    // A template can only be copied while nobody is connected to it, so nobody is let in.
    await client.query(
      `alter database ${templateName} with is_template true allow_connections false`,
    );
  } finally {
    await client.end();
  }
}

function tell(server: TestServer): void {
  process.env['TEST_POSTGRES'] = JSON.stringify(server);
}

/** Jest ends at once on a signal, without its teardown; the server would outlive it. */
async function leave(name: 'SIGINT' | 'SIGTERM'): Promise<void> {
  await stopTestServer();
  process.exit(name === 'SIGINT' ? 130 : 143);
}
