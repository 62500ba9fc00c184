import type { Role } from './words.js';

/** The short word in a key that tells a reader, and a secret scanner, what kind of key it is. People's roles have none. */
export const kindWords = {
  OPERATOR: 'op',
  TECHNICIAN: 'te',
  INTRANET_KEY: 'ik',
  PHONE_SYSTEM_KEY: 'pk',
  INTEGRATION_KEY: 'ig',
} as const satisfies Partial<Record<Role, string>>;

/** The roles that a key can have. */
export type KeyRole = keyof typeof kindWords;

/** The public part of a key, such as `vxk_ik_7Q2fAb3d`: what it begins with, and no secret. */
export function keyPrefix(role: KeyRole, keyId: string): string {
  return `vxk_${kindWords[role]}_${keyId}`;
}
