import { compactDigits, maxWrittenLength, takeApart } from './number-parts.js';

/**
 * The digits that somebody means who types a number or its end, to be matched as the suffix of an
 * E.164 number or an extension; null when it is no number, or shorter than 3 digits.
 */
export function searchDigits(text: string): string | null {
  if (text.length > maxWrittenLength) return null;
  // Who has just dialled leaves a # or * at the end.
  const parts = takeApart(text.trim().replace(/(?<![#*])[#*]+$/, ''));
  if (parts === null) return null;
  const typed = compactDigits(parts.main === '' ? parts.extension : parts.main);
  if (!/^\+?\d{3,19}$/.test(typed)) return null;
  const digits = withoutPrefix(typed);
  return digits.length < 3 || digits.length > 15 ? null : digits;
}

/** Country code and trunk 0 go, where the length shows that they are prefixes: "00 12 44" is local. */
function withoutPrefix(typed: string): string {
  if (/^\+46|^0046\d{3}|^46\d{7}/.test(typed)) return typed.replace(/^(?:\+|00)?460?/, '');
  if (typed.startsWith('+')) return typed.slice(1);
  if (/^00\d{7}/.test(typed)) return typed.slice(2);
  return /^0[1-9]/.test(typed) ? typed.slice(1) : typed;
}
