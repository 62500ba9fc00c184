import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';

const result = 'test/long/compiled.txt';
const milliseconds = 1_800_000;
const folder = mkdtempSync(join(tmpdir(), 'ett-samtal-'));
afterAll(() => rmSync(folder, { recursive: true }));

test(
  'every query that any test asks over HTTP is answered by compiled code as by graphql-js, byte for byte',
  async () => {
    const file = join(folder, 'both-ways.txt');
    writeFileSync(file, '');
    // What is compiled when is told by a test of its own; here everything is, at once.
    const options = ['--testTimeout=120000', '--testPathIgnorePatterns=test/api/compiled'];
    const child = spawn(process.execPath, ['test/run.mjs', 'test/api', ...options], {
      env: { ...process.env, BOTH_WAYS: file },
      timeout: milliseconds,
    });
    let text = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (some: string) => (text += some));
    await once(child, 'close');
    const sums = [0, 0, 0];
    for (const line of readFileSync(file, 'utf8').split('\n').filter(Boolean))
      line.split(' ').forEach((count, at) => (sums[at] = (sums[at] ?? 0) + Number(count)));
    const [compiled = 0, plain = 0, differences = 0] = sums;
    const line = `queries of test/api: ${compiled} answered by compiled code, ${plain} left to graphql-js, ${differences} differences`;
    writeFileSync(result, `${line}\n`);
    expect(text).toMatch(/^\d+ passed, \d+ failed/m);
    const failed = new Set(text.match(/^ {2}● (?!Console).*$/gm));
    expect([[...failed], differences]).toEqual([[], 0]);
    expect(compiled).toBeGreaterThan(3_000);
  },
  milliseconds,
);
