import { Inject, Injectable } from '@nestjs/common';
import { serverSecret } from '../config/settings.js';
import { AppError } from '../kernel/app-error.js';
import { Clock } from '../kernel/clock.js';
import { noRelations, type Viewer } from '../kernel/viewer.js';
import { ApiKeysStore, type StoredKey } from '../store/api-keys.store.js';
import { keyHmac, keyIdOf, sameHmac } from './api-key.js';
import { KeyUse } from './key-use.js';

/** A revocation reaches every process within this time, counted from before the key was read. */
const rememberMilliseconds = 1_000;

/** The keys that are let in, each remembered for a second. */
@Injectable()
export class KnownKeys {
  readonly #remembered = new Map<string, { readonly key: StoredKey; readonly readAt: number }>();

  constructor(
    private readonly keys: ApiKeysStore,
    private readonly use: KeyUse,
    private readonly clock: Clock,
    @Inject(serverSecret) private readonly secret: string,
  ) {}

  /** The viewer whom a key stands for. Throws UNAUTHENTICATED. */
  async viewer(text: string): Promise<Viewer> {
    const keyId = keyIdOf(text);
    const key = keyId && (await this.key(keyId));
    // Both are compared whatever happened, so that an unknown id takes as long as a wrong secret.
    const matches = sameHmac(keyHmac(text, this.secret), key ? key.secretHmac : '');
    if (!key || !matches || key.revokedAt !== null)
      throw new AppError('UNAUTHENTICATED', 'This key is not known.');
    if (key.expiresAt <= this.clock.now())
      throw new AppError('UNAUTHENTICATED', 'This key has expired: ask for a new one.');
    this.use.note(key.keyId, this.clock.now());
    return {
      roles: [key.role],
      municipality: key.municipality,
      personId: null,
      scopes: key.scopes,
      actor: `key:${key.keyId}`,
      ...noRelations,
    };
  }

  private async key(keyId: string): Promise<StoredKey | null> {
    const now = this.clock.now().getTime();
    const remembered = this.#remembered.get(keyId);
    // A clock that is set back makes nothing younger.
    const age = remembered === undefined ? -1 : now - remembered.readAt;
    if (remembered && age >= 0 && age < rememberMilliseconds) return remembered.key;
    const key = await this.keys.byKeyId(keyId);
    if (key === null) this.#remembered.delete(keyId);
    else this.#remembered.set(keyId, { key, readAt: now });
    return key;
  }
}
