// Plain JavaScript without dependencies, since it also runs before the project's own Node is there.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const serverPaths = ['usr/sbin/slapd', 'usr/lib/openldap/slapd', 'usr/libexec/slapd'];
const minutes = 5;

/**
 * Finds an OpenLDAP server for tests, or gets one. It changes the system only with CI=true, on Debian,
 * as root; elsewhere the packages are unpacked into `<dataDirectory>/openldap`. Gives the root of the
 * tree with the server ('' for the system's own), or why there is none and the one command that
 * would make it possible. Throws only when the installation in CI fails.
 *
 * @param {string} dataDirectory absolute path
 * @returns {{ root: string } | { missing: string, remedy: string }}
 */
export function ensureOpenLdap(dataDirectory) {
  if (hasServer('')) return { root: '' };
  const debian = existsSync('/etc/debian_version') && found('apt-get');
  if (process.env['CI'] === 'true' && debian && process.getuid?.() === 0) return install();
  const root = join(dataDirectory, 'openldap', 'root');
  if (runs(root)) return { root };
  if (!debian) return { missing: 'There is no OpenLDAP server (slapd) here.', remedy: remedy() };
  return unpack(join(dataDirectory, 'openldap'), root);
}

/**
 * The variables with which an unpacked server finds its libraries; none for the system's own.
 *
 * @param {string} root
 * @returns {Record<string, string>}
 */
export function serverEnvironment(root) {
  if (root === '') return {};
  const folders = ['usr/lib', 'lib'].flatMap((folder) => {
    const path = join(root, folder);
    const inner = existsSync(path) ? readdirSync(path) : [];
    return inner.filter((name) => name.includes('-linux-')).map((name) => join(path, name));
  });
  return { LD_LIBRARY_PATH: folders.join(':') };
}

/**
 * The server's program below a root; null when it is not there.
 *
 * @param {string} root
 * @returns {string | null}
 */
export function serverProgram(root) {
  const below = root === '' ? '/' : root;
  return serverPaths.map((path) => join(below, path)).find((path) => existsSync(path)) ?? null;
}

function install() {
  const options = ['install', '-y', '--no-install-recommends', 'slapd', 'ldap-utils'];
  process.stdout.write(`Installing OpenLDAP for the tests: apt-get ${options.join(' ')}\n`);
  if (apt(options).status !== 0) {
    process.stdout.write('Once more, after apt-get update.\n');
    apt(['update']);
    const second = apt(options);
    if (second.status !== 0) throw new Error(`OpenLDAP could not be installed: ${reason(second)}`);
  }
  return { root: '' };
}

function unpack(folder, root) {
  const names = packagesNeeded();
  const missing =
    'There is no OpenLDAP server (slapd) here, and its packages could not be fetched.';
  if (names.length === 0) return { missing, remedy: remedy() };
  mkdirSync(folder, { recursive: true });
  // Unpacked aside and moved when it is whole, so that an interrupted run leaves nothing half done.
  const aside = mkdtempSync(join(folder, 'unpack-'));
  try {
    const tree = join(aside, 'root');
    mkdirSync(tree);
    if (run('apt-get', ['download', ...names], aside).status !== 0)
      return { missing, remedy: remedy() };
    for (const file of readdirSync(aside).filter((name) => name.endsWith('.deb')))
      run('dpkg', ['-x', file, tree], aside);
    if (!runs(tree)) return { missing: 'The unpacked OpenLDAP does not run.', remedy: remedy() };
    rmSync(root, { recursive: true, force: true });
    renameSync(tree, root);
    return { root };
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

/** The server and the libraries that it lacks here; the rest of its packages serves its installation only. */
function packagesNeeded() {
  const simulated = run('apt-get', ['-s', 'install', '--no-install-recommends', 'slapd']);
  const names = [...(simulated.stdout ?? '').matchAll(/^Inst (\S+)/gm)].map((match) => match[1]);
  return names.filter((name) => name === 'slapd' || /^lib(?!.*-perl$)/.test(name ?? ''));
}

function hasServer(root) {
  return serverProgram(root) !== null && run(serverProgram(root), ['-VV'], '/', root).status === 0;
}

function runs(root) {
  return existsSync(root) && hasServer(root);
}

function remedy() {
  if (found('apt-get'))
    return 'sudo apt-get update && sudo apt-get install -y --no-install-recommends slapd';
  if (found('dnf')) return 'sudo dnf install -y openldap-servers';
  if (found('zypper')) return 'sudo zypper install -y openldap2';
  if (found('pacman')) return 'sudo pacman -S --noconfirm openldap';
  return 'run the tests on Debian or Ubuntu, where the packages are fetched by themselves';
}

function found(command) {
  return ['/usr/bin', '/bin'].some((folder) => existsSync(join(folder, command)));
}

function apt(options) {
  return run('apt-get', options, '/');
}

function run(command, options, cwd = '/', root = '') {
  const env = { ...process.env, ...serverEnvironment(root), DEBIAN_FRONTEND: 'noninteractive' };
  const timeout = minutes * 60_000;
  return spawnSync(command, options, { cwd, env, timeout, encoding: 'utf8' });
}

function reason(result) {
  return result.error?.message ?? result.stderr.trim().split('\n').slice(-3).join(' ');
}
