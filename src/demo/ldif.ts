/** One entry of an LDIF file. Values are bytes, since a directory may hold what is not text. */
export type LdifEntry = {
  readonly dn: string;
  /** By name as it was first written in the entry. */
  readonly attributes: ReadonlyMap<string, readonly Buffer[]>;
};

/** An LDIF text that can't be read: where and why, never the value. */
export class LdifError extends Error {
  constructor(
    readonly line: number,
    reason: string,
  ) {
    super(`LDIF line ${line}: ${reason}`);
    this.name = 'LdifError';
  }
}

/** A line after unfolding, with the number of its first physical line. */
type LogicalLine = { readonly at: number; readonly text: string };
type Attribute = { readonly at: number; readonly name: string; readonly value: Buffer };

const attributeName = /^[A-Za-z0-9][A-Za-z0-9.-]*(?:;[A-Za-z0-9-]+)*$/;
const base64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Reads the content records of an LDIF text (RFC 2849). Text beyond ASCII may stand unencoded as
 * UTF-8, as OpenLDAP's tools accept it. Throws `LdifError` at change records, values from URLs and
 * anything broken.
 */
export function parseLdif(text: string): readonly LdifEntry[] {
  const records: Attribute[][] = [];
  let open: Attribute[] | null = null;
  let started = false;
  for (const line of unfold(text)) {
    if (line.text === '') {
      open = null;
      continue;
    }
    const attribute = parseLine(line);
    if (!started && attribute.name.toLowerCase() === 'version') {
      if (attribute.value.toString() !== '1')
        throw new LdifError(line.at, 'only version 1 is read');
    } else if (open === null) {
      open = [attribute];
      records.push(open);
    } else {
      open.push(attribute);
    }
    started = true;
  }
  return records.map(toEntry);
}

/** Joins continuation lines and drops comments; a comment is continued like any line. */
function unfold(text: string): readonly LogicalLine[] {
  const lines: { at: number; text: string }[] = [];
  const physical = text.split(/\r?\n/);
  for (const [index, part] of physical.entries()) {
    const last = lines.at(-1);
    if (!part.startsWith(' ')) lines.push({ at: index + 1, text: part });
    else if (last === undefined || last.text === '')
      throw new LdifError(index + 1, 'a continuation of nothing');
    else last.text += part.slice(1);
  }
  return lines.filter((line) => !line.text.startsWith('#'));
}

function parseLine({ at, text }: LogicalLine): Attribute {
  const colon = text.indexOf(':');
  const name = text.slice(0, Math.max(colon, 0));
  if (!attributeName.test(name))
    throw new LdifError(at, 'expected the name of an attribute and ":"');
  const mark = text[colon + 1];
  if (mark === '<') throw new LdifError(at, 'values from addresses are not read');
  if (mark !== ':')
    return { at, name, value: Buffer.from(text.slice(colon + 1).replace(/^ +/, '')) };
  const encoded = text.slice(colon + 2).trim();
  if (!base64.test(encoded)) throw new LdifError(at, 'broken base64');
  return { at, name, value: Buffer.from(encoded, 'base64') };
}

function toEntry(record: readonly Attribute[]): LdifEntry {
  const [first, second] = record;
  if (first?.name.toLowerCase() !== 'dn')
    throw new LdifError(first?.at ?? 0, 'expected "dn:" at the beginning of a record');
  if (second === undefined) throw new LdifError(first.at, 'a record without attributes');
  const attributes = new Map<string, Buffer[]>();
  const written = new Map<string, string>();
  for (const { at, name, value } of record.slice(1)) {
    const lower = name.toLowerCase();
    if (lower === 'dn') throw new LdifError(at, 'expected an empty line before the next "dn:"');
    if (lower === 'changetype' || lower === 'control')
      throw new LdifError(at, 'change records are not read');
    const key = written.get(lower) ?? name;
    written.set(lower, key);
    attributes.set(key, [...(attributes.get(key) ?? []), value]);
  }
  return { dn: decodeDn(first), attributes };
}

function decodeDn({ at, value }: Attribute): string {
  try {
    return utf8.decode(value);
  } catch {
    throw new LdifError(at, 'the distinguished name is not UTF-8');
  }
}
