import { createHmac, hkdfSync } from 'node:crypto';
import type { Source } from './read-source.js';

/** After so many refusals the schedule lets an account be, before the directory locks it. */
export const maxRefusals = 2;

/** Names a bind account and its password without telling either, so that new ones are tried at once. */
export function credentialsOf({ directory, password }: Source, secret: string): string {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'bind credentials', 32));
  const text = JSON.stringify([directory.servers, directory.bind.dn, password]);
  return createHmac('sha256', key).update(text).digest('base64url');
}
