import { Injectable, Logger } from '@nestjs/common';
import { auditFactOf } from '../audit/audit-fact-of.js';
import { KeyMint } from '../identity/key-mint.js';
import { Clock } from '../kernel/clock.js';
import type { ApiKeyId } from '../kernel/ids.js';
import { done, refused, type Outcome } from '../kernel/user-error.js';
import type { Viewer } from '../kernel/viewer.js';
import { ApiKeysStore } from '../store/api-keys.store.js';
import { MunicipalitiesStore } from '../store/municipalities.store.js';
import { checkedKeyRequest, type KeyRequest } from './key-request.js';

/** A key that was made, with its whole text, which nobody can be shown again. */
export type CreatedKey = { readonly id: ApiKeyId; readonly text: string };

const fields = ['kind', 'label', 'municipality', 'scopes', 'expiresAt'];

/** Makes a key for a system. A second one of the same kind, municipality and label is how a key is replaced. */
@Injectable()
export class CreateKey {
  readonly #log = new Logger('identity');

  constructor(
    private readonly mint: KeyMint,
    private readonly keys: ApiKeysStore,
    private readonly municipalities: MunicipalitiesStore,
    private readonly clock: Clock,
  ) {}

  /** Makes the key and records who made it, or says why not. */
  async carryOut(viewer: Viewer, wanted: KeyRequest): Promise<Outcome<CreatedKey>> {
    const at = this.clock.now();
    const checked = checkedKeyRequest(wanted, this.municipalities.codes(), at);
    if (!checked.ok) return checked;
    const { municipality } = checked.value;
    const { text, keyId, secretHmac } = this.mint.make(checked.value.role);
    const key = { ...checked.value, keyId, secretHmac, revokedAt: null };
    const fact = { at, municipality, action: 'CREATE_KEY', object: keyId, fields } as const;
    const id = await this.keys.add(key, at, auditFactOf(viewer, fact));
    if (id === null)
      return refused('LIMIT', 'Två sådana nycklar gäller redan. Spärra den gamla först.', 'label');
    this.#log.log(`identity.key_created key=${keyId}`);
    return done({ id, text });
  }
}
