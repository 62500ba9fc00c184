import { isOrdinary } from './ordinary-text.js';

/** Letters that no decomposition takes apart, as those without them on the keyboard type them. */
const plainLetters: Readonly<Record<string, string>> = {
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 'th',
  ı: 'i',
};

/** Folds a name for search: lower case, without marks, punctuation as single spaces ("Åsa-Lena" → "asa lena"). */
export function foldForSearch(text: string): string {
  return notWestern.test(text) ? foldAnyText(text) : foldWesternText(text);
}

/**
 * The whole rule, for any text.
 * Marks go before the decomposition too: it takes quadratic time over long runs of them.
 */
export function foldAnyText(text: string): string {
  return text
    .replace(/\p{M}+/gu, '')
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[øæœßđðłþı]/g, (letter) => plainLetters[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Anything but visible ASCII, the space, and the letters of Latin-1. */
const notWestern = /[^ -~À-ÿ]/;

/** What each small letter of Latin-1 becomes; none of them depends on its neighbours. */
const westernLetters: ReadonlyMap<string, string> = new Map(
  Array.from('ßàáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿ', (letter) => [letter, foldAnyText(letter)]),
);

function foldWesternText(text: string): string {
  return text
    .toLowerCase()
    .replace(/[ß-ÿ]/g, (letter) => westernLetters.get(letter) ?? letter)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** Controls that are no white space, lone surrogates, zero-width and direction marks: they hide or turn what people read. */
const unseen =
  /(?![\t-\r\u0085])\p{Cc}|\p{Cs}|[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;

/** More marks on one letter than any language has (Unicode UAX 15, stream-safe text); they make NFC quadratic. */
const tooManyMarks = /(\p{M}{30})\p{M}+/gu;

/** White space that is dropped, in an ordinary text. */
const looseSpace = /^ | $| {2}/;

/** One line of text as it may be kept and shown (NFC), of at most `maxLength` code points; null when nothing remains. */
export function cleanText(text: string, maxLength: number): string | null {
  return text.length <= maxLength && isClean(text) ? text : cleanAnyText(text, maxLength);
}

function isClean(text: string): boolean {
  return text !== '' && isOrdinary(text) && !looseSpace.test(text);
}

/** The whole rule, for any text. */
export function cleanAnyText(text: string, maxLength: number): string | null {
  const line = text
    .replace(unseen, '')
    .replace(tooManyMarks, '$1')
    .normalize('NFC')
    .replace(/[\s\u0085]+/g, ' ')
    .trim();
  // Cutting by code points never splits a surrogate pair; no code point is longer than two units.
  const cut = Array.from(line.slice(0, maxLength * 2))
    .slice(0, maxLength)
    .join('')
    .trim();
  return cut === '' ? null : cut;
}

/** The names that a directory may have of a person. */
export type NameParts = {
  readonly displayName: string | null;
  readonly givenName: string | null;
  readonly familyName: string | null;
};

/** The directory's display name, else given and family name; null when there is no name at all. */
export function displayNameOf(names: NameParts): string | null {
  const parts = [names.givenName, names.familyName].map((part) => part?.trim() ?? '');
  const full = parts.filter((part) => part !== '').join(' ');
  return names.displayName?.trim() || full || null;
}

/**
 * What Swedish lists are sorted by: family name, then given name, else the display name; the order of
 * letters is the collation's. Two spaces part the names: "Berg  Åke" comes before "Berg Ek  Anna".
 */
export function sortKeyOf(
  familyName: string | null,
  givenName: string | null,
  displayName: string,
): string {
  const family = familyName?.trim() ?? '';
  const given = givenName?.trim() ?? '';
  if (family === '') return displayName.trim();
  return given === '' ? family : `${family}  ${given}`;
}
