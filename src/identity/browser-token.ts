import {
  createHmac,
  createSecretKey,
  hkdfSync,
  timingSafeEqual,
  type KeyObject,
} from 'node:crypto';

/** What every browser token looks like, for those who scan for leaked ones. */
export const browserTokenPattern = /^vxb_([0-9A-Za-z]{8})_([0-9a-z]{1,9})_([\w-]{43})$/;

/** What a token is bound to: the page that may show it, and the key that it was made with. */
export type BoundTo = {
  readonly keyId: string;
  readonly municipality: string;
  readonly origin: string;
};

/** What a token says of itself, before anything of it is believed. */
export type ClaimedToken = {
  readonly keyId: string;
  readonly expiresAt: Date;
  readonly signature: string;
};

/** A token: `vxb_<public id of the key>_<seconds>_<signature>`. What it is bound to is signed, and not all told. */
export function browserTokenText(bound: BoundTo, expiresAt: Date, secret: string): string {
  const expiry = Math.floor(expiresAt.getTime() / 1_000).toString(36);
  return `vxb_${bound.keyId}_${expiry}_${signature(bound, expiry, secret)}`;
}

/** Reads a token of the right form, or gives null. */
export function claimedToken(text: string): ClaimedToken | null {
  const [, keyId, expiry, signed] = browserTokenPattern.exec(text) ?? [];
  if (keyId === undefined || expiry === undefined || signed === undefined) return null;
  return { keyId, expiresAt: new Date(parseInt(expiry, 36) * 1_000), signature: signed };
}

/** Whether the token was made here, for exactly this page, key and municipality; in constant time. */
export function isBoundTo(token: ClaimedToken, bound: BoundTo, secret: string): boolean {
  const expiry = Math.floor(token.expiresAt.getTime() / 1_000).toString(36);
  const expected = Buffer.from(signature(bound, expiry, secret));
  const given = Buffer.from(token.signature);
  return expected.length === given.length && timingSafeEqual(expected, given);
}

/** As JSON, so that no part can run into the next. */
function signature({ keyId, municipality, origin }: BoundTo, expiry: string, secret: string) {
  const text = JSON.stringify([keyId, expiry, municipality, origin]);
  return createHmac('sha256', signingKey(secret)).update(text).digest('base64url');
}

const signingKeys = new Map<string, KeyObject>();

/** A key of its own for this purpose, derived from the server's secret (HKDF, RFC 5869). */
function signingKey(secret: string): KeyObject {
  const known = signingKeys.get(secret);
  if (known) return known;
  const bytes = hkdfSync('sha256', secret, '', 'browser token', 32);
  const key = createSecretKey(Buffer.from(bytes));
  signingKeys.set(secret, key);
  return key;
}
