/** Upwards from the entry, each part in one spelling; parts hold no comma. */
type NameParts = readonly string[];

/** One spelling of a part of a text: case, composition and runs of spaces don't count (RFC 4518). */
export function foldPart(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/ +/g, ' ');
}

/** One spelling of a whole text, where spaces at the ends don't count either (caseIgnoreMatch, RFC 4517). */
export function foldText(text: string): string {
  return foldPart(text).trim();
}

/** Reads a distinguished name (RFC 4514); null when it is none. The empty name has no parts. */
export function readName(dn: string): NameParts | null {
  if (dn.trim() === '') return [];
  const parts: string[] = [];
  for (const rdn of splitUnescaped(dn, ',')) {
    const assertions: string[] = [];
    for (const assertion of splitUnescaped(rdn, '+')) {
      const equals = assertion.indexOf('=');
      if (equals < 1) return null;
      const type = assertion.slice(0, equals).trim().toLowerCase();
      const value = foldText(unescape(assertion.slice(equals + 1).trim()));
      assertions.push(`${encodeURIComponent(type)}=${encodeURIComponent(value)}`);
    }
    parts.push(assertions.toSorted().join('+'));
  }
  return parts;
}

/** One text for each name, such that a name below another ends with a comma and the other's text. */
export function nameKey(parts: NameParts): string {
  return parts.join(',');
}

function splitUnescaped(text: string, separator: string): readonly string[] {
  const parts: string[] = [];
  let start = 0;
  for (let i = 0; i < text.length; i += 1) {
    if (text[i] === '\\') i += 1;
    else if (text[i] === separator) {
      parts.push(text.slice(start, i));
      start = i + 1;
    }
  }
  return [...parts, text.slice(start)];
}

/** Hexadecimal pairs are bytes of UTF-8, so neighbours have to be joined before they are decoded. */
function unescape(text: string): string {
  return text.replace(/((?:\\[0-9a-f]{2})+)|\\(.)/gis, (_, pairs?: string, character?: string) =>
    pairs === undefined
      ? (character ?? '')
      : Buffer.from(pairs.replaceAll('\\', ''), 'hex').toString('utf8'),
  );
}
