import { BerCursor } from './ber-cursor.js';

/** An entry as it came over the wire, taken apart only where somebody asks. */
export type RawEntry = {
  /** The name and the attributes as the server sent them (RFC 4511 section 4.5.2). */
  readonly bytes: Buffer;
  readonly dnBytes: Buffer;
  readonly attributes: Buffer;
};

/** A value longer than this is no value of a person: a photo, or a mistake. */
export const maxValueBytes = 65_536;

const outer = new BerCursor();
const attribute = new BerCursor();
const part = new BerCursor();

/** Finds the parts of an entry and checks that its attributes are whole. Throws `BrokenBer`. */
export function readRawEntry(bytes: Buffer): RawEntry {
  outer.read(bytes, 0, bytes.length);
  const dnBytes = bytes.subarray(outer.start, outer.end);
  outer.read(bytes, outer.end, bytes.length);
  const { start, end } = outer;
  for (let at = start; at < end; at = attribute.end) {
    attribute.read(bytes, at, end);
    part.read(bytes, attribute.start, attribute.end);
    part.read(bytes, part.end, attribute.end);
    const last = part.end;
    for (let value = part.start; value < last; value = part.end) part.read(bytes, value, last);
  }
  return { bytes, dnBytes, attributes: bytes.subarray(start, end) };
}

/** The entry's distinguished name as the server writes it. */
export function dnOf(entry: RawEntry): string {
  return entry.dnBytes.toString('utf8');
}

/** The values of an attribute, whatever the case of its name and its options (`;lang-sv`); empty when it is absent. */
export function valuesOf({ attributes }: RawEntry, name: string): readonly Buffer[] {
  const wanted = lowerCase(name);
  let values: Buffer[] | null = null;
  for (let at = 0; at < attributes.length; at = attribute.end) {
    attribute.read(attributes, at, attributes.length);
    part.read(attributes, attribute.start, attribute.end);
    if (!isNamed(attributes, part.start, part.end, wanted)) continue;
    part.read(attributes, part.end, attribute.end);
    values ??= [];
    const last = part.end;
    for (let value = part.start; value < last; value = part.end) {
      part.read(attributes, value, last);
      values.push(attributes.subarray(part.start, part.end));
    }
  }
  return values ?? none;
}

/** The options of an attribute, in lower case: servers say with them which part of a long list it is (MS-ADTS 3.1.1.3.1.3.3). */
export function optionsOf({ attributes }: RawEntry, name: string): readonly string[] {
  const options: string[] = [];
  for (let at = 0; at < attributes.length; at = attribute.end) {
    attribute.read(attributes, at, attributes.length);
    part.read(attributes, attribute.start, attribute.end);
    if (isNamed(attributes, part.start, part.end, lowerCase(name))) {
      const written = attributes.toString('latin1', part.start, part.end);
      options.push(...written.toLowerCase().split(';').slice(1));
    }
  }
  return options;
}

const none: readonly Buffer[] = [];
const wantedNames = new Map<string, Buffer>();
const semicolon = 0x3b;

function lowerCase(name: string): Buffer {
  const known = wantedNames.get(name);
  if (known) return known;
  const bytes = Buffer.from(name.toLowerCase(), 'latin1');
  wantedNames.set(name, bytes);
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
