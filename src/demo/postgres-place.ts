import { createHash } from 'node:crypto';
import { chownSync, lstatSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { canEnter, serverAccount, type Account } from './postgres-account.js';
import { installedBinaries, runnableBinaries, type Binaries } from './postgres-binaries.js';
import { faultCode } from '../kernel/fault.js';

/** Where one embedded server lives, and whom it runs as. */
export type Place = {
  readonly account: Account | null;
  readonly binaries: Binaries;
  /** Owned by the account, closed to everybody else; the server's working directory. */
  readonly home: string;
  readonly data: string;
};

/**
 * Decides where the server lives: in the state directory, or, when we are root and the server's user
 * cannot get there, in a folder of its own that the state directory tells of. Throws when a folder of
 * that name belongs to somebody else.
 */
export async function preparePlace(stateDirectory: string): Promise<Place> {
  const account = serverAccount();
  const inside = account === null || canEnter(account, stateDirectory);
  const home = inside
    ? claim(join(stateDirectory, 'postgres'), account)
    : claimOutside(stateDirectory, account);
  tellWhere(stateDirectory, inside ? null : home);
  const binaries = await runnableBinaries(installedBinaries(), account, home);
  return { account, binaries, home, data: join(home, 'data') };
}

/** Takes a folder into use, or makes it. Throws when it is not a folder of ours alone. */
export function claim(folder: string, account: Account | null): string {
  const owner = account?.uid ?? process.getuid?.() ?? 0;
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    if (faultCode(error) !== 'EEXIST') throw error;
  }
  // Somebody may have put a folder or a link there first, and would then hold the data.
  const found = lstatSync(folder);
  const trusted = found.uid === owner || found.uid === process.getuid?.();
  if (!found.isDirectory() || !trusted || (found.mode & 0o077) !== 0)
    throw new Error(
      `${folder} is not a folder of the embedded PostgreSQL alone: see who made it, and move it away.`,
    );
  if (account !== null) chownSync(folder, account.uid, account.gid);
  return folder;
}

function claimOutside(stateDirectory: string, account: Account): string {
  const hash = createHash('sha256').update(stateDirectory).digest('hex').slice(0, 16);
  const faults: unknown[] = [];
  for (const parent of ['/var/lib', '/var/tmp']) {
    try {
      if (canEnter(account, parent)) return claim(join(parent, `ett-samtal-${hash}`), account);
    } catch (error) {
      // A folder held by somebody else is no reason to go to a place where more people can write.
      if (faultCode(error) === null) throw error;
      faults.push(error);
    }
  }
  throw new Error(
    `The user ${account.name} can reach neither ${dirname(stateDirectory)} nor a folder under /var: start as an ordinary user, or set DATABASE_URL.`,
    { cause: new AggregateError(faults) },
  );
}

function tellWhere(stateDirectory: string, home: string | null): void {
  const note = join(stateDirectory, 'postgres-location.txt');
  if (home === null) rmSync(note, { force: true });
  else
    writeFileSync(
      note,
      `The embedded PostgreSQL of this folder lives in ${home}, since its user cannot enter here.\n`,
    );
}
