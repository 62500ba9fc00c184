import { Inject, Injectable } from '@nestjs/common';
import { serverSecret } from '../config/settings.js';
import { AppError } from '../kernel/app-error.js';
import { Clock } from '../kernel/clock.js';
import { noRelations } from '../kernel/viewer.js';
import { ApiKeysStore, type StoredKey } from '../store/api-keys.store.js';
import { keyHmac, keyIdOf, sameHmac } from './api-key.js';
import { KeyUse } from './key-use.js';
import type { KnownIdentity } from './known-identity.js';
import { nobody } from './nobody.js';
import { Remembered } from './remembered.js';

/** The keys that are let in, each remembered for a second. */
@Injectable()
export class KnownKeys {
  readonly #remembered = new Remembered<StoredKey>();

  constructor(
    private readonly keys: ApiKeysStore,
    private readonly use: KeyUse,
    private readonly clock: Clock,
    @Inject(serverSecret) private readonly secret: string,
  ) {}

  /** The viewer whom a key stands for, by what was read after `since`. Throws UNAUTHENTICATED. */
  async known(text: string, since: number): Promise<KnownIdentity> {
    const keyId = keyIdOf(text);
    const key = keyId && (await this.key(keyId, since));
    // Both are compared whatever happened, so that an unknown id takes as long as a wrong secret.
    const matches = sameHmac(keyHmac(text, this.secret), key ? key.secretHmac : '');
    if (!key || !matches || key.revokedAt !== null) throw nobody();
    if (key.expiresAt <= this.clock.now())
      throw new AppError('UNAUTHENTICATED', 'This key has expired: ask for a new one.');
    return this.identityOf(key);
  }

  /** A key that works, by its public id, for whoever shows something that was made with it; or null. */
  async usable(keyId: string, since: number): Promise<StoredKey | null> {
    const key = await this.key(keyId, since);
    if (key === null || key.revokedAt !== null || key.expiresAt <= this.clock.now()) return null;
    return key;
  }

  /** The viewer whom a key that works stands for. */
  identityOf(key: StoredKey): KnownIdentity {
    this.use.note(key.keyId, this.clock.now());
    const viewer = {
      roles: [key.role],
      municipality: key.municipality,
      personId: null,
      scopes: key.scopes,
      actor: `key:${key.keyId}`,
      ...noRelations,
    };
    return { viewer, expired: () => key.expiresAt <= this.clock.now() };
  }

  private async key(keyId: string, since: number): Promise<StoredKey | null> {
    const now = this.clock.now().getTime();
    return this.#remembered.of(keyId, now, () => this.keys.byKeyId(keyId), since);
  }
}
