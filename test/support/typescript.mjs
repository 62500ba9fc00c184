import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire, enableCompileCache, isBuiltin, registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const { version } = require('@swc/core/package.json');
// Node loads the program and its tests itself, but cannot take decorators.
const swc = {
  jsc: {
    target: 'es2023',
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true },
  },
  module: { type: 'es6' },
  sourceMaps: true,
  swcrc: false,
};
// What is transformed and compiled is kept, by what it was made from: a command of a test would spend
// four tenths of its time on that.
const kept = new URL('../../.data/transformed/', import.meta.url);
mkdirSync(kept, { recursive: true });
enableCompileCache(fileURLToPath(new URL('../../.data/compiled/', import.meta.url)));

/** The source map of each file that has been loaded: by it Jest shows where a test failed. */
export const sourceMaps = new Map();

registerHooks({
  resolve(specifier, context, next) {
    if (/^\.{1,2}\/.*\.js$/.test(specifier) && context.parentURL?.endsWith('.ts')) {
      const source = new URL(specifier.replace(/\.js$/, '.ts'), context.parentURL);
      if (existsSync(source)) return { url: source.href, format: 'module', shortCircuit: true };
    }
    // Some libraries ask for one again with every request, which costs no more than without this loader.
    if (isBuiltin(specifier)) return { url: builtin(specifier), shortCircuit: true };
    return next(specifier, context);
  },
  load(url, context, next) {
    if (!url.endsWith('.ts') || url.includes('/node_modules/')) return next(url, context);
    return { format: 'module', source: transformed(url), shortCircuit: true };
  },
});

function builtin(name) {
  return name.startsWith('node:') ? name : `node:${name}`;
}

function transformed(url) {
  const filename = fileURLToPath(url);
  const source = readFileSync(filename, 'utf8');
  const options = { ...swc, filename };
  const made = JSON.stringify([version, options, source]);
  const file = new URL(`${createHash('sha256').update(made).digest('hex')}.js`, kept);
  const map = new URL(`${file}.map`);
  sourceMaps.set(url, fileURLToPath(map));
  if (existsSync(file)) return readFileSync(file, 'utf8');
  // Not before it is needed: most processes find everything kept.
  const { transformSync } = require('@swc/core');
  const result = transformSync(source, options);
  const code = `${result.code}\n//# sourceMappingURL=${map}\n`;
  keep(map, result.map);
  keep(file, code);
  return code;
}

/** Another process may read it meanwhile: it is there whole, or not at all. */
function keep(file, text) {
  const part = new URL(`${file}.${process.pid}`);
  writeFileSync(part, text);
  renameSync(part, file);
}
