import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** The README's switchboard client, running as it is written. */
export type Example = {
  /** The lines that it has written. */
  lines(): readonly string[];
  /** Stops it as Ctrl-C does, and gives its exit code. */
  interrupt(): Promise<number | null>;
  /** Ends it, however it is. */
  end(): void;
};

/** The example as the README has it. */
export function exampleText(): string {
  const [, section = ''] = readFileSync('README.md', 'utf8').split(
    '### Writing a switchboard client',
  );
  const [, text = ''] = /```ts\n(.*?)```/s.exec(section) ?? [];
  return text;
}

/** Runs the example with these variables of the environment. */
export function startExample(environment: Readonly<Record<string, string>>): Example {
  // In a folder beside src, as its import says.
  mkdirSync('.data', { recursive: true });
  const file = resolve(`.data/readme-example-${process.pid}.ts`);
  writeFileSync(file, exampleText());
  const loader = resolve('test/support/typescript.mjs');
  const child = spawn(process.execPath, ['--import', loader, file], {
    env: { PATH: process.env['PATH'] ?? '', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const ended = once(child, 'close').then(([code]) => {
    rmSync(file);
    return code as number | null;
  });
  return {
    lines: () => said.split('\n').slice(0, -1),
    interrupt: () => {
      child.kill('SIGINT');
      return ended;
    },
    end: () => void child.kill('SIGKILL'),
  };
}
