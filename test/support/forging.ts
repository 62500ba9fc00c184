import { createHmac, createSign, KeyObject } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  CompactEncrypt,
  exportJWK,
  exportSPKI,
  generateKeyPair,
  SignJWT,
  type CryptoKey,
  type JWK,
  type JWTPayload,
} from 'jose';

type Claims = Readonly<Record<string, unknown>>;

/** Keys of two municipalities' issuers, of a retired one and of an attacker, and what they sign. */
export type Forge = {
  readonly keyFiles: { readonly hallsberg: string; readonly laxa: string };
  /** The claims of an officer of Hallsberg whose entry is Marianne's; an undefined claim is left out. */
  claims(different?: Claims): JWTPayload;
  /** Signed with Hallsberg's own key. */
  sign(claims?: JWTPayload, header?: object): Promise<string>;
  signAs(
    who: 'hallsberg' | 'laxa' | 'retired' | 'attacker',
    claims?: JWTPayload,
    header?: object,
  ): Promise<string>;
  /** Signed with Hallsberg's RSA key, under an algorithm of RSA. */
  signRsa(algorithm: string, claims?: JWTPayload): Promise<string>;
  /** Any header, claims and signature, put together. */
  raw(header: object | string, claims: object | string, signature?: string): string;
  /** A true signature by Hallsberg over a header and claims as they are written. */
  signWritten(header: string, claims: string): string;
  /** Signed with a public key of Hallsberg as if it were a shared secret. */
  confused(kind: 'EC' | 'RSA', form: 'PEM' | 'JWK'): Promise<string>;
  encrypted(): Promise<string>;
  readonly attackersKey: JWK;
  close(): void;
};

export const issuers = { hallsberg: 'https://login.test/1861', laxa: 'https://login.test/1860' };

/** Makes the keys, and writes what the issuers publish. */
export async function openForge(): Promise<Forge> {
  const pair = (algorithm: string) => generateKeyPair(algorithm, { extractable: true });
  const [own, rsa, other, retired, attacker] = await Promise.all([
    pair('ES256'),
    pair('RS256'),
    pair('ES256'),
    pair('ES256'),
    pair('ES256'),
  ]);
  const folder = mkdtempSync(join(tmpdir(), 'ett-samtal-'));
  const publish = async (name: string, keys: Readonly<Record<string, CryptoKey>>) => {
    const all = Object.entries(keys).map(async ([kid, key]) => ({
      ...(await exportJWK(key)),
      kid,
    }));
    const file = join(folder, name);
    writeFileSync(file, JSON.stringify({ keys: await Promise.all(all) }));
    return pathToFileURL(file).href;
  };
  const hallsberg = await publish('1861.json', { ec: own.publicKey, rsa: rsa.publicKey });
  const laxa = await publish('1860.json', { ec: other.publicKey });
  const keys = { hallsberg: own, laxa: other, retired, attacker };
  const claims = (different: Claims = {}): JWTPayload => {
    const now = Math.floor(Date.now() / 1000);
    return {
      iss: issuers.hallsberg,
      aud: 'ett-samtal',
      sub: 'marianne',
      iat: now,
      exp: now + 600,
      employee_id: '40101',
      roles: ['officer'],
      ...different,
    };
  };
  const signAs: Forge['signAs'] = (who, given = claims(), header = {}) =>
    new SignJWT(given)
      .setProtectedHeader({ alg: 'ES256', kid: 'ec', typ: 'at+jwt', ...header })
      .sign(keys[who].privateKey);
  const ownKey: KeyObject = KeyObject.from(own.privateKey);
  return {
    keyFiles: { hallsberg, laxa },
    claims,
    signAs,
    sign: (given, header) => signAs('hallsberg', given, header),
    signRsa: async (alg, given = claims()) => {
      const importable = {
        name: alg.startsWith('PS') ? 'RSA-PSS' : 'RSASSA-PKCS1-v1_5',
        hash: `SHA-${alg.slice(2)}`,
      };
      const jwk = { ...(await exportJWK(rsa.privateKey)), alg, key_ops: ['sign'] };
      const key = await crypto.subtle.importKey('jwk', jwk, importable, false, ['sign']);
      return new SignJWT(given).setProtectedHeader({ alg, kid: 'rsa', typ: 'at+jwt' }).sign(key);
    },
    raw,
    signWritten: (header, payload) => {
      const input = `${encode(header)}.${encode(payload)}`;
      const signer = createSign('sha256').update(input);
      return `${input}.${signer.sign({ key: ownKey, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`;
    },
    confused: async (kind, form) => {
      const key = kind === 'EC' ? own.publicKey : rsa.publicKey;
      const secret = form === 'PEM' ? await exportSPKI(key) : JSON.stringify(await exportJWK(key));
      const input = raw({ alg: 'HS256', kid: kind === 'EC' ? 'ec' : 'rsa' }, claims()).slice(0, -1);
      return `${input}.${createHmac('sha256', secret).update(input).digest('base64url')}`;
    },
    encrypted: async () =>
      new CompactEncrypt(Buffer.from(await signAs('hallsberg')))
        .setProtectedHeader({ alg: 'ECDH-ES', enc: 'A256GCM', kid: 'ec', cty: 'JWT' })
        .encrypt((await generateKeyPair('ECDH-ES')).publicKey),
    attackersKey: { ...(await exportJWK(attacker.publicKey)), kid: 'ec' },
    close: () => rmSync(folder, { recursive: true }),
  };
}

function raw(header: object | string, claims: object | string, signature = ''): string {
  return `${encode(header)}.${encode(claims)}.${signature}`;
}

function encode(part: object | string): string {
  return Buffer.from(typeof part === 'string' ? part : JSON.stringify(part)).toString('base64url');
}
