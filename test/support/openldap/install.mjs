// Plain JavaScript without dependencies, since it also runs before the project's own Node is there.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** What is looked for: where it lies below a root, what it is, and each system's package of it. */
const server = {
  paths: ['usr/sbin/slapd', 'usr/lib/openldap/slapd', 'usr/libexec/slapd'],
  what: 'OpenLDAP server (slapd)',
  packages: { apt: 'slapd', dnf: 'openldap-servers', zypper: 'openldap2', pacman: 'openldap' },
};
const search = {
  paths: ['usr/bin/ldapsearch'],
  what: 'ldapsearch of OpenLDAP',
  packages: {
    apt: 'ldap-utils',
    dnf: 'openldap-clients',
    zypper: 'openldap2-client',
    pacman: 'openldap',
  },
};
/** Got together, so that one unpacked tree or one installation serves tests and benchmark. */
const debianPackages = [server.packages.apt, search.packages.apt];
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
  return ensure(server, dataDirectory);
}

/**
 * Finds ldapsearch, OpenLDAP's own reader, or gets it: as `ensureOpenLdap` does, and into the same
 * tree. A benchmark needs it, and no test.
 *
 * @param {string} dataDirectory absolute path
 * @returns {{ root: string } | { missing: string, remedy: string }}
 */
export function ensureLdapSearch(dataDirectory) {
  return ensure(search, dataDirectory);
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
  return programIn(root, server);
}

/**
 * ldapsearch below a root; null when it is not there.
 *
 * @param {string} root
 * @returns {string | null}
 */
export function searchProgram(root) {
  return programIn(root, search);
}

function ensure(program, dataDirectory) {
  if (runs('', program)) return { root: '' };
  const debian = existsSync('/etc/debian_version') && found('apt-get');
  if (process.env['CI'] === 'true' && debian && process.getuid?.() === 0) return install();
  const root = join(dataDirectory, 'openldap', 'root');
  if (existsSync(root) && runs(root, program)) return { root };
  if (!debian)
    return { missing: `There is no ${program.what} here.`, remedy: remedy(program.packages) };
  return unpack(join(dataDirectory, 'openldap'), root, program);
}

function programIn(root, { paths }) {
  const below = root === '' ? '/' : root;
  return paths.map((path) => join(below, path)).find((path) => existsSync(path)) ?? null;
}

function install() {
  const options = ['install', '-y', '--no-install-recommends', ...debianPackages];
  process.stdout.write(`Installing OpenLDAP for the tests: apt-get ${options.join(' ')}\n`);
  if (apt(options).status !== 0) {
    process.stdout.write('Once more, after apt-get update.\n');
    apt(['update']);
    const second = apt(options);
    if (second.status !== 0) throw new Error(`OpenLDAP could not be installed: ${reason(second)}`);
  }
  return { root: '' };
}

function unpack(folder, root, program) {
  const names = packagesNeeded();
  const help = { remedy: remedy(program.packages) };
  const missing = `There is no ${program.what} here, and its packages could not be fetched.`;
  if (names.length === 0) return { missing, ...help };
  mkdirSync(folder, { recursive: true });
  // Unpacked aside and moved when it is whole, so that an interrupted run leaves nothing half done.
  const aside = mkdtempSync(join(folder, 'unpack-'));
  try {
    const tree = join(aside, 'root');
    mkdirSync(tree);
    if (run('apt-get', ['download', ...names], aside).status !== 0) return { missing, ...help };
    for (const file of readdirSync(aside).filter((name) => name.endsWith('.deb')))
      run('dpkg', ['-x', file, tree], aside);
    if (!runs(tree, program)) return { missing: 'The unpacked OpenLDAP does not run.', ...help };
    rmSync(root, { recursive: true, force: true });
    renameSync(tree, root);
    return { root };
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

/** What is lacking here, with its libraries; the rest of the packages serves their installation only. */
function packagesNeeded() {
  const simulated = run('apt-get', ['-s', 'install', '--no-install-recommends', ...debianPackages]);
  const names = [...(simulated.stdout ?? '').matchAll(/^Inst (\S+)/gm)].map((match) => match[1]);
  return names.filter(
    (name) => debianPackages.includes(name) || /^lib(?!.*-perl$)/.test(name ?? ''),
  );
}

function runs(root, program) {
  const path = programIn(root, program);
  return path !== null && run(path, ['-VV'], '/', root).status === 0;
}

function remedy({ apt, dnf, zypper, pacman }) {
  if (found('apt-get'))
    return `sudo apt-get update && sudo apt-get install -y --no-install-recommends ${apt}`;
  if (found('dnf')) return `sudo dnf install -y ${dnf}`;
  if (found('zypper')) return `sudo zypper install -y ${zypper}`;
  if (found('pacman')) return `sudo pacman -S --noconfirm ${pacman}`;
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
