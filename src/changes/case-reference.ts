import { refused, type Outcome } from '../kernel/user-error.js';
import { containsNationalId } from '../staff/national-id.js';

const maxLength = 100;

/** Why a change of confidentiality cannot be made under this reference to a case, or null when it can. It is kept for years, so it names nobody. */
export function refusalOfCase(reference: string): Outcome<never> | null {
  const length = Array.from(reference.trim()).length;
  if (length > 0 && length <= maxLength && !containsNationalId(reference)) return null;
  return refused(
    'INVALID',
    'Ange ärendets beteckning, högst 100 tecken och utan personnummer.',
    'caseReference',
  );
}
