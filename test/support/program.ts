import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';

/** The program in a process of its own, by the machine's clock. */
export type Program = {
  readonly url: string;
  readonly pid: number;
  /** Everything that it has written so far. */
  said(): string;
  stop(): Promise<void>;
};

/** Where its inspector listens if it is asked to: any port of loopback. */
const inspector = '--inspect-port=127.0.0.1:0';

/** Starts it as `npm start` does, and waits until it listens. Throws with what it said when it does not. */
export async function startProgram(
  environment: Readonly<Record<string, string>>,
): Promise<Program> {
  const loader = resolve('test/support/typescript.mjs');
  const child = spawn(process.execPath, [inspector, '--import', loader, resolve('src/main.ts')], {
    env: { PATH: process.env['PATH'] ?? '', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const ended = once(child, 'close');
  const url = await new Promise<string>((found, failed) => {
    const hear = (chunk: Buffer) => {
      said += chunk.toString();
      const port = /listens on \S+:(\d+)\./.exec(said)?.[1];
      if (port !== undefined) found(`http://127.0.0.1:${port}`);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('close', () => failed(new Error(`It ended: ${said}`)));
  });
  return {
    url,
    pid: child.pid ?? 0,
    said: () => said,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
