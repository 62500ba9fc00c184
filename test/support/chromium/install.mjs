// Plain JavaScript without dependencies, as the installation of OpenLDAP beside it.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** The same Chromium without the window that a test never shows: a page opens in a third of the time. */
const shell = { name: 'chromium-headless-shell', path: '/usr/bin/chromium-headless-shell' };
const whole = { name: 'chromium', path: '/usr/bin/chromium' };
const paths = [shell.path, whole.path, '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const remedy = `sudo apt-get update && sudo apt-get install -y --no-install-recommends ${shell.name}, or set CHROMIUM_PATH`;

/**
 * Finds a Chromium for the tests of the pages, or installs Debian's with CI=true as root. Throws only when there is
 * none and the installation in CI fails.
 *
 * @returns {{ path: string, missing?: undefined } | { missing: string, remedy: string }}
 */
export function ensureChromium() {
  const given = process.env['CHROMIUM_PATH'];
  if (given) return { path: given };
  const may = process.env['CI'] === 'true' && process.getuid?.() === 0;
  if (may && existsSync('/etc/debian_version') && !existsSync(shell.path)) installFirst();
  const path = paths.find((one) => existsSync(one));
  return path === undefined ? { missing: 'There is no Chromium here.', remedy } : { path };
}

function installFirst() {
  if (install(shell.name)) return;
  process.stdout.write('Once more, after apt-get update.\n');
  apt(['update']);
  if (install(shell.name) || paths.some((path) => existsSync(path)) || install(whole.name)) return;
  throw new Error('Chromium could not be installed.');
}

function install(name) {
  const options = ['install', '-y', '--no-install-recommends', name];
  process.stdout.write(`Installing Chromium for the tests: apt-get ${options.join(' ')}\n`);
  return apt(options);
}

function apt(options) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return (
    spawnSync('apt-get', options, { env, stdio: ['ignore', 'ignore', 'inherit'] }).status === 0
  );
}
