import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** The running program in a process of its own. */
export type DoorProcess = {
  readonly url: string;
  /** Bytes that it holds in memory now (RSS). */
  residentBytes(): Promise<number>;
  /** What it has written, for the message of a test that fails. */
  said(): string;
  /** Whether it has ended by itself, which it never should. */
  ended(): boolean;
  stop(): Promise<void>;
};

/** Starts the program on the database and directories of an environment. Throws what it said when it does not start. */
export async function startProcess(
  environment: Readonly<Record<string, string>>,
): Promise<DoorProcess> {
  const loader = './test/support/typescript.mjs';
  const child = spawn(
    process.execPath,
    // How package.json starts it, so that memory is given back as in service.
    [
      '--heap-growing-percent=30',
      '--max-semi-space-size=32',
      '--import',
      loader,
      'test/support/door/program.ts',
    ],
    {
      env: { PATH: process.env['PATH'], ...environment },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    },
  );
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-20_000)));
  const gone = once(child, 'exit');
  const answer = async (): Promise<unknown> => {
    const ended = gone.then(() => Promise.reject(new Error(`The program ended: ${said}`)));
    const [message] = (await Promise.race([once(child, 'message'), ended])) as unknown[];
    return message;
  };
  const url = String(await answer());
  return {
    url,
    residentBytes: async () => {
      child.send('rss');
      return Number(await answer());
    },
    said: () => said,
    ended: () => child.exitCode !== null || child.signalCode !== null,
    stop: async () => {
      if (child.connected) child.disconnect();
      const late = setTimeout(() => child.kill('SIGKILL'), 10_000);
      await gone;
      clearTimeout(late);
    },
  };
}
