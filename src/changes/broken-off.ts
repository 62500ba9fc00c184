import { refused, type Outcome } from '../kernel/user-error.js';

/** The refusal of what was dialled and is understood only up to a character, counted from 1. */
export function brokenOff(at: number): Outcome<never> {
  return refused('INVALID', `Koden går inte att förstå från tecken ${at}.`, 'dialled');
}

/** The refusal of a change, for whoever has dialled it and knows no other field. */
export function asDialled(outcome: Extract<Outcome<unknown>, { readonly ok: false }>) {
  const [{ code, message }] = outcome.errors;
  return refused(code, message, 'dialled');
}
