import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { exportJWK, generateKeyPair, importJWK, SignJWT, type JWK } from 'jose';
import { demonstrationIssuerPrefix } from '../config/config.js';
import { demonstrationMunicipalities } from './demonstration-municipalities.js';

/** The stand-in for a municipality's sign-in service. It is configured as any issuer; production refuses it. */
export type DemonstrationIssuer = {
  readonly code: string;
  readonly issuer: string;
  readonly audience: string;
  /** Address of the public keys, as the configuration takes it. */
  readonly jwks: string;
};

const audience = 'ett-samtal';
const algorithm = 'ES256';
const tokenLife = '8h';

/** One issuer for each municipality, each with a key of its own, made once and kept in the state folder. */
export async function prepareIssuers(state: string): Promise<readonly DemonstrationIssuer[]> {
  const folder = join(state, 'issuers');
  mkdirSync(folder, { recursive: true });
  const issuers: DemonstrationIssuer[] = [];
  for (const { code } of demonstrationMunicipalities) {
    const publicFile = join(folder, `${code}.jwks.json`);
    if (!existsSync(privateFile(state, code)) || !existsSync(publicFile)) {
      const pair = await generateKeyPair(algorithm, { extractable: true });
      const secret = JSON.stringify(await exportJWK(pair.privateKey));
      writeFileSync(privateFile(state, code), secret, { mode: 0o600 });
      const key = { ...(await exportJWK(pair.publicKey)), kid: code, alg: algorithm, use: 'sig' };
      writeFileSync(publicFile, JSON.stringify({ keys: [key] }));
    }
    const jwks = pathToFileURL(publicFile).href;
    issuers.push({ code, issuer: `${demonstrationIssuerPrefix}${code}`, audience, jwks });
  }
  return issuers;
}

/** A token for eight hours, as the municipality's sign-in service would give one. Throws when there is no such issuer. */
export async function demonstrationToken(
  state: string,
  who: {
    readonly code: string;
    readonly roles: readonly string[];
    readonly employeeId: string | null;
  },
): Promise<string> {
  const jwk = JSON.parse(readFileSync(privateFile(state, who.code), 'utf8')) as JWK;
  const claims = { roles: who.roles, ...(who.employeeId && { employee_id: who.employeeId }) };
  return new SignJWT(claims)
    .setProtectedHeader({ alg: algorithm, kid: who.code })
    .setIssuer(`${demonstrationIssuerPrefix}${who.code}`)
    .setAudience(audience)
    .setSubject(who.employeeId ?? `${who.roles.join('-') || 'employee'}-${who.code}`)
    .setIssuedAt()
    .setExpirationTime(tokenLife)
    .sign(await importJWK(jwk, algorithm));
}

function privateFile(state: string, code: string): string {
  return join(state, 'issuers', `${code}.private.json`);
}
