import { mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { placeFor, writeNewFile } from '../../../src/cli/new-file.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ett-samtal-'));
});
afterEach(() => rm(folder, { recursive: true }));

const going = new AbortController().signal;

async function* parts(...texts: (string | Error)[]): AsyncGenerator<string> {
  for (const text of texts) {
    if (text instanceof Error) throw text;
    yield text;
  }
}

test('a file is written whole, for its owner alone', async () => {
  const path = join(folder, 'list.csv');
  expect(await writeNewFile(path, parts('Åsa\r\n', 'Bo\r\n'), going)).toBe(true);
  expect(await readFile(path, 'utf8')).toBe('Åsa\r\nBo\r\n');
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  expect(await readdir(folder)).toEqual(['list.csv']);
});

test('a fault or a stop in the middle leaves nothing', async () => {
  const path = join(folder, 'list.csv');
  await expect(writeNewFile(path, parts('Åsa', new Error('gone')), going)).rejects.toThrow('gone');
  const stop = new AbortController();
  async function* stopped() {
    yield 'Åsa';
    stop.abort();
    yield 'Bo';
  }
  await expect(writeNewFile(path, stopped(), stop.signal)).rejects.toThrow();
  expect(await readdir(folder)).toEqual([]);
});

test('until it is whole there is no file of that name, and one that comes meanwhile stays', async () => {
  const path = join(folder, 'list.csv');
  async function* meanwhile() {
    yield 'Åsa';
    expect(await readdir(folder)).not.toContain('list.csv');
    await writeFile(path, 'of somebody else');
    yield 'Bo';
  }
  expect(await writeNewFile(path, meanwhile(), going)).toBe(false);
  expect(await readFile(path, 'utf8')).toBe('of somebody else');
  expect(await readdir(folder)).toEqual(['list.csv']);
});

test('a place is a new file, also in a folder; what is there already is refused, and no folder is made', async () => {
  const path = join(folder, 'list.csv');
  expect(await placeFor(path, 'x.csv')).toEqual({ path });
  expect(await placeFor(folder, 'x.csv')).toEqual({ path: join(folder, 'x.csv') });
  expect(await placeFor(null, 'x.csv')).toEqual({ path: join(process.cwd(), 'x.csv') });
  expect(await placeFor(join(folder, 'none', 'list.csv'), 'x.csv')).toEqual({
    refusal: `There is no folder ${join(folder, 'none')}.`,
  });
  await symlink(join(folder, 'nowhere'), path);
  const refusal = expect.stringContaining('no file is overwritten');
  expect(await placeFor(path, 'x.csv')).toEqual({ refusal });
  expect(await placeFor(folder, 'list.csv')).toEqual({ refusal });
});
