/** Walks over the elements of a BER value (X.690) by offsets, without copying: most entries are never read further. */
export class BerWalk {
  /** Tag of the present element, and where its content starts and ends. */
  tag = 0;
  start = 0;
  end = 0;

  constructor(
    readonly bytes: Buffer,
    private at = 0,
    private readonly limit = bytes.length,
  ) {}

  /** Steps to the next element; false at the end. Throws on an element that is cut off or has a length that LDAP has not. */
  next(): boolean {
    const { bytes, limit } = this;
    if (this.at >= limit) return false;
    if (this.at + 2 > limit) throw new BrokenBer();
    let length = bytes[this.at + 1] ?? 0;
    let start = this.at + 2;
    if (length >= 0x80) {
      const count = length & 0x7f;
      if (count === 0 || count > 4 || start + count > limit) throw new BrokenBer();
      length = bytes.readUIntBE(start, count);
      start += count;
    }
    if (start + length > limit) throw new BrokenBer();
    this.tag = bytes[this.at] ?? 0;
    this.start = start;
    this.end = start + length;
    this.at = this.end;
    return true;
  }

  /** The elements inside the present one. */
  inside(): BerWalk {
    return new BerWalk(this.bytes, this.start, this.end);
  }

  /** The content of the present element, as a view of the bytes. */
  content(): Buffer {
    return this.bytes.subarray(this.start, this.end);
  }
}

/** Bytes that are not what RFC 4511 has there. The connection that they came on is given up. */
export class BrokenBer extends Error {
  constructor() {
    super('the server sent an entry that cannot be read.');
    this.name = 'BrokenBer';
  }
}
