import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { faultCode } from '../kernel/fault.js';
import { processIdentity } from './postgres-process.js';

/** Another process that still lives uses the same state directory. */
export class InstanceRunningError extends Error {
  constructor(
    readonly pid: number,
    stateDirectory: string,
  ) {
    const shown = relative(process.cwd(), stateDirectory) || '.';
    super(
      `Another instance with process id ${pid} uses ${shown.startsWith('..') ? stateDirectory : shown}: stop it first.`,
    );
    this.name = 'InstanceRunningError';
  }
}

/**
 * Takes a state directory for this process and returns how to give it back. What a killed process
 * left behind is taken over. Throws `InstanceRunningError` while another one lives.
 */
export function lockState(stateDirectory: string): () => void {
  const lock = join(stateDirectory, 'instance.lock');
  const mine = JSON.stringify({ pid: process.pid, identity: processIdentity(process.pid) });
  for (let attempt = 0; attempt < 10; attempt += 1) {
    if (create(lock, mine)) return () => release(lock, mine);
    const held = read(lock);
    if (held === null) continue;
    const pid = holder(held);
    if (pid !== null) throw new InstanceRunningError(pid, stateDirectory);
    removeStale(lock, held);
  }
  throw new Error(`The lock file ${lock} keeps changing: another program writes to it.`);
}

/** Made beside and linked into place, so that nobody ever reads half a lock. */
function create(lock: string, content: string): boolean {
  const draft = `${lock}.${process.pid}`;
  writeFileSync(draft, content, { mode: 0o600 });
  try {
    linkSync(draft, lock);
    return true;
  } catch (error) {
    if (faultCode(error) === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

function read(lock: string): string | null {
  try {
    return readFileSync(lock, 'utf8');
  } catch {
    return null;
  }
}

/** The process that holds the lock and lives, or null. */
function holder(content: string): number | null {
  try {
    const { pid, identity } = JSON.parse(content) as { pid: number; identity: string | null };
    return identity !== null && processIdentity(pid) === identity ? pid : null;
  } catch {
    return null;
  }
}

/** Two processes may find the same stale lock: the one that moved away a newer one puts it back. */
function removeStale(lock: string, seen: string): void {
  const aside = `${lock}.${process.pid}.stale`;
  try {
    renameSync(lock, aside);
    if (read(aside) !== seen) linkSync(aside, lock);
  } catch {
    // Somebody else was faster; the next attempt sees what they left.
  }
  rmSync(aside, { force: true });
}

function release(lock: string, mine: string): void {
  if (read(lock) === mine) rmSync(lock, { force: true });
}
