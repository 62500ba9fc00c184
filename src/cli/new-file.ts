import { randomBytes } from 'node:crypto';
import { link, lstat, open, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { faultCode } from '../kernel/fault.js';

/** Where a new file goes, or in a sentence why it cannot go there. */
export type Place = { readonly path: string } | { readonly refusal: string };

/** The file that was asked for; in a folder that was asked for, or in this one, a file of the given name. */
export async function placeFor(out: string | null, name: string): Promise<Place> {
  const asked = resolve(out ?? '.');
  const path = (await isFolder(asked)) ? join(asked, name) : asked;
  if (!(await isFolder(dirname(path)))) return { refusal: `There is no folder ${dirname(path)}.` };
  return (await exists(path)) ? { refusal: taken(path) } : { path };
}

/** That somebody's file has the name. */
export function taken(path: string): string {
  return `${path} is there already, and no file is overwritten.`;
}

/**
 * Writes a file that only its owner may read. It gets its name when it is whole; false when the name
 * was taken meanwhile. Whatever goes wrong, no part of it is left.
 */
export async function writeNewFile(
  path: string,
  parts: AsyncIterable<string>,
  signal: AbortSignal,
): Promise<boolean> {
  const unfinished = join(
    dirname(path),
    `.${basename(path)}.${randomBytes(6).toString('hex')}.part`,
  );
  const file = await open(unfinished, 'wx', 0o600);
  try {
    try {
      await file.writeFile(parts, { signal });
      await file.sync();
    } finally {
      await file.close();
    }
    return await giveName(unfinished, path);
  } finally {
    await rm(unfinished, { force: true });
  }
}

/** A link never takes the place of a file, as a renaming would; but not every shared disk has links. */
async function giveName(unfinished: string, path: string): Promise<boolean> {
  try {
    await link(unfinished, path);
  } catch (error) {
    if (faultCode(error) === 'EEXIST' || (await exists(path))) return false;
    await rename(unfinished, path);
  }
  return true;
}

async function isFolder(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  return found?.isDirectory() ?? false;
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}
