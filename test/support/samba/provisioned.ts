import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, renameSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
/** Its certificate and its passwords get old. */
const keptMilliseconds = 30 * 86_400_000;

/**
 * A copy of a domain that was provisioned once and is kept under `.data`, since that takes longer than
 * any test of it. `provision` makes the first one in an empty folder. The caller removes the copy.
 */
export async function provisionedCopy(
  name: string,
  provision: (folder: string) => Promise<void>,
): Promise<string> {
  const { stdout: version } = await run('samba', ['--version']);
  const kept = resolve('.data', 'samba', `${name} ${version.trim()}`.replaceAll(/[^\w.]+/g, '-'));
  if (ageOf(kept) > keptMilliseconds) rmSync(kept, { recursive: true, force: true });
  if (ageOf(kept) === Infinity) await make(kept, provision);
  return copyOf(kept);
}

/** Another folder with the same in it. */
export async function copyOf(folder: string): Promise<string> {
  const copy = mkdtempSync(join(tmpdir(), 'samba-'));
  await run('cp', ['-a', `${folder}/.`, copy]);
  rmSync(join(copy, 'run'), { recursive: true, force: true });
  mkdirSync(join(copy, 'run/ncalrpc'), { recursive: true });
  return copy;
}

/** Made aside, so that only a whole one is ever found. Of two who make it at once either's will do. */
async function make(kept: string, provision: (folder: string) => Promise<void>): Promise<void> {
  mkdirSync(resolve('.data', 'samba'), { recursive: true });
  const aside = mkdtempSync(`${kept}-`);
  try {
    await provision(aside);
    renameSync(aside, kept);
  } catch (error) {
    rmSync(aside, { recursive: true, force: true });
    if (ageOf(kept) === Infinity) throw error;
  }
}

function ageOf(folder: string): number {
  const stat = statSync(folder, { throwIfNoEntry: false });
  return stat === undefined ? Infinity : Date.now() - stat.birthtimeMs;
}
