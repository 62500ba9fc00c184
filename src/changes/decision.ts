import { done, refused, type Outcome } from '../kernel/user-error.js';
import { cleanText } from '../staff/names.js';
import { containsNationalId } from '../staff/national-id.js';
import type { Decision } from '../staff/settings.js';
import { dateInSweden } from '../staff/swedish-time.js';

const maxLength = 100;

/** The decision with its reference cleaned, or why it is none; `field` is where it stands in the input. */
export function checkedDecision(
  { reference, decidedOn }: { readonly [K in keyof Decision]: Decision[K] | null },
  now: Date,
  ...field: string[]
): Outcome<Decision> {
  const cleaned = cleanText(reference ?? '', maxLength + 1);
  if (cleaned === null || Array.from(cleaned).length > maxLength || containsNationalId(cleaned)) {
    const message = `Ange beslutets beteckning, högst ${maxLength} tecken och inget personnummer.`;
    return refused('INVALID', message, ...field, 'decisionReference');
  }
  if (decidedOn === null)
    return refused('INVALID', 'Ange dagen för beslutet.', ...field, 'decidedOn');
  // Days of this form are in order as texts.
  if (decidedOn > dateInSweden(now))
    return refused('INVALID', 'Beslutet är inte fattat än.', ...field, 'decidedOn');
  return done({ reference: cleaned, decidedOn });
}
