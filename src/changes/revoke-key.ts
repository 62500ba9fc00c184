import { Injectable, Logger } from '@nestjs/common';
import { auditFactOf } from '../audit/audit-fact-of.js';
import { Clock } from '../kernel/clock.js';
import type { ApiKeyId } from '../kernel/ids.js';
import { done, refused, type Outcome } from '../kernel/user-error.js';
import type { Viewer } from '../kernel/viewer.js';
import { ApiKeysStore } from '../store/api-keys.store.js';

/**
 * Revokes keys. A technician's key may revoke itself: whoever finds that it has leaked must be able to
 * close it at once, and the command line can always make another.
 */
@Injectable()
export class RevokeKey {
  readonly #log = new Logger('identity');

  constructor(
    private readonly keys: ApiKeysStore,
    private readonly clock: Clock,
  ) {}

  /** Revokes one key and records it; one that is revoked already stays as it is, and nothing more is recorded. */
  async carryOut(viewer: Viewer, id: ApiKeyId): Promise<Outcome<{ readonly id: ApiKeyId }>> {
    const key = await this.keys.byId(id);
    if (key === null) return refused('NOT_FOUND', 'Det finns ingen sådan.');
    const at = this.clock.now();
    const { keyId, municipality } = key;
    const fact = { at, municipality, action: 'REVOKE_KEY', object: keyId } as const;
    const recorded = auditFactOf(viewer, { ...fact, fields: ['revokedAt'] });
    if (await this.keys.revoke(id, at, recorded))
      this.#log.log(`identity.key_revoked key=${keyId}`);
    return done({ id });
  }
}
