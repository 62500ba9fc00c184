// What `npm test` runs: Jest, once the servers that the tests need are there. Arguments go to Jest;
// `--long` runs the long tests (*.long.ts) instead.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { constants } from 'node:os';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { closingLine } from './support/closing-line.mjs';
import { ensureChromium } from './support/chromium/install.mjs';
import { ensureOpenLdap } from './support/openldap/install.mjs';
import { ensureSamba } from './support/samba/install.mjs';
import './support/typescript.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const given = process.argv.slice(2);
const long = given.includes('--long');
const openLdap = ensureOpenLdap(resolve('.data'));
if (!openLdap.missing) process.env.OPENLDAP_ROOT = openLdap.root;
const chromium = ensureChromium();
if (!chromium.missing) process.env.CHROMIUM_PATH = chromium.path;
/** Servers that are not here, and the folders whose tests need them. */
const absent = [
  { folder: 'test/medium/openldap/', ...openLdap },
  { folder: 'test/medium/samba/', ...ensureSamba() },
  { folder: 'test/pages/', ...chromium },
].filter(({ missing }) => missing);
// Once, since several test files look at them at the same time.
if (!chromium.missing && mayRun('test/pages/')) buildPages();
const { code, signal, counts } = await runJest([
  // First, since an option of Jest that takes a list takes the words after it too.
  ...given.filter((argument) => argument !== '--long'),
  ...(long ? ['--testMatch=<rootDir>/test/**/*.long.ts'] : []),
  '--testPathIgnorePatterns=/node_modules/',
  ...absent.map(({ folder }) => `--testPathIgnorePatterns=/${folder}`),
]);
if (!counts) await cleanUp();
const notRun = absent.filter(({ folder }) => filesIn(folder).length > 0);
for (const { folder, missing, remedy } of notRun) {
  say(`\nNot run: ${missing}`);
  for (const file of filesIn(folder)) say(`  ${file}`);
  say(`To make it possible: ${remedy}`);
}
if (counts?.skipped > 0 && process.getuid?.() !== 0) {
  say('\nNot run: the tests of test/medium/demo/postgres.test.ts that need root.');
  say('To make it possible: sudo npm test');
}
const incomplete = notRun.length > 0 && process.env.CI === 'true';
if (incomplete) say('With CI=true every test must run, so this run has failed.');
say(counts ? `\n${closingLine(counts)}` : '\nJest ended without a result.');
process.exitCode = signal ? 128 + constants.signals[signal] : code || Number(incomplete || !counts);

/** Whether what is asked for may be in a folder. */
function mayRun(folder) {
  const paths = given.filter((argument) => argument.startsWith('test/'));
  return (
    paths.length === 0 ||
    paths.some((path) => path.startsWith(folder.slice(0, -1)) || folder.startsWith(path))
  );
}

function buildPages() {
  const vite = fileURLToPath(new URL('../node_modules/vite/bin/vite.js', import.meta.url));
  // In this order: the first one empties the folder of both.
  for (const folder of ['src/pages', 'src/pages/staff-directory']) {
    const options = [vite, 'build', '--config', `${folder}/vite.config.ts`];
    if (spawnSync(process.execPath, options, { stdio: 'inherit' }).status !== 0)
      throw new Error('The pages could not be built.');
  }
}

function runJest(args) {
  const jest = fileURLToPath(new URL('../node_modules/jest/bin/jest.js', import.meta.url));
  const child = spawn(process.execPath, [jest, ...args], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  // Jest stops the servers before it ends, so it must get the signal and we must outlive it.
  for (const name of ['SIGINT', 'SIGTERM']) process.on(name, () => child.kill(name));
  let counts = null;
  child.on('message', (message) => (counts = message));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code, signal, counts }));
  });
}

/** Jest was killed, or ended while its database was starting. */
async function cleanUp() {
  const { stopLeftServers } = await import('./support/test-server.ts');
  await stopLeftServers();
}

function filesIn(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true })
    .filter((name) => (long ? /\.long\.ts$/ : /\.test\.ts$/).test(name))
    .map((name) => folder + name);
}

function say(line) {
  process.stdout.write(`${line}\n`);
}
