import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { faultCode } from '../kernel/fault.js';
import { commandLine, processIdentity, signal, waitForEnd } from './postgres-process.js';

/**
 * Stops the server that a killed process of ours left behind on a data folder, and makes a stale pid
 * file harmless. Resolves when no server of ours is left there.
 */
export async function stopOrphan(data: string, log: (line: string) => void): Promise<void> {
  const lines = pidFile(data);
  const pid = Number(lines?.[0]);
  if (lines === null || !Number.isInteger(pid) || pid <= 1) return;
  if (isServerOf(data, pid)) {
    log(`Stopping the embedded PostgreSQL that an earlier run left behind (process ${pid}).`);
    await stopServer(pid);
  } else if (pidIsTaken(pid)) {
    // Some other process has the number by now, and PostgreSQL would take it for a server. The other
    // lines stay: by them PostgreSQL sees whether a part of the dead server still holds the data.
    const ended = spawnSync('/bin/sh', ['-c', ':']).pid;
    writeFileSync(join(data, 'postmaster.pid'), [ended, ...lines.slice(1)].join('\n'));
  }
}

/** A fast shutdown (sessions are ended, the data is written out), and after ten seconds an end by force. */
export async function stopServer(pid: number): Promise<void> {
  signal(pid, 'SIGINT');
  if (await waitForEnd(pid, 10_000)) return;
  signal(pid, 'SIGKILL');
  await waitForEnd(pid, 5_000);
}

/** The lines of a server's pid file: process, data folder, start, port and, eighth, its state. */
export function pidFile(data: string): readonly string[] | null {
  try {
    return readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return null;
  }
}

function isServerOf(data: string, pid: number): boolean {
  if (processIdentity(pid) === null) return false;
  const [program = '', rest = ''] = commandLine(pid).split(' -D ', 2);
  return program.endsWith('/postgres') && rest.startsWith(`${data} -c `);
}

function pidIsTaken(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return faultCode(error) === 'EPERM';
  }
}
