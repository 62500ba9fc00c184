import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** An existing user of the machine, whom PostgreSQL runs as when we are root. */
export type Account = { readonly name: string; readonly uid: number; readonly gid: number };

/**
 * Whom the server must run as: null means as ourselves. PostgreSQL refuses to run as root, so root
 * lends it `postgres`, or else `nobody`; no user is ever made. Throws when neither exists.
 */
export function serverAccount(): Account | null {
  if (process.getuid?.() !== 0) return null;
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  for (const name of ['postgres', 'nobody']) {
    const [, , uid, gid] = users.find(([user]) => user === name) ?? [];
    if (Number(uid) > 0) return { name, uid: Number(uid), gid: Number(gid) };
  }
  throw new Error(
    'PostgreSQL does not run as root, and this machine has neither a user postgres nor nobody: start as an ordinary user, or set DATABASE_URL.',
  );
}

/** The part of spawn's options that makes a child run as the account. */
export function runAs(account: Account | null): { uid?: number; gid?: number } {
  return account === null ? {} : { uid: account.uid, gid: account.gid };
}

/** Whether the account can pass through a folder and all those above it; asked of the system itself. */
export function canEnter(account: Account | null, folder: string): boolean {
  return succeeds(account, '/bin/sh', ['-c', 'test -x "$1"', 'sh', folder]);
}

/** Whether a command runs as the account and succeeds. */
export function succeeds(account: Account | null, command: string, args: string[]): boolean {
  const options = { ...runAs(account), cwd: '/', stdio: 'ignore' as const, env: { LC_ALL: 'C' } };
  return spawnSync(command, args, options).status === 0;
}
