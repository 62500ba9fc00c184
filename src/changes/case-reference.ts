import { refused, type Outcome } from '../kernel/user-error.js';
import { isCaseReference } from '../staff/case-reference.js';

/** Why a change of confidentiality cannot be made under this reference to a case, or null when it can. */
export function refusalOfCase(reference: string): Outcome<never> | null {
  if (isCaseReference(reference)) return null;
  return refused(
    'INVALID',
    'Ange ärendets beteckning, högst 100 tecken och utan personnummer.',
    'caseReference',
  );
}
