import type { Language } from '../words/words.js';
import type { Refusal } from '../words/refusals.js';

/** Refusals of a field; without a field, those that belong to none of the fields that are shown. */
export function refusalsAt(
  refusals: readonly Refusal[],
  field: string | null,
  shown: readonly string[],
): readonly Refusal[] {
  const fieldOf = (one: Refusal) => one.field?.find((part) => shown.includes(part)) ?? null;
  return refusals.filter((one) => fieldOf(one) === field);
}

const faults: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  sv: {
    NETWORK: 'Servern svarar inte. Inget är sparat. Försök igen om en stund.',
    RATE_LIMITED: 'Det blev för mycket på en gång. Vänta en minut och försök igen.',
    BAD_USER_INPUT: 'Något av värdena går inte att använda. Inget är sparat.',
    OTHER: 'Något gick fel. Inget är sparat. Försök igen om en stund.',
  },
  en: {
    NETWORK: 'The server does not answer. Nothing was saved. Try again in a while.',
    RATE_LIMITED: 'That was too much at once. Wait a minute, and try again.',
    BAD_USER_INPUT: 'One of the values cannot be used. Nothing was saved.',
    OTHER: 'Something went wrong. Nothing was saved. Try again in a while.',
  },
};

/** What is said of a fault with such a code. */
export function faultText(code: string, language: Language): string {
  return faults[language][code] ?? faults[language]['OTHER'] ?? '';
}
