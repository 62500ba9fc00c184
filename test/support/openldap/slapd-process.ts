import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

const startMilliseconds = 10_000;
const stopMilliseconds = 5_000;
/** Ends the server when its own input closes, so that it does not outlive a test process that was killed. */
const watchman = '"$@" & server=$!; read -r _; kill "$server" 2>/dev/null; wait "$server"';

/** A port of 127.0.0.1 that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Starts a server that stays in the foreground, below a shell that ends it with this process. */
export function launch(
  command: readonly string[],
  env: NodeJS.ProcessEnv,
  logFile: string,
): ChildProcess {
  const log = openSync(logFile, 'w');
  const child = spawn('/bin/sh', ['-c', watchman, 'sh', ...command], {
    env,
    stdio: ['pipe', log, log],
  });
  closeSync(log);
  return child;
}

/** Waits until the ports answer. Throws with the end of the log when they do not within 10 seconds. */
export async function untilReady(ports: readonly number[], logFile: string): Promise<void> {
  const deadline = Date.now() + startMilliseconds;
  for (const port of ports) {
    while (!(await accepts(port))) {
      if (Date.now() > deadline) {
        const log = readFileSync(logFile, 'utf8').trim().split('\n').slice(-5).join('\n');
        throw new Error(`The OpenLDAP server did not start:\n${log}`);
      }
      await pause(30);
    }
  }
}

/** Ends the server and waits until it is gone; the shell passes the end on by the server's own id. */
export async function endProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.stdin?.end();
  const late = new AbortController();
  const patience = pause(stopMilliseconds, 'late', { signal: late.signal }).catch(() => 'gone');
  if ((await Promise.race([gone, patience])) === 'late')
    throw new Error('The OpenLDAP server does not end.');
  late.abort();
}

async function accepts(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
