import { nameKey, readName } from './entry-name.js';
import type { LdifEntry } from '../ldif.js';

/** An entry with its place in the tree. */
export type PlacedEntry = LdifEntry & { readonly key: string; readonly parentKey: string };

/** Entries that can be asked for by name and scope. */
export type EntryTree = {
  /** The names of the entries at the top, as written. */
  readonly tops: readonly string[];
  /** Entries in the order of the file, or null when the base is not there. */
  below(baseKey: string, scope: 'base' | 'one' | 'sub' | 'children'): readonly PlacedEntry[] | null;
  /** The name, as written, of the nearest entry that is there above a name; '' when there is none. */
  nearest(parts: readonly string[]): string;
};

/** Builds the tree. Throws when an entry's name can't be read or stands twice. */
export function buildEntryTree(entries: readonly LdifEntry[]): EntryTree {
  const byKey = new Map<string, PlacedEntry>();
  for (const [index, entry] of entries.entries()) {
    const parts = readName(entry.dn);
    const key = parts === null ? '' : nameKey(parts);
    if (parts === null || key === '' || byKey.has(key))
      throw new Error(`Entry ${index + 1} has a name that is broken or already taken.`);
    byKey.set(key, { ...entry, key, parentKey: nameKey(parts.slice(1)) });
  }
  const placed = [...byKey.values()];
  return {
    tops: placed.filter((entry) => !byKey.has(entry.parentKey)).map((entry) => entry.dn),
    below(baseKey, scope) {
      const base = byKey.get(baseKey);
      if (base === undefined) return null;
      if (scope === 'base') return [base];
      if (scope === 'one') return placed.filter((entry) => entry.parentKey === baseKey);
      const under = placed.filter((entry) => entry.key.endsWith(`,${baseKey}`));
      return scope === 'sub' ? [base, ...under] : under;
    },
    nearest(parts) {
      for (let up = 1; up <= parts.length; up += 1) {
        const entry = byKey.get(nameKey(parts.slice(up)));
        if (entry !== undefined) return entry.dn;
      }
      return '';
    },
  };
}
