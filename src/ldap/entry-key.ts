import { valuesOf, type RawEntry } from './raw-entry.js';

/** The attributes that can hold an entry's key, in the order in which they are tried. */
export const keyAttributes = ['objectGUID', 'entryUUID', 'nsUniqueId'] as const;

/**
 * The entry's stable key in lower case: objectGUID (16 bytes, the first three fields little-endian,
 * MS-DTYP 2.3.4), entryUUID (RFC 4530) or nsUniqueId. Null when it has none: a distinguished name or
 * a mail address is never a key, since people marry and units are renamed.
 */
export function keyOf(entry: RawEntry): string | null {
  const guid = valuesOf(entry, 'objectGUID')[0];
  if (guid?.length === 16) {
    const hex = [
      [3, 2, 1, 0],
      [5, 4],
      [7, 6],
      [8, 9],
      [10, 11, 12, 13, 14, 15],
    ].map((order) => Buffer.from(order.map((i) => guid.readUInt8(i))).toString('hex'));
    return hex.join('-');
  }
  const written = valuesOf(entry, 'entryUUID')[0] ?? valuesOf(entry, 'nsUniqueId')[0];
  const key = written?.toString('latin1').toLowerCase() ?? '';
  return /^[0-9a-f-]{32,40}$/.test(key) ? key : null;
}
