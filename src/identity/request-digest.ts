import { createHmac, hkdfSync } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { serverSecret } from '../config/settings.js';

/** Tells one request from another without keeping it: under a key that the database does not have, so that what was asked cannot be guessed from the digest. */
@Injectable()
export class RequestDigest {
  readonly #key: Buffer;

  constructor(@Inject(serverSecret) secret: string) {
    this.#key = Buffer.from(hkdfSync('sha256', secret, '', 'request digest', 32));
  }

  /** The digest of an operation and what it asks, in whatever order its fields stand; null is not the same as absent. */
  of(operation: string, asked: object): string {
    const text = JSON.stringify([operation, asked], inOrder);
    return createHmac('sha256', this.#key).update(text).digest('base64url');
  }
}

function inOrder(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
