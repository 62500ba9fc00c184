import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { AppError } from '../kernel/app-error.js';
import type { PagePosition } from '../kernel/page.js';
import { serverSecret } from '../config/settings.js';

const algorithm = 'aes-256-gcm';
const ivLength = 12;
const tagLength = 16;

/** Page cursors: encrypted, and good only for the same viewer and the same query. They give no rights. */
@Injectable()
export class Cursors {
  readonly #key: Buffer;

  constructor(@Inject(serverSecret) secret: string) {
    this.#key = Buffer.from(hkdfSync('sha256', secret, '', 'page cursors', 32));
  }

  /** Writes a position; `context` is whatever the cursor must not outlive, such as viewer and query. */
  write(position: PagePosition, context: unknown): string {
    const iv = randomBytes(ivLength);
    const cipher = createCipheriv(algorithm, this.#key, iv).setAAD(digest(context));
    const text = cipher.update(JSON.stringify([position.sortKey, position.id]), 'utf8');
    return Buffer.concat([iv, text, cipher.final(), cipher.getAuthTag()]).toString('base64url');
  }

  /** Reads a position back. Throws BAD_USER_INPUT for anything that `write` did not make for this context. */
  read(cursor: string, context: unknown): PagePosition {
    try {
      const bytes = Buffer.from(cursor, 'base64url');
      const decipher = createDecipheriv(algorithm, this.#key, bytes.subarray(0, ivLength))
        .setAAD(digest(context))
        .setAuthTag(bytes.subarray(-tagLength));
      const text = decipher.update(bytes.subarray(ivLength, -tagLength));
      const [sortKey, id] = JSON.parse(
        Buffer.concat([text, decipher.final()]).toString('utf8'),
      ) as [string, string];
      return { sortKey, id };
    } catch {
      throw new AppError('BAD_USER_INPUT', 'The cursor in "after" is not one of this list.');
    }
  }
}

function digest(context: unknown): Buffer {
  return createHash('sha256').update(JSON.stringify(context)).digest();
}
