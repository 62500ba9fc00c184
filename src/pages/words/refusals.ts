import type { Language } from './words.js';

/** Why a change was refused, as the API says it. */
export type Refusal = {
  readonly code: keyof typeof byCode;
  readonly field: readonly string[] | null;
  readonly message: string;
};

/** Every code that there is: another one in the schema does not compile where it is used. */
const byCode = {
  CONFLICT: 'Somebody else has changed this meanwhile. Read again, and try once more.',
  INVALID: 'These values contradict each other or the rules.',
  IN_PAST: 'That time has passed.',
  LIMIT: 'That is too many.',
  LOOP: 'Calls would go round in circles. Choose somebody else.',
  NOT_ALLOWED: 'You may not make this change.',
  NOT_FOUND: 'There is none, or none for you.',
  NUMBER_NOT_ALLOWED:
    'This number is outside the telephone system, and cannot be used during absence.',
  TOO_LONG: 'The text is too long.',
} as const;
const byField: Readonly<Record<string, string>> = {
  'endsAt INVALID': 'The absence ends before it begins.',
  'note INVALID': 'The note may not hold personal details such as health, family or personnummer.',
  'recurrence INVALID': 'The absence does not fit how it is to repeat.',
  'windows NOT_ALLOWED': 'The department has not decided that best-reached times may be given.',
  'startsAt IN_PAST': 'An absence can begin at most a day back.',
};

/** A refusal in the page's language; the API's own text is Swedish. */
export function refusalText({ code, field, message }: Refusal, language: Language): string {
  if (language === 'sv') return message;
  return byField[`${field?.at(-1) ?? ''} ${code}`] ?? byCode[code];
}
