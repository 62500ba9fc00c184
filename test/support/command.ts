import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';

/** What a command said, and how it ended. */
export type Ended = { readonly code: number | null; readonly said: string };

/** Runs one of the program's commands as npm does, and waits for its end. Bounded: it is killed after a minute. */
export async function runCommand(
  file: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
  directory = '.',
): Promise<Ended> {
  const loader = resolve('test/support/typescript.mjs');
  const child = spawn(process.execPath, ['--import', loader, resolve('src', file), ...args], {
    env: { PATH: process.env['PATH'] ?? '', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    cwd: directory,
    timeout: 60_000,
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, said };
}
