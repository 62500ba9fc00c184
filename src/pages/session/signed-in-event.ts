import type { Given } from './sign-in-service.js';

/** Somebody has signed in; `detail` is the token. */
export class SignedInEvent extends CustomEvent<string> {
  constructor(
    readonly given: Given,
    /** Where one can sign in again without leaving the page; null in the demonstration. */
    readonly choice: string | null,
  ) {
    super('signed-in', { detail: given.token });
  }
}
