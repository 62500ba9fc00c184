import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import type { E164, Extension } from './phone-number.js';

/** A number to call: from anywhere, from within its dial plan, or both. */
export type CallableNumber = { readonly e164: E164 | null; readonly extension: Extension | null };

/** A domain name or the beginning of a global number: what RFC 3966 section 3 lets a context be. */
const context =
  /^(?:\+\d{1,15}|(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)*[a-z](?:[a-z\d-]{0,61}[a-z\d])?)$/i;

/**
 * The tel: URI of a number (RFC 3966): "tel:+46582001234", or "tel:1240;phone-context=laxa.se" for an
 * extension alone. The context must be a domain that the municipality holds, since the pair names the
 * number worldwide (section 5.1.5). Null when there is nothing to dial, or no usable context.
 */
export function telUri(number: CallableNumber, phoneContext: string): string | null {
  const { e164, extension } = number;
  if (e164 !== null) {
    // A direct number ends with its own extension; to dial that again would send tones into the call.
    const within = extension === null || e164.endsWith(extension);
    return within ? `tel:${e164}` : `tel:${e164};ext=${extension}`;
  }
  const usable = phoneContext.length <= 253 && context.test(phoneContext);
  return extension === null || !usable ? null : `tel:${extension};phone-context=${phoneContext}`;
}

/** A number as people in Sweden write it, such as "0582-00 12 34"; a foreign one keeps its country code. */
export function formatNational(e164: E164): string {
  const phone = parsePhoneNumberFromString(e164);
  if (phone === undefined || phone.number !== e164) return e164;
  if (phone.countryCallingCode !== '46') return phone.formatInternational();
  const national = `0${phone.nationalNumber}`;
  const formatted = phone.formatNational();
  // The library leaves out the trunk 0 of lengths that it has no pattern for.
  return formatted.replace(/\D/g, '') === national ? formatted : national;
}

/**
 * A number as it is dialled in Sweden: "0582-00 12 34", "0047-22 12 34 56". For paper and spreadsheets,
 * where a plus sign begins a formula, and where digits that nothing parts become a quantity.
 */
export function dialledInSweden(e164: E164): string {
  const shown = formatNational(e164);
  return shown.startsWith('+') ? shown.replace('+', '00').replace(' ', '-') : shown;
}
