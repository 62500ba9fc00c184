import { done, refused, type Outcome } from '../kernel/user-error.js';
import {
  isDigit,
  isLetterCode,
  letterCodeFrom,
  maxLabel,
  type ReasonSetting,
} from '../staff/absence-reasons.js';
import { isForbiddenCode, isForbiddenLabel } from '../staff/forbidden-reasons.js';
import { cleanText } from '../staff/names.js';

/**
 * The whole list with the changes in it, or why it cannot be so. What is refused as a reason that may not
 * exist is not repeated in the message.
 */
export function checkedReasons(
  changes: readonly ReasonSetting[],
  before: readonly ReasonSetting[],
): Outcome<readonly ReasonSetting[]> {
  const cleaned = changes.map(clean);
  for (const [i, one] of cleaned.entries()) {
    const refusal = refusalOf(one, ['reasons', String(i)]);
    if (refusal) return refusal;
    if (cleaned.findIndex((other) => other.reason === one.reason) !== i)
      return refused('INVALID', 'Orsaken står två gånger.', 'reasons', String(i), 'reason');
  }
  const after = before.map((one) => cleaned.find(({ reason }) => reason === one.reason) ?? one);
  for (const [i, one] of cleaned.entries()) {
    const field = doubledIn(one, after);
    if (field !== null)
      return refused('INVALID', 'Den har en annan orsak redan.', 'reasons', String(i), field);
  }
  return done(after);
}

function clean(one: ReasonSetting): ReasonSetting {
  return {
    reason: one.reason,
    inUse: one.inUse,
    labelSv: cleanText(one.labelSv, maxLabel + 1) ?? '',
    labelEn: cleanText(one.labelEn, maxLabel + 1) ?? '',
    digit: one.digit,
    letterCode: one.letterCode === null ? null : letterCodeFrom(one.letterCode),
  };
}

function refusalOf(one: ReasonSetting, path: readonly string[]): Outcome<never> | null {
  const { reason, inUse, digit, letterCode } = one;
  if (reason === 'OTHER' && !inUse)
    return refused('INVALID', '"Ej anträffbar" måste finnas.', ...path, 'inUse');
  for (const field of ['labelSv', 'labelEn'] as const) {
    if (one[field] === '') return refused('INVALID', 'Ange en text.', ...path, field);
    if (Array.from(one[field]).length > maxLabel)
      return refused('TOO_LONG', `Texten får ha högst ${maxLabel} tecken.`, ...path, field);
    if (isForbiddenLabel(one[field])) return refused('INVALID', tells, ...path, field);
  }
  if (digit !== null && !isDigit(digit))
    return refused('INVALID', 'Ange en siffra, 0 till 9.', ...path, 'digit');
  if (letterCode !== null && !isLetterCode(letterCode))
    return refused('INVALID', 'Ange tre bokstäver, A till Ö.', ...path, 'letterCode');
  if (letterCode !== null && isForbiddenCode(letterCode))
    return refused('INVALID', tells, ...path, 'letterCode');
  return null;
}

/** For a label, a code and a note alike. */
export const tells =
  'Orsaker som rör hälsa, vård, föräldraskap eller fackligt arbete sparas inte. Använd "Ej anträffbar".';

/** Which of its signs another reason in use has as well. */
function doubledIn(one: ReasonSetting, all: readonly ReasonSetting[]) {
  if (!one.inUse) return null;
  const others = all.filter((other) => other.inUse && other.reason !== one.reason);
  const fields = ['digit', 'letterCode'] as const;
  return (
    fields.find(
      (field) => one[field] !== null && others.some((other) => other[field] === one[field]),
    ) ?? null
  );
}
