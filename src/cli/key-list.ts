import type { ApiKeyView } from '../view/keys.view.js';

/** One line of the list of keys, its parts with tabs between: for people and for `cut`. Nothing in it lets anybody in. */
export function keyLine(key: ApiKeyView, now: Date): string {
  const state = key.revokedAt !== null ? 'revoked' : key.expiresAt <= now ? 'expired' : 'live';
  return [
    key.keyId,
    state,
    key.kind,
    key.municipality?.code ?? 'all',
    key.scopes.join(',') || '-',
    `expires ${key.expiresAt.toISOString().slice(0, 10)}`,
    `used ${key.lastUsedOn ?? 'never'}`,
    key.label,
  ].join('\t');
}
