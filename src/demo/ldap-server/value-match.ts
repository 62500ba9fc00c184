import { foldPart, foldText, nameKey, readName } from './entry-name.js';

/** Numbers that people write with and without spaces and hyphens (telephoneNumberMatch, RFC 4517). */
const telephone = new Set(['telephonenumber', 'othertelephone', 'mobile', 'ipphone', 'pager']);
const names = new Set(['manager', 'secretary', 'member', 'memberof', 'owner', 'seealso']);
const bytes = new Set(['objectguid', 'objectsid', 'userpassword', 'jpegphoto']);

/** Whether two values of an attribute (its name in lower case) are equal by the rule of its kind. */
export function valuesEqual(attribute: string, a: Buffer, b: Buffer): boolean {
  if (a.equals(b)) return true;
  if (bytes.has(attribute)) return false;
  if (attribute === 'objectcategory' && isShortCategory(a, b)) return true;
  const spelling = (value: Buffer) =>
    names.has(attribute) ? nameSpelling(value) : textSpelling(attribute, value);
  return spelling(a) === spelling(b);
}

/** Active Directory takes `person` for the name of that class in its schema (MS-ADTS). */
function isShortCategory(stored: Buffer, asked: Buffer): boolean {
  return textSpelling('', stored).startsWith(`cn=${textSpelling('', asked)},`);
}

/** Orders two values: whole numbers by size, anything else as folded text; negative, 0 or positive. */
export function compareValues(attribute: string, a: Buffer, b: Buffer): number {
  const [x, y] = [integerIn(a), integerIn(b)];
  if (x !== null && y !== null) return x < y ? -1 : Number(x > y);
  const [s, t] = [textSpelling(attribute, a), textSpelling(attribute, b)];
  return s < t ? -1 : Number(s > t);
}

/** Whether a value has the parts in this order without overlap; null means that the end is free. */
export function hasParts(
  attribute: string,
  value: Buffer,
  parts: {
    readonly initial: Buffer | null;
    readonly any: readonly Buffer[];
    readonly final: Buffer | null;
  },
): boolean {
  const text = textSpelling(attribute, value);
  const fold = (part: Buffer | null) =>
    part === null ? '' : squeeze(attribute, foldPart(part.toString('utf8')));
  const initial = fold(parts.initial);
  const final = fold(parts.final);
  if (!text.startsWith(initial)) return false;
  let at = initial.length;
  for (const part of parts.any.map(fold)) {
    const found = text.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return text.length - final.length >= at && text.endsWith(final);
}

/** Whether every bit of the mask is set in the value; false when either is no whole number. */
export function hasAllBits(value: Buffer, mask: Buffer): boolean {
  const [x, y] = [integerIn(value), integerIn(mask)];
  return x !== null && y !== null && (x & y) === y;
}

function textSpelling(attribute: string, value: Buffer): string {
  return squeeze(attribute, foldText(value.toString('utf8')));
}

function squeeze(attribute: string, text: string): string {
  return telephone.has(attribute) ? text.replace(/[ -]/g, '') : text;
}

function nameSpelling(value: Buffer): string {
  const parts = readName(value.toString('utf8'));
  return parts === null ? value.toString('utf8') : nameKey(parts);
}

function integerIn(value: Buffer): bigint | null {
  const text = value.toString('latin1');
  return /^-?\d{1,20}$/.test(text) ? BigInt(text) : null;
}
