/** Bytes that are not an LDAP message; the connection that sent them is closed. */
export class MalformedMessage extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = 'MalformedMessage';
  }
}

/** The tag of every LDAP message: a SEQUENCE (RFC 4511 section 4.1.1). */
export const messageTag = 0x30;

/** One BER element: its tag and what it holds, as a view of the received bytes. */
export type BerElement = { readonly tag: number; readonly content: Buffer };

/**
 * The element at the beginning of the bytes and the whole length it takes, or null when more bytes
 * are needed. Definite lengths only (RFC 4511 section 5.1). Throws `MalformedMessage`. Its own
 * reader, because the one of ldapts is written for a client that trusts its server: it takes a length
 * of 2 GiB as a negative number and then reads backwards.
 */
export function firstElement(
  bytes: Buffer,
  maxContent: number,
): (BerElement & { readonly size: number }) | null {
  const [tag, first] = bytes;
  if (tag === undefined || first === undefined) return null;
  if ((tag & 0x1f) === 0x1f) throw new MalformedMessage('a tag of several bytes');
  const lengthBytes = first < 0x80 ? 0 : first & 0x7f;
  if (first === 0x80 || lengthBytes > 4) throw new MalformedMessage('a length that LDAP has not');
  const start = 2 + lengthBytes;
  if (bytes.length < start) return null;
  const length = lengthBytes === 0 ? first : bytes.readUIntBE(2, lengthBytes);
  if (length > maxContent) throw new MalformedMessage('too long');
  if (bytes.length < start + length) return null;
  return { tag, content: bytes.subarray(start, start + length), size: start + length };
}

/** The elements that fill the bytes exactly. Throws `MalformedMessage`. */
export function elementsOf(bytes: Buffer): readonly BerElement[] {
  const elements: BerElement[] = [];
  for (let rest = bytes; rest.length > 0;) {
    const element = firstElement(rest, rest.length);
    if (element === null) throw new MalformedMessage('an element that is cut off');
    elements.push({ tag: element.tag, content: element.content });
    rest = rest.subarray(element.size);
  }
  return elements;
}

/** The element at a place of a sequence, with the expected tag. Throws `MalformedMessage`. */
export function expectElement(
  elements: readonly BerElement[],
  index: number,
  tag: number,
): BerElement {
  const element = elements[index];
  if (element?.tag !== tag) throw new MalformedMessage('not the element that belongs here');
  return element;
}

/** The content of an INTEGER, ENUMERATED or BOOLEAN as a number of at most 32 bits. Throws `MalformedMessage`. */
export function integerOf({ content }: BerElement): number {
  if (content.length < 1 || content.length > 4) throw new MalformedMessage('not a 32-bit integer');
  return content.readIntBE(0, content.length);
}
