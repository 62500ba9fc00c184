import type { DirectoryConfig } from '../config/directories-file.js';
import type { UnitRecord } from '../staff/directory-record.js';
import { cleanText } from '../staff/names.js';
import { containsNationalId } from '../staff/national-id.js';
import { normaliseDn, parentDn } from './distinguished-name.js';
import { decode } from './strict-utf8.js';
import { keyOf } from './entry-key.js';
import { dnOf, valuesOf, type RawEntry } from './raw-entry.js';

/** Maps an entry to a unit, or null when it has no key or no name that can be read. */
export function entryToUnit(entry: RawEntry, nameAttribute: string): UnitRecord | null {
  const key = keyOf(entry);
  const name = unitName(valuesOf(entry, nameAttribute)[0]);
  if (key === null || name === null) return null;
  const dn = dnOf(entry);
  return { key, dn: normaliseDn(dn), parentDn: parentDn(dn), name };
}

/**
 * The units that a person's own attributes tell of, the topmost first, where a directory keeps its
 * organisation so (company, department). They have no key of their own: another name is another unit.
 */
export function unitsFromAttributes(
  entry: RawEntry,
  units: DirectoryConfig['units'],
): readonly UnitRecord[] {
  if (!('attributes' in units)) return [];
  const names = units.attributes.flatMap(
    (attribute) => unitName(valuesOf(entry, attribute)[0]) ?? [],
  );
  return names.map((name, depth): UnitRecord => {
    const path = names.slice(0, depth + 1).map((one) => one.toLowerCase());
    const dn = path.toReversed().map((one) => `unit=${one}`);
    const parent = dn.slice(1).join('\n');
    return { key: null, dn: dn.join('\n'), parentDn: parent === '' ? null : parent, name };
  });
}

function unitName(bytes: Buffer | undefined): string | null {
  const text = bytes === undefined ? null : decode(bytes);
  return text === null || containsNationalId(text) ? null : cleanText(text, 200);
}
