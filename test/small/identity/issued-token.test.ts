import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWTPayload } from 'jose';
import { parseDirectories } from '../../../src/config/directories-file.js';
import { IssuedTokens } from '../../../src/identity/issued-token.js';
import { TestClock } from '../../support/clock.js';
import { directoriesFile } from '../../support/raw-entry.js';

let folder: string;
let tokens: IssuedTokens;
let key: CryptoKey;
let strangersKey: CryptoKey;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ett-samtal-'));
  const pair = await generateKeyPair('ES256');
  key = pair.privateKey;
  strangersKey = (await generateKeyPair('ES256')).privateKey;
  const file = join(folder, 'jwks.json');
  const jwk = { ...(await exportJWK(pair.publicKey)), kid: 'one', alg: 'ES256' };
  writeFileSync(file, JSON.stringify({ keys: [jwk] }));
  const issuer = `    issuers: [{ issuer: "https://login.test", audience: ett-samtal, jwks: "${pathToFileURL(file).href}" }]\n`;
  tokens = new IssuedTokens(parseDirectories(directoriesFile(issuer)), new TestClock());
});
afterAll(() => rmSync(folder, { recursive: true }));

const seconds = () => Math.floor(Date.now() / 1000);
const good = (): JWTPayload => ({
  iss: 'https://login.test',
  aud: 'ett-samtal',
  sub: 'anna',
  exp: seconds() + 60,
  employee_id: '40103',
});
const sign = (claims: JWTPayload, by = key, header: object = {}) =>
  new SignJWT(claims).setProtectedHeader({ alg: 'ES256', kid: 'one', ...header }).sign(by);
const without = (name: string) =>
  Object.fromEntries(Object.entries(good()).filter(([n]) => n !== name));

describe("a token of a municipality's issuer", () => {
  test('names an employee of that municipality', async () => {
    const claims = good();
    expect(await tokens.verify(await sign(claims))).toEqual({
      municipality: '1861',
      person: { by: 'EMPLOYEE_ID', value: '40103' },
      roles: ['EMPLOYEE'],
      actor: expect.stringMatching(/^token:[\w-]{22}$/),
      // A minute later than it says, for clocks that differ.
      expiresAt: new Date((Number(claims.exp) + 60) * 1_000),
    });
  });

  test('may make an officer, and nobody who is granted elsewhere', async () => {
    const claimed = { ...good(), roles: ['officer', 'operator', 'technician', 'OFFICER', 7] };
    expect((await tokens.verify(await sign(claimed)))?.roles).toEqual(['EMPLOYEE', 'OFFICER']);
    const text = { ...good(), roles: 'officer' };
    expect((await tokens.verify(await sign(text)))?.roles).toEqual(['EMPLOYEE']);
  });

  test('is taken a minute late, for clocks that differ', async () => {
    expect(await tokens.verify(await sign({ ...good(), exp: seconds() - 30 }))).not.toBeNull();
  });

  test.each<[string, () => Promise<string>]>([
    ['for another audience', () => sign({ ...good(), aud: 'somebody-else' })],
    ['without an audience', () => sign(without('aud'))],
    ['that has expired', () => sign({ ...good(), exp: seconds() - 120 })],
    ['without an expiry', () => sign(without('exp'))],
    ['without a subject', () => sign(without('sub'))],
    ['that is not valid yet', () => sign({ ...good(), nbf: seconds() + 120 })],
    ['of another issuer', () => sign({ ...good(), iss: 'https://login.other.test' })],
    ['without an issuer', () => sign(without('iss'))],
    ["signed with a stranger's key", () => sign(good(), strangersKey)],
    ['signed with a key that is not in the set', () => sign(good(), key, { kid: 'two' })],
    [
      'not signed',
      async () =>
        `${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from(JSON.stringify(good())).toString('base64url')}.`,
    ],
    [
      'signed with a shared secret',
      () =>
        new SignJWT(good())
          .setProtectedHeader({ alg: 'HS256', kid: 'one' })
          .sign(Buffer.alloc(32, 1)),
    ],
    ['that is none', async () => 'a.b.c'],
  ])('%s is nobody', async (_, make) => {
    expect(await tokens.verify(await make())).toBeNull();
  });
});
