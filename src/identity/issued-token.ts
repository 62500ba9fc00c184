import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  createLocalJWKSet,
  createRemoteJWKSet,
  decodeJwt,
  jwtVerify,
  type JSONWebKeySet,
  type JWTVerifyGetKey,
} from 'jose';
import type { DirectoriesFile, IssuerConfig } from '../config/directories-file.js';
import type { MunicipalityCode } from '../kernel/ids.js';
import type { Role } from '../kernel/words.js';

/** What a token of a municipality's issuer says of a person. It never gives rights in another municipality. */
export type IssuedIdentity = {
  readonly municipality: MunicipalityCode;
  readonly employeeId: string | null;
  readonly roles: readonly Role[];
  /** Tells two people apart without naming either: `token:` and a digest of issuer and subject. */
  readonly actor: string;
};

type TrustedIssuer = IssuerConfig & {
  readonly municipality: MunicipalityCode;
  readonly keys: JWTVerifyGetKey;
};

const algorithms = ['ES256', 'RS256', 'PS256'];
const clockToleranceSeconds = 60;
/** Words in the roles claim that give rights; operators and technicians are granted here, not by a claim. */
const claimedRoles: Readonly<Record<string, Role>> = { officer: 'OFFICER', auditor: 'AUDITOR' };

/** Verifies the tokens of the configured issuers (OpenID Connect, RFC 9068). */
export class IssuedTokens {
  readonly #issuers: ReadonlyMap<string, TrustedIssuer>;

  constructor(file: DirectoriesFile) {
    this.#issuers = new Map(
      file.municipalities.flatMap(({ code, issuer }) =>
        issuer === undefined
          ? []
          : [
              [
                issuer.issuer,
                { ...issuer, municipality: code as MunicipalityCode, keys: keysOf(issuer) },
              ],
            ],
      ),
    );
  }

  /** What the token says, or null when it is not a valid token of a configured issuer. */
  async verify(token: string): Promise<IssuedIdentity | null> {
    try {
      // Read before it is verified, only to choose whose key must have signed it.
      const issuer = this.#issuers.get(decodeJwt(token).iss ?? '');
      if (issuer === undefined) return null;
      const { payload } = await jwtVerify(token, issuer.keys, {
        issuer: issuer.issuer,
        audience: issuer.audience,
        algorithms,
        clockTolerance: clockToleranceSeconds,
        requiredClaims: ['exp', 'sub'],
      });
      const employeeId = payload[issuer.employeeIdClaim];
      return {
        municipality: issuer.municipality,
        employeeId: typeof employeeId === 'string' ? employeeId : null,
        roles: ['EMPLOYEE', ...rolesIn(payload[issuer.rolesClaim])],
        actor: `token:${digest(`${issuer.issuer} ${payload.sub}`)}`,
      };
    } catch {
      return null;
    }
  }
}

function rolesIn(claim: unknown): readonly Role[] {
  const words = Array.isArray(claim) ? claim : [];
  return words.flatMap((word) => (typeof word === 'string' ? (claimedRoles[word] ?? []) : []));
}

function keysOf({ jwks }: IssuerConfig): JWTVerifyGetKey {
  if (jwks.startsWith('https://')) return createRemoteJWKSet(new URL(jwks));
  return createLocalJWKSet(JSON.parse(readFileSync(fileURLToPath(jwks), 'utf8')) as JSONWebKeySet);
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 22);
}
