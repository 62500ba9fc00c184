import { existsSync, readFileSync } from 'node:fs';

/** Whether a process lives. One that has ended but that nobody has waited for stays in the list, as Z. */
export function lives(pid: number): boolean {
  const file = `/proc/${pid}/stat`;
  return existsSync(file) && !/^\d+ \(.*\) Z/.test(readFileSync(file, 'utf8'));
}
