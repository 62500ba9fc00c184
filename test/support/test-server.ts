import { join } from 'node:path';
import { loadOrCreateCertificate } from '../../src/demo/certificate.js';
import { InstanceRunningError } from '../../src/demo/postgres-lock.js';
import { startPostgres, stopLeftBehind, type RunningPostgres } from '../../src/demo/postgres.js';
import { testCertificate, type TestServer } from './database.js';
import { makeTemplate } from './template.js';

/** Several test runs can go on in one clone, each with a server of its own. */
const stateDirectories = ['test', 'test-2', 'test-3', 'test-4'].map((name) => join('.data', name));

let running: RunningPostgres | null = null;

/**
 * Starts the one PostgreSQL of a test run, makes the migrated template there, and tells the workers
 * through the environment. A fault is told too: then only the tests that need a database fail. A run
 * that another run's tests have started has that one's server and template.
 */
export async function startTestServer(): Promise<void> {
  if (process.env['TEST_POSTGRES'] !== undefined) return;
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, () => void leave(name));
  try {
    await loadOrCreateCertificate(testCertificate);
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

function tell(server: TestServer): void {
  process.env['TEST_POSTGRES'] = JSON.stringify(server);
}

/** Jest ends at once on a signal, without its teardown; the server would outlive it. */
async function leave(name: 'SIGINT' | 'SIGTERM'): Promise<void> {
  await stopTestServer();
  process.exit(name === 'SIGINT' ? 130 : 143);
}
