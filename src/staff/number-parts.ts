import { foldWriting } from './fold-writing.js';

/** Longer values are not read: no attribute holds so many numbers, and it bounds the work of every pattern. */
export const maxWrittenLength = 256;

/** What is dialled first and what is dialled then; either may be empty. Separators are still in them. */
export type NumberParts = { readonly main: string; readonly extension: string };

/** Words that say what the number is. Any other word rejects it: "hem" is no number of the workplace, "fax" none to call. */
const labels = new Set(
  (
    'tel tele telefon telefonnr telefonnummer tfn tln phone nr nummer mob mobil mobile mobilnr mobilnummer ' +
    'mobiltelefon växel växeln vx vxl direkt dir direktnr direktnummer direkttelefon arb arbete arbetet work kontor'
  ).split(' '),
);

const extensionWords = ['ankn', 'ank', 'anknytning', 'ext', 'extension', 'x'];
const extensionMark = `(?:${extensionWords.join('|')})(?!\\p{L})`;
const beforeExtension = new RegExp(`[,;] ?(?=${extensionMark})`, 'giu');

/** Where one value goes on to the next number: not before an extension, nor before a parameter of a tel: URI. */
const betweenNumbers = new RegExp(
  `[\\r\\n\\v\\f\\u0085\\u2028\\u2029|]|,(?! ?${extensionMark})|;(?! ?${extensionMark}| ?[a-z-]+=)|\\s(?:eller|och|samt|or)\\s`,
  'iu',
);

/**
 * One number without words, as nearly all are written: "0582-00 12 34". Nothing in it parts two
 * numbers (a slash may), and nothing is to be folded or dropped before it is read.
 */
const bareNumber = /^[+(\d](?: ?[\d().+-])*$/;

/** Cuts a value of at most `maxWrittenLength` into written numbers; blank ones are left out. */
export function splitNumbers(value: string): readonly string[] {
  return bareNumber.test(value) ? [value] : splitAnyNumbers(value);
}

/** The whole rule, for any value. */
export function splitAnyNumbers(value: string): readonly string[] {
  const written = value.split(betweenNumbers).flatMap((part) => joinAreaCodes(part.split('/')));
  return written.filter((part) => part.trim() !== '');
}

/** A slash parts two numbers, but "0582/00 12 34" is one: what stands before it is only an area code. */
function joinAreaCodes(parts: readonly string[]): readonly string[] {
  const joined: string[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (last !== undefined && isAreaCode(last)) joined[joined.length - 1] = `${last}/${part}`;
    else joined.push(part);
  }
  return joined;
}

function isAreaCode(text: string): boolean {
  return /^(?:0|\+460?|00460?)[1-9]\d{0,2}$/.test(compactDigits(takeApart(text)?.main ?? ''));
}

/** Takes one written number apart, without its labels; null when it says something that no number says. */
export function takeApart(text: string): NumberParts | null {
  return bareNumber.test(text) ? { main: text, extension: '' } : takeAnyApart(text);
}

/** The whole rule, for any text. */
export function takeAnyApart(text: string): NumberParts | null {
  const folded = foldWriting(text).replace(/\s+/g, ' ').toLowerCase().normalize('NFC');
  const [number = '', ...parameters] = folded.replace(beforeExtension, ' ').split(';');
  if (!parameters.every((parameter) => parameter.includes('='))) return null;
  const parts = { main: '', extension: '' };
  let at: 'main' | 'extension' = 'main';
  for (const [token] of number.matchAll(/\p{L}+[.:=]*|[^\p{L}]+/gu)) {
    const word = token.replace(/[.:=]/g, '');
    if (!/^\p{L}/u.test(token)) parts[at] += token;
    else if (extensionWords.includes(word) && at === 'main') at = 'extension';
    else if (!labels.has(word)) return null;
  }
  return { main: contextOf(parameters) + parts.main.trim(), extension: parts.extension.trim() };
}

/** A local number of a tel: URI lies within its global context (RFC 3966 section 5.1.5); a domain adds no digits. */
function contextOf(parameters: readonly string[]): string {
  const context = parameters.find((parameter) => parameter.trim().startsWith('phone-context=+'));
  return context === undefined ? '' : context.slice(context.indexOf('+'));
}

/** Drops what people put between digits for the eye; anything else is left, for the caller to refuse. */
export function compactDigits(text: string): string {
  return text.replace(/[\s()./-]/g, '');
}
