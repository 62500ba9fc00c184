import { parentDn } from './distinguished-name.js';
import { dnOf, type RawEntry } from './raw-entry.js';

/** More units than this are not remembered; they are only read again. */
const most = 20_000;
const comma = 0x2c;
const backslash = 0x5c;
const quote = 0x22;

/** The normalised names of the entries above, remembered: people of one unit have one and the same. */
export class ParentNames {
  readonly #known = new Map<string, string | null>();

  /** The normalised name of the entry above, or null at the top. */
  of(entry: RawEntry): string | null {
    const written = writtenParent(entry.dnBytes);
    if (written === null) return parentDn(dnOf(entry));
    const known = this.#known.get(written);
    if (known !== undefined) return known;
    const parent = parentDn(dnOf(entry));
    if (this.#known.size < most) this.#known.set(written, parent);
    return parent;
  }
}

/** What follows the first comma, when the part before it is plain enough to say that. */
function writtenParent(dn: Buffer): string | null {
  for (let at = 0; at < dn.length; at += 1) {
    const byte = dn[at];
    if (byte === backslash || byte === quote) return null;
    if (byte === comma) return dn.toString('latin1', at + 1);
  }
  return null;
}
