/** Why somebody did not get signed in, as the visitor may know it; the log tells the technician more. */
export type SignInRefusal =
  /** There is no such choice here. */
  | 'UNKNOWN_CHOICE'
  /** The municipality's sign-in service does not answer, or not as it should. */
  | 'ISSUER_UNAVAILABLE'
  /** It answered somebody else's question, or not the one that it was asked. */
  | 'OTHER_ISSUER'
  /** It knows no such code: used before, too old, or another's. */
  | 'CODE_REFUSED'
  /** It gave what the API would not take: the configuration is not right. */
  | 'TOKEN_NOT_ACCEPTED';

/** Nobody got signed in. */
export class SignInRefused extends Error {
  constructor(readonly code: SignInRefusal) {
    super(`Not signed in: ${code}.`);
    this.name = 'SignInRefused';
  }
}
