import type { ApiKeyKind, ApiKeyScope } from './schema-types.js';

/** What a key of a kind can have, as the API takes it. */
export type KeyKind = {
  readonly kind: ApiKeyKind;
  readonly scopes: readonly ApiKeyScope[];
  readonly ofOneMunicipality: boolean;
};

/** The kinds of keys that there are. */
export const keyKinds: readonly KeyKind[] = [
  { kind: 'INTRANET_KEY', scopes: [], ofOneMunicipality: true },
  {
    kind: 'INTEGRATION_KEY',
    scopes: ['NUMBERS_MOBILE', 'ABSENCE_READ', 'CALENDAR_WRITE'],
    ofOneMunicipality: true,
  },
  {
    kind: 'PHONE_SYSTEM_KEY',
    scopes: ['LINE_WRITE', 'PRESENCE_WRITE', 'FORWARDING_WRITE', 'DIAL_WRITE'],
    ofOneMunicipality: false,
  },
  { kind: 'OPERATOR', scopes: [], ofOneMunicipality: false },
  { kind: 'TECHNICIAN', scopes: [], ofOneMunicipality: false },
];

/** How a key is doing. */
export type KeyState = 'WORKS' | 'ENDS_SOON' | 'EXPIRED' | 'REVOKED';
const soon = 30 * 86_400_000;

/** Whether a key works, and for how long. */
export function keyState(
  { revokedAt, expiresAt }: { readonly revokedAt: string | null; readonly expiresAt: string },
  now: number,
): KeyState {
  if (revokedAt !== null) return 'REVOKED';
  const left = Date.parse(expiresAt) - now;
  if (left <= 0) return 'EXPIRED';
  return left < soon ? 'ENDS_SOON' : 'WORKS';
}
