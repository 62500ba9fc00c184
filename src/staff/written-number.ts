import { cleanText } from './names.js';
import { compactDigits, maxWrittenLength, splitNumbers, takeApart } from './number-parts.js';
import { parseE164, parseExtension } from './phone-number.js';
import type { E164, NumberPlan, ParsedNumber } from './phone-number.js';
import { possibleNumber } from './possible-number.js';

/** What one directory value holds: its numbers in order, and how many parts of it were none. */
export type WrittenNumbers = {
  readonly numbers: readonly ParsedNumber[];
  readonly rejected: number;
};

/**
 * Short numbers of the national plan (112, 113 13, 114 14, 116 xxx, 118 xxx, 90 000): nobody's direct
 * number, and never an area's. 1177 is not among them: too short for E.164, and a common extension.
 */
const serviceNumber = /^(?:112|11[34]\d\d|116\d{3}|118\d{3}|90000)$/;

/** National numbers that can't be somebody's: service numbers, and those with a second trunk 0. */
const nobodys = new RegExp(`^0|${serviceNumber.source}`);

/** Reads every number that people write into one directory value; never throws, a value that is none counts as rejected. */
export function parseWrittenNumbers(value: string, plan: NumberPlan): WrittenNumbers {
  if (value.length > maxWrittenLength) return { numbers: [], rejected: 1 };
  const written = splitNumbers(value);
  const numbers = written.map((text) => parseOne(text, plan)).filter((number) => number !== null);
  return { numbers, rejected: written.length - numbers.length };
}

function parseOne(text: string, plan: NumberPlan): ParsedNumber | null {
  const parts = takeApart(text);
  if (parts === null) return null;
  const original = cleanText(text, maxWrittenLength) ?? '';
  const short = parts.extension === '' ? bareExtension(parts.main, plan) : parts.extension;
  const extension = short === null ? null : parseExtension(compactDigits(short));
  if (short !== null && extension === null) return null;
  if (parts.main === '' || parts.main === short)
    return extension && { e164: null, extension, original };
  const e164 = toE164(compactDigits(parts.main), plan);
  return e164 && { e164, extension, original };
}

/** Digits alone, as many as the plan has; a leading 0 leads out of the exchange, and "10.30" is a time. */
function bareExtension(main: string, plan: NumberPlan): string | null {
  const digits = main.replace(/[ -]/g, '');
  if (digits.length !== plan.extensionDigits || !/^[1-9]\d*$/.test(digits)) return null;
  return serviceNumber.test(digits) ? null : main;
}

function toE164(digits: string, plan: NumberPlan): E164 | null {
  if (!/^\+?\d{5,19}$/.test(digits)) return null;
  const dialled = internationalForm(digits, plan);
  const number = dialled === null ? null : possibleNumber(dialled);
  if (number === null) return null;
  const nationalNumber = number.startsWith('+46') ? number.slice('+46'.length) : '';
  return nobodys.test(nationalNumber) ? null : parseE164(number);
}

/**
 * The forms differ in how they begin and in length, so that no number is read in two ways: only a
 * local number begins with 00 and has fewer than 9 digits. More digits without any prefix are as
 * often a personnummer, and are not guessed at.
 */
function internationalForm(digits: string, plan: NumberPlan): string | null {
  if (digits.startsWith('+')) return digits;
  if (/^0[1-9]/.test(digits)) return `+46${digits.slice(1)}`;
  if (digits.length >= 9) {
    if (digits.startsWith('00')) return `+${digits.slice(2)}`;
    return digits.startsWith('46') ? `+${digits}` : null;
  }
  const national = plan.areaCode.replace(/^0/, '') + digits;
  return serviceNumber.test(digits) || national.length > 9 ? null : `+46${national}`;
}
