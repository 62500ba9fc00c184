import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { keysMutants } from './keys-mutants.js';
import { doorMutants } from './door-mutants.js';
import { levelsMutants } from './levels-mutants.js';
import { identityMutants } from './identity-mutants.js';
import { auditMutants } from './audit-mutants.js';
import { mutants, type Mutant } from './mutants.js';
import { syncMutants } from './sync-mutants.js';
import { twinsMutants } from './twins-mutants.js';

const result = 'test/long/mutants.txt';
const copied = ['src', 'migrations', 'test', 'package.json', 'tsconfig.json'];
/** The tests that have to notice; those of real servers take long, and guard other things. */
const noticing = [
  'test/small',
  'test/api',
  'test/medium/sync',
  'test/medium/rises',
  'test/medium/store',
];
/** Every guard there is. */
const every: readonly Mutant[] = [
  ...mutants,
  ...syncMutants,
  ...keysMutants,
  ...doorMutants,
  ...levelsMutants,
  ...identityMutants,
  ...auditMutants,
  ...twinsMutants,
];
/** Every test that any guard hangs on. */
const all = [...new Set([...noticing, ...every.flatMap(({ tests = [] }) => tests)])];
const lines: string[] = [];
let copy: string;

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'ett-samtal-'));
  for (const name of copied) cpSync(name, join(copy, name), { recursive: true });
  symlinkSync(resolve('node_modules'), join(copy, 'node_modules'));
});
afterAll(() => {
  rmSync(copy, { recursive: true, force: true });
  writeFileSync(result, `${lines.join('\n')}\n`);
});

/** How many tests fail in the copy. */
function failures(tests: readonly string[]): { readonly passed: number; readonly failed: number } {
  const { stdout } = spawnSync(process.execPath, ['test/run.mjs', '--bail', ...tests], {
    cwd: copy,
    encoding: 'utf8',
    timeout: 240_000,
    maxBuffer: 64 * 1024 * 1024,
    env: { ...process.env, WRITE_SCHEMA: '', WRITE_STATEMENTS: '' },
  });
  const [, passed, failed] = /^(\d+) passed, (\d+) failed/m.exec(stdout) ?? [];
  if (passed === undefined) throw new Error(`The tests did not run: ${stdout.slice(-2000)}`);
  return { passed: Number(passed), failed: Number(failed) };
}

/** Runs the tests without the guard, and puts it back. The check-in of statements does not count as noticing. */
function without({ file, guard, without: replacement, tests = noticing }: Mutant) {
  const path = join(copy, file);
  const whole = readFileSync(path, 'utf8');
  expect(whole.split(guard)).toHaveLength(2);
  writeFileSync(
    path,
    whole.replace(guard, () => replacement),
  );
  try {
    return failures(tests);
  } finally {
    writeFileSync(path, whole);
  }
}

test('with every guard in place nothing fails', () => {
  rmSync(join(copy, 'test/medium/store/statements.test.ts'));
  const whole = failures(all);
  lines.push(`with every guard: ${whole.passed} passed, ${whole.failed} failed`);
  expect(whole.failed).toBe(0);
}, 300_000);

test.each(every)(
  'some test notices when $file has no "$guard"',
  (mutant) => {
    const { failed } = without(mutant);
    const name = mutant.guard.trim().split('\n')[0];
    lines.push(`${failed > 0 ? 'noticed' : 'NOT NOTICED'}: ${mutant.file}: ${name}`);
    expect(failed).toBeGreaterThan(0);
  },
  300_000,
);
