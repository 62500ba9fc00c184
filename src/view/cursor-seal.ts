import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createSecretKey,
  hkdfSync,
  randomBytes,
  type KeyObject,
} from 'node:crypto';

const algorithm = 'aes-256-gcm';
const ivLength = 12;
const tagLength = 16;

/** Encrypts what a client is handed to bring back, so that it tells nothing and is good in one context only. */
export class CursorSeal {
  /** As bytes it would be looked at anew for every cursor, which takes ten times as long as the sealing. */
  readonly #key: KeyObject;

  /** Derives a key of its own for each purpose from the server's secret (HKDF, RFC 5869). */
  constructor(secret: string, purpose: string) {
    this.#key = createSecretKey(Buffer.from(hkdfSync('sha256', secret, '', purpose, 32)));
  }

  /** Seals bytes for a context, as base64url. */
  write(bytes: Buffer, context: string): string {
    return this.writer(context)(bytes);
  }

  /** The same for many that have one context. */
  writer(context: string): (bytes: Buffer) => string {
    const about = digest(context);
    return (bytes) => {
      const iv = nonce();
      const cipher = createCipheriv(algorithm, this.#key, iv).setAAD(about);
      const text = cipher.update(bytes);
      return Buffer.concat([iv, text, cipher.final(), cipher.getAuthTag()]).toString('base64url');
    };
  }

  /** The bytes, or null for anything that `write` did not make for this context. */
  read(cursor: string, context: string): Buffer | null {
    try {
      const bytes = Buffer.from(cursor, 'base64url');
      const decipher = createDecipheriv(algorithm, this.#key, bytes.subarray(0, ivLength))
        .setAAD(digest(context))
        .setAuthTag(bytes.subarray(-tagLength));
      const text = decipher.update(bytes.subarray(ivLength, -tagLength));
      return Buffer.concat([text, decipher.final()]);
    } catch {
      return null;
    }
  }
}

/** Random bytes for a hundred, none of which is used twice: to ask for them one by one takes as long as to seal. */
let nonces = Buffer.alloc(0);

function nonce(): Buffer {
  if (nonces.length === 0) nonces = randomBytes(100 * ivLength);
  const iv = nonces.subarray(0, ivLength);
  nonces = nonces.subarray(ivLength);
  return iv;
}

function digest(context: string): Buffer {
  return createHash('sha256').update(context).digest();
}
