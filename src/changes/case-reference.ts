import { refused, type Outcome } from '../kernel/user-error.js';

const maxLength = 100;

/** Why a change of confidentiality cannot be made under this reference to a case, or null when it can. */
export function refusalOfCase(reference: string): Outcome<never> | null {
  if (reference.trim() !== '' && reference.length <= maxLength) return null;
  return refused('INVALID', 'Ange ärendets beteckning, högst 100 tecken.', 'caseReference');
}
