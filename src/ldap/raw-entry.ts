import { BerWalk } from './ber-walk.js';

/** An entry as it came over the wire, taken apart only where somebody asks. */
export type RawEntry = {
  /** The name and the attributes as the server sent them (RFC 4511 section 4.5.2). */
  readonly bytes: Buffer;
  readonly dnBytes: Buffer;
  readonly attributes: Buffer;
};

/** A value longer than this is no value of a person: a photo, or a mistake. */
export const maxValueBytes = 65_536;

/** Finds the parts of an entry and checks that its attributes are whole. Throws `BrokenBer`. */
export function readRawEntry(bytes: Buffer): RawEntry {
  const walk = new BerWalk(bytes);
  walk.next();
  const dnBytes = walk.content();
  walk.next();
  for (const attribute = walk.inside(); attribute.next();) {
    const parts = attribute.inside();
    parts.next();
    parts.next();
    for (const value = parts.inside(); value.next(););
  }
  return { bytes, dnBytes, attributes: walk.content() };
}

/** The entry's distinguished name as the server writes it. */
export function dnOf(entry: RawEntry): string {
  return entry.dnBytes.toString('utf8');
}

/** The values of an attribute, whatever the case of its name and its options (`;lang-sv`); empty when it is absent. */
export function valuesOf(entry: RawEntry, attribute: string): readonly Buffer[] {
  const wanted = lowerCase(attribute);
  let values: readonly Buffer[] = none;
  for (const walk = new BerWalk(entry.attributes); walk.next();) {
    const parts = walk.inside();
    parts.next();
    if (!isNamed(parts.bytes, parts.start, parts.end, wanted)) continue;
    parts.next();
    values = values === none ? contentsOf(parts) : [...values, ...contentsOf(parts)];
  }
  return values;
}

/** An attribute that a server gives in parts (MS-ADTS 3.1.1.3.1.3.3), by the option that says which part it is. */
export function optionsOf(entry: RawEntry, attribute: string): readonly string[] {
  const options: string[] = [];
  for (const walk = new BerWalk(entry.attributes); walk.next();) {
    const parts = walk.inside();
    parts.next();
    if (isNamed(parts.bytes, parts.start, parts.end, lowerCase(attribute)))
      options.push(...parts.content().toString('latin1').toLowerCase().split(';').slice(1));
  }
  return options;
}

const none: readonly Buffer[] = [];
const wantedNames = new Map<string, Buffer>();
const semicolon = 0x3b;

function contentsOf(parts: BerWalk): readonly Buffer[] {
  const contents: Buffer[] = [];
  for (const value = parts.inside(); value.next();) contents.push(value.content());
  return contents;
}

function lowerCase(attribute: string): Buffer {
  const known = wantedNames.get(attribute);
  if (known) return known;
  const bytes = Buffer.from(attribute.toLowerCase(), 'latin1');
  wantedNames.set(attribute, bytes);
  return bytes;
}

/** Attribute names are ASCII letters, digits and hyphens: case is one bit of the letters. */
function isNamed(bytes: Buffer, start: number, end: number, wanted: Buffer): boolean {
  const { length } = wanted;
  if (end - start < length) return false;
  if (end - start > length && bytes[start + length] !== semicolon) return false;
  for (let i = 0; i < length; i += 1) {
    const byte = bytes[start + i] ?? 0;
    const lower = byte >= 0x41 && byte <= 0x5a ? byte | 0x20 : byte;
    if (lower !== wanted[i]) return false;
  }
  return true;
}
