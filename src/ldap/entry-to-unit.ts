import { cleanText } from '../staff/names.js';
import type { UnitRecord } from '../staff/directory-record.js';
import { decode } from './entry-to-person.js';
import { keyOf } from './entry-key.js';
import { normaliseDn, parentDn } from './distinguished-name.js';
import { valuesOf, type RawEntry } from './raw-entry.js';

/** Maps an entry to a unit, or null when it has no key or no name that can be read. */
export function entryToUnit(entry: RawEntry, nameAttribute: string): UnitRecord | null {
  const key = keyOf(entry);
  const bytes = valuesOf(entry, nameAttribute)[0];
  const name = bytes === undefined ? null : cleanText(decode(bytes) ?? '', 200);
  if (key === null || name === null) return null;
  return { key, dn: normaliseDn(entry.dn), parentDn: parentDn(entry.dn), name };
}
