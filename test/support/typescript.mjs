import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { enableCompileCache, registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { transformSync, version } from '@swc/core';

// Jest transforms what runs inside tests. What runs around them (the server of a whole run) is loaded
// by Node itself, which cannot take decorators, so it gets the very same transformation here.
const [, swc] = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))
  .jest.transform['^.+\\.ts$'];
// What is transformed and compiled is kept, by what it was made from: a command of a test would spend
// four tenths of its time on that.
const kept = new URL('../../.data/transformed/', import.meta.url);
mkdirSync(kept, { recursive: true });
enableCompileCache(fileURLToPath(new URL('../../.data/compiled/', import.meta.url)));

registerHooks({
  resolve(specifier, context, next) {
    if (/^\.{1,2}\/.*\.js$/.test(specifier) && context.parentURL?.endsWith('.ts')) {
      const source = new URL(specifier.replace(/\.js$/, '.ts'), context.parentURL);
      if (existsSync(source)) return { url: source.href, format: 'module', shortCircuit: true };
    }
    return next(specifier, context);
  },
  load(url, context, next) {
    if (!url.endsWith('.ts') || url.includes('/node_modules/')) return next(url, context);
    const filename = fileURLToPath(url);
    return { format: 'module', source: transformed(filename), shortCircuit: true };
  },
});

function transformed(filename) {
  const source = readFileSync(filename, 'utf8');
  const options = {
    ...swc,
    filename,
    swcrc: false,
    sourceMaps: 'inline',
    module: { type: 'es6' },
  };
  const made = JSON.stringify([version, options, source]);
  const file = new URL(`${createHash('sha256').update(made).digest('hex')}.js`, kept);
  if (existsSync(file)) return readFileSync(file, 'utf8');
  const { code } = transformSync(source, options);
  // Another process may read it meanwhile: it is there whole, or not at all.
  const part = new URL(`${file}.${process.pid}`);
  writeFileSync(part, code);
  renameSync(part, file);
  return code;
}
