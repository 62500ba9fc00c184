import type { UserErrorCode } from './words.js';

/** An expected refusal: a value, not an exception. The message is Swedish, for people. */
export type UserError = {
  readonly code: UserErrorCode;
  readonly message: string;
  /** Path in the input, such as ["input", "endsAt"]. */
  readonly field: readonly string[] | null;
};

/** What a change gives: its result, or why it was refused. Nothing is half done. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly errors: readonly [UserError, ...UserError[]] };

/** A change that was carried out. */
export function done<T>(value: T): Outcome<T> {
  return { ok: true, value };
}

/** A change that was refused, with the input field (below "input") that is to blame. */
export function refused(code: UserErrorCode, message: string, ...field: string[]): Outcome<never> {
  const path = field.length === 0 ? null : ['input', ...field];
  return { ok: false, errors: [{ code, message, field: path }] };
}
