import type { PersonId } from '../kernel/ids.js';

/** Exactly one way to name a person. */
export type PersonRef =
  | { readonly kind: 'ID'; readonly id: PersonId }
  | { readonly kind: 'EMAIL'; readonly email: string }
  | { readonly kind: 'EMPLOYEE'; readonly municipalityCode: string; readonly employeeId: string };
