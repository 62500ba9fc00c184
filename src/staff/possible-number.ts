// The small metadata: only lengths are asked here. Validity by type (the large one) would refuse
// series that were assigned after this edition of the library.
import { Metadata, parsePhoneNumberFromString } from 'libphonenumber-js/min';

/** A Swedish number without a trunk 0: there is nothing to take away from it. */
const plainSwedish = /^\+46[1-9]\d*$/;

const plans = new Metadata();
plans.selectNumberingPlan('SE');
const swedishLengths = new Set(plans.numberingPlan?.possibleLengths());

/**
 * The number that a plus sign and digits reach, as the library judges; null when no number of that
 * country has so many. All that it asks of a plain Swedish number is the length, so that is asked of
 * it beforehand: taking the number apart each time would cost more than the rest of a directory entry.
 */
export function possibleNumber(dialled: string): string | null {
  if (!plainSwedish.test(dialled)) return anyPossibleNumber(dialled);
  return swedishLengths.has(dialled.length - '+46'.length) ? dialled : null;
}

function anyPossibleNumber(dialled: string): string | null {
  const phone = parsePhoneNumberFromString(dialled);
  if (phone === undefined || !phone.isPossible()) return null;
  const { number } = phone;
  if (number === dialled) return number;
  // A foreign number with a surplus trunk 0 would be another one each time that it is read.
  return parsePhoneNumberFromString(number)?.number === number ? number : null;
}
