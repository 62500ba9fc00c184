import type { RunFragment } from './schema-types.js';

/** Runs that were seen and those seen just now, as these say it, the newest first. */
export function knownRuns(
  seen: readonly RunFragment[],
  now: readonly RunFragment[],
): readonly RunFragment[] {
  const byId = new Map([...seen, ...now].map((run) => [run.id, run]));
  return [...byId.values()].sort((a, b) => Date.parse(b.startedAt) - Date.parse(a.startedAt));
}
