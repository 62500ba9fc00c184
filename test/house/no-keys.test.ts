import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { newApiKey } from '../../src/identity/api-key.js';
import { keysIn } from '../support/keys-in.js';

/** What the repository holds; what is beside it (`.data`, packages) is kept nowhere. */
const kept = readdirSync('.').filter(
  (name) => !['.git', '.data', 'node_modules', 'dist'].includes(name),
);

function filesOf(path: string): readonly string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path).flatMap((name) => filesOf(join(path, name)));
}

test('no usable key stands in any file', () => {
  const files = kept.flatMap(filesOf);
  expect(files).toContain(join('src', 'identity', 'api-key.ts'));
  expect(files.length).toBeGreaterThan(200);
  const found = files.filter((file) => keysIn(readFileSync(file, 'utf8')).length > 0);
  expect(found).toEqual([]);
});

test('a key is found wherever it stands', () => {
  const { text, keyId } = newApiKey('OPERATOR');
  expect(keysIn(`key="${text}";`)).toEqual([keyId]);
  expect(keysIn(`x${text}x ${text}`)).toEqual([keyId, keyId]);
  expect(keysIn(`${text.slice(0, -1)}-`)).toEqual([]);
});
