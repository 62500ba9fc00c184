import { isOrdinary } from './ordinary-text.js';

/**
 * Controls that are no white space, lone surrogates, soft hyphens, zero-width and direction marks:
 * address books paste them, and they must not hide digits. Takes all that `cleanText` takes.
 */
const invisible =
  /(?![\t-\r\u0085])\p{Cc}|\p{Cs}|[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;

/** Arabic-Indic, Persian and full-width digits: each run starts where the last four bits are 0. */
const foreignDigits = /[\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]/g;

const dashes = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g;

/**
 * Folds the ways of typing the same digits and signs to ASCII, in linear time.
 * Superscripts stay as they are: they are footnote marks, and would add a digit to a number.
 */
export function foldWriting(text: string): string {
  return isOrdinary(text) ? text : foldAnyWriting(text);
}

/** The whole rule, for any text. */
export function foldAnyWriting(text: string): string {
  return text
    .replace(invisible, '')
    .replace(foreignDigits, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf))
    .replace(dashes, '-')
    .replace(/\uff0b/g, '+');
}
