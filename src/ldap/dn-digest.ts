import { hash, hkdfSync } from 'node:crypto';

/** Digests a normalised distinguished name. */
export type DnDigest = (dn: string) => string;

const length = 22;

/**
 * Digests distinguished names under a key of the server's: names are compared, but not kept, since
 * some directories write a personnummer into them. The key stands in front of the name; what that
 * lacks beside an HMAC, that a digest can be continued, is cut off with its end.
 */
export function dnDigest(secret: string): DnDigest {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'distinguished names', 32));
  const prefix = key.toString('base64url');
  return (dn) => hash('sha256', `${prefix} ${dn}`, 'base64url').slice(0, length);
}
