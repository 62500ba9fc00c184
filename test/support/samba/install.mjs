// Plain JavaScript without dependencies, as the installation of OpenLDAP beside it.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const packages = [
  'samba-ad-dc',
  'samba-ad-provision',
  'samba-dsdb-modules',
  'samba-vfs-modules',
  'ldb-tools',
  'winbind',
  'iproute2',
];
const remedy = `sudo apt-get update && sudo apt-get install -y --no-install-recommends ${packages.join(' ')}, and then sudo npm test`;

/**
 * Finds a Samba that can be an Active Directory domain controller, or installs it with CI=true on
 * Debian as root. Its ports are compiled in, so it needs an address of its own on loopback, and root
 * to add that. Throws only when the installation in CI fails.
 *
 * @returns {{ missing?: undefined } | { missing: string, remedy: string }}
 */
export function ensureSamba() {
  if (process.getuid?.() !== 0)
    return { missing: 'The Samba domain controller needs root here.', remedy };
  if (installed()) return {};
  if (process.env['CI'] !== 'true' || !existsSync('/etc/debian_version'))
    return { missing: 'There is no Samba domain controller (samba-ad-dc) here.', remedy };
  const install = ['install', '-y', '--no-install-recommends', ...packages];
  process.stdout.write(`Installing Samba for the tests: apt-get ${install.join(' ')}\n`);
  if (!apt(install)) {
    process.stdout.write('Once more, after apt-get update.\n');
    apt(['update']);
    if (!apt(install)) throw new Error('Samba could not be installed.');
  }
  return {};
}

function installed() {
  return [
    '/usr/sbin/samba',
    '/usr/bin/samba-tool',
    '/usr/bin/ldbadd',
    '/usr/share/samba/setup',
  ].every((path) => existsSync(path));
}

function apt(options) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return (
    spawnSync('apt-get', options, { env, stdio: ['ignore', 'ignore', 'inherit'] }).status === 0
  );
}
