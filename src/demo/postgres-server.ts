import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { runAs } from './postgres-account.js';
import { pidFile, stopServer } from './postgres-orphan.js';
import type { Place } from './postgres-place.js';

/** A server that answers. */
export type Server = { readonly port: number; readonly pid: number; stop(): Promise<void> };

const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
  password_encryption: 'scram-sha-256',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // Statements hold people's numbers, so none is written to the log, not even a faulty one.
  log_min_error_statement: 'panic',
  log_checkpoints: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  jit: 'off',
};
const careless = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/** As `PostgresOptions` has them. */
export type Chosen = { readonly durable: boolean; readonly sharedBuffers: string | undefined };

/**
 * Starts the server on a free port of 127.0.0.1 and waits until it answers, at most a minute. Throws
 * with the end of its log when it does not come up.
 */
export async function startServer(place: Place, log: string, chosen: Chosen): Promise<Server> {
  const deadline = performance.now() + 10_000;
  for (;;) {
    try {
      return await launch(place, log, await freePort(), chosen);
    } catch (error) {
      // The port may have been taken in between, and parts of a killed server take a moment to end.
      const passing = /Address already in use|pre-existing shared memory/;
      if (!passing.test(String(error)) || performance.now() > deadline) throw error;
      await pause(200);
    }
  }
}

async function launch(
  place: Place,
  log: string,
  port: number,
  { durable, sharedBuffers }: Chosen,
): Promise<Server> {
  const options = {
    ...settings,
    ...(durable ? {} : careless),
    ...(sharedBuffers !== undefined && { shared_buffers: sharedBuffers }),
    port: String(port),
  };
  const output = openSync(log, 'w', 0o600);
  // Its own session: Ctrl-C reaches us, and we decide when the database stops.
  const child = spawn(
    place.binaries.postgres,
    [
      '-D',
      place.data,
      ...Object.entries(options).flatMap(([key, value]) => ['-c', `${key}=${value}`]),
    ],
    {
      ...runAs(place.account),
      cwd: place.home,
      env: { LC_ALL: 'C', TZ: 'UTC' },
      stdio: ['ignore', output, output],
      detached: true,
    },
  );
  closeSync(output);
  const pid = await untilReady(child, place.data, log);
  child.unref();
  // Once it has ended, its number may belong to somebody else.
  const running = () => child.exitCode === null && child.signalCode === null;
  return { port, pid, stop: async () => (running() ? stopServer(pid) : undefined) };
}

async function untilReady(child: ChildProcess, data: string, log: string): Promise<number> {
  let fault: string | null = null;
  child.once('error', (error) => (fault = error.message));
  child.once('exit', (code, by) => (fault ??= `it ended (${by ?? `code ${code}`})`));
  const deadline = performance.now() + 60_000;
  for (;;) {
    const lines = pidFile(data);
    if (fault === null && child.pid !== undefined && Number(lines?.[0]) === child.pid)
      if (lines?.[7]?.trim() === 'ready') return child.pid;
    if (fault !== null) throw new Error(failed(fault, log));
    if (performance.now() > deadline) {
      child.kill('SIGKILL');
      throw new Error(failed('it was not ready within a minute', log));
    }
    await pause(15);
  }
}

function failed(fault: string, log: string): string {
  const end = readFileSync(log, 'utf8').trim().split('\n').slice(-12);
  return `The embedded PostgreSQL did not start: ${fault}.\n${end.join('\n')}`;
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('There is no free port.');
  return address.port;
}
