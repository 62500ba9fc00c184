import { createHmac, hkdfSync } from 'node:crypto';

/** Digests a normalised distinguished name. */
export type DnDigest = (dn: string) => string;

/**
 * Digests distinguished names under a key of the server's: names are compared, but not kept, since
 * some directories write a personnummer into them.
 */
export function dnDigest(secret: string): DnDigest {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'distinguished names', 32));
  return (dn) => createHmac('sha256', key).update(dn).digest('base64url').slice(0, 22);
}
