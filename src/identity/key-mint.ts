import { Inject, Injectable } from '@nestjs/common';
import { serverSecret } from '../config/settings.js';
import type { KeyRole } from '../kernel/key-words.js';
import { keyHmac, newApiKey } from './api-key.js';

/** A key that nobody has seen yet: its text for whoever asked for it, and what is stored of it. */
export type MintedKey = {
  readonly text: string;
  readonly keyId: string;
  readonly secretHmac: string;
};

/** Makes keys, under the pepper that the database does not have. */
@Injectable()
export class KeyMint {
  constructor(@Inject(serverSecret) private readonly secret: string) {}

  /** A new key of this kind; it works once what is stored of it is stored. */
  make(role: KeyRole): MintedKey {
    const { text, keyId } = newApiKey(role);
    return { text, keyId, secretHmac: keyHmac(text, this.secret) };
  }
}
