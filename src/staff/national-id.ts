import { foldWriting } from './fold-writing.js';

/**
 * Ten or twelve digits, the date perhaps with hyphens, that are not part of more digits. Every
 * quantifier is bounded, and a match starts only where a run of digits starts: linear time.
 */
const candidates = /(?<!\d)(?=(\d\d)?(\d\d)-?(\d\d)-?(\d\d)(\s{0,3}[-+]?\s{0,3})(\d{4})(?!\d))/g;

/** The same, for asking only whether there is one: `matchAll` is costly, and nearly no text has any. */
const candidate = new RegExp(candidates.source);

/** The digits of the shortest candidate. Folding never makes a text longer. */
const minLength = 10;

/**
 * The regulator's mobile numbers for fiction (070-174 06 05 to 99), which no telephone has. Written
 * without separators ten of them pass as a samordningsnummer.
 */
const fictionalMobile = /^07017406(?:0[5-9]|[1-9]\d)$/;

/**
 * Whether a text contains what passes as a personnummer or samordningsnummer (folkbokföringslagen
 * 18 and 18 a §§): a date of birth (day + 60 for the latter), three digits and a check digit.
 *
 * Telephone numbers written without separators can pass too: 0406280404 reads as 28 June 2004 with a
 * right check digit. That is accepted: a false alarm loses one field, a miss leaks an identity.
 */
export function containsNationalId(text: string): boolean {
  if (text.length < minLength) return false;
  const folded = foldWriting(text);
  return candidate.test(folded) && anyPasses(folded);
}

/** The whole rule, for any folded text. */
export function anyPasses(folded: string): boolean {
  for (const match of folded.matchAll(candidates)) {
    const [, century, year = '', month = '', day = '', separator = '', serial = ''] = match;
    const digits = year + month + day + serial;
    const fictional = century === undefined && separator === '' && fictionalMobile.test(digits);
    if (!fictional && isDate(century, year, month, day) && passesLuhn(digits)) return true;
  }
  return false;
}

function isDate(century: string | undefined, year: string, month: string, day: string): boolean {
  if (century !== undefined && !['18', '19', '20'].includes(century)) return false;
  const dayOfMonth = Number(day) > 60 ? Number(day) - 60 : Number(day);
  // Without a century either may be meant; 2000 had a 29 February and 1900 had not.
  const fullYear = Number((century ?? '20') + year);
  const date = new Date(Date.UTC(fullYear, Number(month) - 1, dayOfMonth));
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === dayOfMonth;
}

/** The check of ISO/IEC 7812-1 annex B: every other digit doubled, from the left of ten. */
function passesLuhn(digits: string): boolean {
  const products = Array.from(digits, (digit, i) => Number(digit) * (i % 2 === 0 ? 2 : 1));
  const sum = products.reduce((total, product) => total + (product > 9 ? product - 9 : product), 0);
  return sum % 10 === 0;
}
