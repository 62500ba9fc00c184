import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { faultCode } from '../kernel/fault.js';

/**
 * A text that no other process ever gets: two processes with one id differ in when they began.
 * Null when no process has the id, or only one that has ended and waits to be reaped.
 */
export function processIdentity(pid: number): string | null {
  if (process.platform !== 'linux') return portableIdentity(pid);
  try {
    // The command's name stands in parentheses and may hold anything, so count from the last one.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [state, startedAt] = [fields[0] ?? 'X', fields[19] ?? ''];
    if ('ZX'.includes(state)) return null;
    // Ticks since boot alone could come again after a restart of the machine.
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${startedAt}`;
  } catch {
    return null;
  }
}

/** The command line of a process, its arguments joined by spaces; empty when there is none. */
export function commandLine(pid: number): string {
  if (process.platform !== 'linux') return ps(pid, 'command=');
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').join(' ').trim();
  } catch {
    return '';
  }
}

/** Waits at most that many milliseconds for a process to end, and tells whether it did. */
export async function waitForEnd(pid: number, milliseconds: number): Promise<boolean> {
  const identity = processIdentity(pid);
  const deadline = performance.now() + milliseconds;
  if (identity === null) return true;
  while (processIdentity(pid) === identity) {
    if (performance.now() > deadline) return false;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return true;
}

/** Sends a signal, and does nothing when the process is gone already. */
export function signal(pid: number, name: 'SIGINT' | 'SIGKILL'): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if (faultCode(error) !== 'ESRCH') throw error;
  }
}

function portableIdentity(pid: number): string | null {
  const found = ps(pid, 'stat=,lstart=');
  return found === '' || found.startsWith('Z') ? null : found.replace(/^\S+\s+/, '');
}

function ps(pid: number, columns: string): string {
  const { stdout } = spawnSync('ps', ['-ww', '-o', columns, '-p', String(pid)], {
    encoding: 'utf8',
    env: { LC_ALL: 'C', PATH: '/bin:/usr/bin' },
  });
  return (stdout ?? '').trim();
}
