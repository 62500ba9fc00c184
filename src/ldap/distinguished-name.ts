import { isOrdinary } from '../staff/ordinary-text.js';

/**
 * What stands in a distinguished name (RFC 4514): characters by their bytes (\C3\96), any other
 * escaped UTF-16 unit, plain text, the end of a part, and a last backslash that escapes nothing.
 */
const tokens = /((?:\\[0-9a-f]{2})+)|\\([^])|[^\\,]+|,|\\$/gi;

/** What is escaped in an ordinary text, and the white space that is dropped. */
const untidy = /\\|^ | $|[,=] | [,=]/;

/** The first of two hexadecimal digits is enough here: the other one is no comma. */
const escapedOrComma = /\\[^]|,/g;

/** One spelling for each distinguished name, so that two servers' or two entries' spellings compare equal. */
export function normaliseDn(dn: string): string {
  return isTidy(dn) ? dn.toLowerCase() : join(partsOf(dn));
}

/**
 * The normalised name of the entry above, or null at the top. Only the end of the entry's own part is
 * looked for: names of people are what is escaped ("Öberg\, Anna"), and those above them seldom are.
 */
export function parentDn(dn: string): string | null {
  for (const { 0: found, index } of dn.matchAll(escapedOrComma)) {
    if (found === ',') return normaliseDn(dn.slice(index + 1));
  }
  return null;
}

/** Whether only the case is to be changed. */
function isTidy(dn: string): boolean {
  return isOrdinary(dn) && !untidy.test(dn);
}

/** The parts of a distinguished name, unescaped and in lower case, from the entry upwards. */
function partsOf(dn: string): readonly string[] {
  const parts: string[] = [];
  let part = '';
  for (const [token, bytes, escaped] of dn.matchAll(tokens)) {
    if (token === ',') {
      parts.push(tidy(part));
      part = '';
    } else if (bytes === undefined) part += wellFormed(escaped ?? token);
    else part += Buffer.from(bytes.replaceAll('\\', ''), 'hex').toString('utf8');
  }
  return [...parts, tidy(part)];
}

/** As UTF-8 would have it: a lone surrogate is no character. */
function wellFormed(text: string): string {
  return text.replace(/\p{Cs}/gu, '\ufffd');
}

/** In lower case, without white space about it and its first equals sign: in linear time, as no pattern would be. */
function tidy(part: string): string {
  const [type = '', ...value] = part.trim().split('=');
  const text = value.length === 0 ? type : `${type.trimEnd()}=${value.join('=').trimStart()}`;
  return text.toLowerCase();
}

function join(parts: readonly string[]): string {
  return parts.map((part) => part.normalize('NFC').replaceAll(/[\\,]/g, String.raw`\$&`)).join(',');
}
