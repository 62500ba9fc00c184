/** What an issuer's answer in the address bar says: a code, or why there is none. */
export type CameBack =
  | { readonly kind: 'CODE'; readonly code: string; readonly iss: string | null }
  | { readonly kind: 'REFUSED'; readonly denied: boolean }
  /** Not what this window has asked for. */
  | { readonly kind: 'STRANGE' };

/** Reads an answer, for whoever waits for `state`; null when the address holds none. */
export function cameBack(search: string, state: string | null): CameBack | null {
  const given = new URLSearchParams(search);
  const [code, error] = [given.get('code'), given.get('error')];
  if (!given.has('state') && code === null && error === null) return null;
  if (state === null || given.get('state') !== state) return { kind: 'STRANGE' };
  if (error !== null) return { kind: 'REFUSED', denied: error === 'access_denied' };
  return code === null ? { kind: 'STRANGE' } : { kind: 'CODE', code, iss: given.get('iss') };
}
