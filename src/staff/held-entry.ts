import type { HeldChange } from '../kernel/sync-words.js';

/** What a held plan would do to somebody, whom the directory's own keys name. */
export type HeldEntry = {
  readonly change: HeldChange;
  /** The field that would be lost. */
  readonly field: string | null;
  /** The key, or for somebody to be linked anew the old one and the new one. */
  readonly keys: readonly string[];
};

const changes = new Map<string, HeldChange>([
  ['MISSING', 'MISSING'],
  ['DISABLED', 'DISABLED'],
  ['CREATED', 'CREATED'],
  ['LOST', 'LOST_FIELD'],
  ['RELINK', 'RELINKED'],
  ['REJECTED', 'REJECTED'],
]);

/** Reads an entry such as `MISSING:key`; null for one that is about nobody in particular, such as `CONFIGURATION:…`. */
export function heldEntry(text: string): HeldEntry | null {
  const [word = '', ...rest] = text.split(':');
  const change = changes.get(word);
  if (change === undefined || rest.length === 0) return null;
  const [field = null, ...keys] = rest;
  return change === 'LOST_FIELD' ? { change, field, keys } : { change, field: null, keys: rest };
}

/**
 * The entries in turns, one of each change and field after another, so that the first few of them
 * show what the whole is made of.
 */
export function inTurns(entries: readonly HeldEntry[]): readonly HeldEntry[] {
  const groups = new Map<string, HeldEntry[]>();
  for (const entry of entries) {
    const name = `${entry.change}:${entry.field ?? ''}`;
    const group = groups.get(name);
    if (group) group.push(entry);
    else groups.set(name, [entry]);
  }
  const longest = Math.max(0, ...[...groups.values()].map((group) => group.length));
  return Array.from({ length: longest }, (_, turn) =>
    [...groups.values()].flatMap((group) => group[turn] ?? []),
  ).flat();
}
