/**
 * Stands on one element of a BER value (X.690), by offsets and without copying. It is read again and
 * again instead of made anew: a sync steps over twenty million elements, and reads few of them.
 */
export class BerCursor {
  /** Where the content of the element starts and ends; the next element begins at `end`. */
  start = 0;
  end = 0;

  /** Reads the element at an offset. Throws when it is cut off, or has a length that LDAP has not (RFC 4511 section 5.1). */
  read(bytes: Buffer, at: number, limit: number): void {
    if (at + 2 > limit) throw new BrokenBer();
    let length = bytes[at + 1] ?? 0;
    let start = at + 2;
    if (length >= 0x80) {
      const count = length & 0x7f;
      if (count === 0 || count > 4 || start + count > limit) throw new BrokenBer();
      length = bytes.readUIntBE(start, count);
      start += count;
    }
    if (start + length > limit) throw new BrokenBer();
    this.start = start;
    this.end = start + length;
  }
}

/** Bytes that are not what RFC 4511 has there. The connection that they came on is given up. */
export class BrokenBer extends Error {
  constructor() {
    super('the server sent an entry that cannot be read.');
    this.name = 'BrokenBer';
  }
}
