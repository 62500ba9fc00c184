import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Mutant } from '../long/mutants.js';

/** How many tests passed and failed, and whether there was a file that did not even load. */
export type Outcome = {
  readonly passed: number;
  readonly failed: number;
  readonly unloadable: boolean;
};

const copied = ['src', 'migrations', 'test', 'package.json', 'tsconfig.json'];
/** Nothing is missing, and every test runs. */
const wholeMilliseconds = 1_200_000;
const milliseconds = 240_000;
/** Whether a file makes the tables of a server's template. */
const makesTables = (file: string) =>
  file.startsWith('migrations/') || file === 'src/store/migrate.ts';

/** A copy of the program and its tests, in which one guard at a time is missing. */
export class GuardedCopy {
  readonly #root = mkdtempSync(join(tmpdir(), 'ett-samtal-'));

  constructor() {
    for (const name of copied) cpSync(name, join(this.#root, name), { recursive: true });
    symlinkSync(resolve('node_modules'), join(this.#root, 'node_modules'));
    // Every removal in SQL changes what is checked in there: that is not to notice what it does.
    rmSync(join(this.#root, 'test/medium/store/statements.test.ts'));
  }

  /** Runs the guard's tests without it, and puts it back. Throws unless the guard stands there once. */
  async without({ file, guard, without, tests }: Mutant): Promise<Outcome> {
    const path = join(this.#root, file);
    const whole = readFileSync(path, 'utf8');
    const [before, after, ...others] = whole.split(guard);
    if (before === undefined || after === undefined || others.length > 0)
      throw new Error(`${file} does not have this once: ${guard}`);
    writeFileSync(path, before + without + after);
    try {
      return await this.run(tests, milliseconds, makesTables(file));
    } finally {
      writeFileSync(path, whole);
    }
  }

  /** Runs tests with every guard in its place. */
  async whole(tests: readonly string[]): Promise<Outcome> {
    return this.run(tests, wholeMilliseconds);
  }

  /** Runs tests one after the other until one fails; on the server of this run, unless that one would come too late to be changed. */
  private async run(
    tests: readonly string[],
    timeout: number,
    ownServer = false,
  ): Promise<Outcome> {
    const env = { ...process.env, WRITE_SCHEMA: '', WRITE_STATEMENTS: '' };
    const server = ownServer ? { TEST_POSTGRES: undefined } : {};
    // What Jest knows of a copy is of no use to anybody else, and goes with it.
    const cache = `--cacheDirectory=${join(this.#root, '.data/jest')}`;
    const child = spawn(process.execPath, ['test/run.mjs', '-i', '--bail', cache, ...tests], {
      cwd: this.#root,
      env: { ...env, ...server },
      timeout,
    });
    let text = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (some: string) => (text += some));
    await new Promise((done) => child.on('close', done));
    const [, passed, failed] = /^(\d+) passed, (\d+) failed/m.exec(text) ?? [];
    if (passed === undefined) throw new Error(`The tests did not run: ${text.slice(-2_000)}`);
    const unloadable = text.includes('Test suite failed to run');
    return { passed: Number(passed), failed: Number(failed), unloadable };
  }

  remove(): void {
    rmSync(this.#root, { recursive: true, force: true });
  }
}
