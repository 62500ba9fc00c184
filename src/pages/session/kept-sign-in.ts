/** What a browser must remember while it is at an issuer's login page; nothing of it tells of a person. */
export type KeptSignIn = {
  readonly choice: string;
  readonly redirectUri: string;
  readonly state: string;
  readonly verifier: string;
  /** Where the new token is waited for, when this window has been opened to sign in again. */
  readonly channel: string | null;
};

const place = 'ett-samtal.sign-in';

/** Keeps it until the browser comes back, in this window alone. */
export function keepSignIn(kept: KeptSignIn): void {
  sessionStorage.setItem(place, JSON.stringify(kept));
}

/** What was kept, once: afterwards it is gone. */
export function takeSignIn(): KeptSignIn | null {
  const text = sessionStorage.getItem(place);
  sessionStorage.removeItem(place);
  return text === null ? null : (JSON.parse(text) as KeptSignIn);
}
