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
  if (guid?.length === 16) return guidText(guid);
  const written = valuesOf(entry, 'entryUUID')[0] ?? valuesOf(entry, 'nsUniqueId')[0];
  const key = written?.toString('latin1').toLowerCase() ?? '';
  return /^[0-9a-f-]{32,40}$/.test(key) ? key : null;
}

/** The sixteen bytes of an objectGUID that Windows writes so. */
export function guidBytes(key: string): Buffer {
  const written = Buffer.from(key.replaceAll('-', ''), 'hex');
  return Buffer.from(order.map((at) => written[at] ?? 0));
}

/** Where Windows writes which byte; the order is its own inverse. */
const order = [3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15];

function guidText(guid: Buffer): string {
  const hex = Buffer.from(order.map((at) => guid[at] ?? 0)).toString('hex');
  return [0, 8, 12, 16, 20].map((at, i, all) => hex.slice(at, all[i + 1] ?? 32)).join('-');
}
