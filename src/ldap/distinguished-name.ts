/** The parts of a distinguished name (RFC 4514), unescaped and in lower case, from the entry upwards. */
function partsOf(dn: string): readonly string[] {
  const parts: string[] = [];
  let bytes: Buffer[] = [];
  const end = () => {
    parts.push(
      Buffer.concat(bytes)
        .toString('utf8')
        .trim()
        .replace(/\s*=\s*/, '=')
        .toLowerCase(),
    );
    bytes = [];
  };
  for (let i = 0; i < dn.length;) {
    const hex = /^\\([0-9a-f]{2})/i.exec(dn.slice(i, i + 3))?.[1];
    if (hex !== undefined) {
      bytes.push(Buffer.from(hex, 'hex'));
      i += 3;
    } else if (dn[i] === '\\' && i + 1 < dn.length) {
      bytes.push(Buffer.from(dn.slice(i + 1, i + 2)));
      i += 2;
    } else if (dn[i] === ',') {
      end();
      i += 1;
    } else {
      const character = String.fromCodePoint(dn.codePointAt(i) ?? 0);
      bytes.push(Buffer.from(character));
      i += character.length;
    }
  }
  end();
  return parts;
}

/** One spelling for each distinguished name, so that two servers' or two entries' spellings compare equal. */
export function normaliseDn(dn: string): string {
  return join(partsOf(dn));
}

/** The normalised name of the entry above, or null at the top. */
export function parentDn(dn: string): string | null {
  const parts = partsOf(dn);
  return parts.length > 1 ? join(parts.slice(1)) : null;
}

function join(parts: readonly string[]): string {
  return parts.map((part) => part.normalize('NFC').replaceAll(/[\\,]/g, String.raw`\$&`)).join(',');
}
