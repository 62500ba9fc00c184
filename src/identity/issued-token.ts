import { createHash } from 'node:crypto';
import { decodeJwt, jwtVerify, type JWTHeaderParameters, type JWTPayload } from 'jose';
import type { DirectoriesFile } from '../config/directories-file.js';
import { issuerPlace, type IssuerConfig } from '../config/issuer-config.js';
import type { Clock } from '../kernel/clock.js';
import type { MunicipalityCode } from '../kernel/ids.js';
import type { PersonClaim, Role } from '../kernel/words.js';
import { IssuerKeys } from './issuer-keys.js';

/** What a token of a municipality's issuer says of a person. It never gives rights in another municipality. */
export type IssuedIdentity = {
  readonly municipality: MunicipalityCode;
  /** By what the person is to be found; null when the token does not say. */
  readonly person: { readonly by: PersonClaim; readonly value: string } | null;
  readonly roles: readonly Role[];
  /** Tells two people apart without naming either: `token:` and a digest of issuer and subject. */
  readonly actor: string;
  /** When it is valid no more, by the machine's clock and with what other clocks may differ. */
  readonly expiresAt: Date;
};

type TrustedIssuer = IssuerConfig & {
  readonly municipality: MunicipalityCode;
  readonly keys: IssuerKeys;
};

/** Asymmetric ones only: with HS256 the public key could be taken for the secret (RFC 8725, 2.1). */
const algorithms = ['ES256', 'RS256', 'PS256'];
/** Three parts without padding (RFC 7515, 2); the library would take a token with padding too. */
const compact = /^[\w-]+\.[\w-]+\.[\w-]+$/;
const clockToleranceSeconds = 60;
/** RFC 9068, 2.1; many issuers still say JWT of an access token, or nothing. */
const accessTokenTypes = ['at+jwt', 'application/at+jwt'];
const looserTypes = ['jwt', undefined];
/** A token that brings its own key, or a rule for reading it, is refused before a key is looked for. */
const refusedHeaders = ['jku', 'jwk', 'x5u', 'x5c', 'crit', 'b64', 'enc', 'zip'];
/** Claims that only an ID token (OpenID Connect Core, 2 and 3.3.2.11) or an event (RFC 8417) has. */
const foreignClaims = ['nonce', 'at_hash', 'c_hash', 's_hash', 'events'];

/** Verifies the access tokens of the configured issuers (OpenID Connect, RFC 9068, RFC 8725). */
export class IssuedTokens {
  readonly #issuers: ReadonlyMap<string, TrustedIssuer>;

  constructor(file: DirectoriesFile, clock: Clock) {
    this.#issuers = new Map(
      file.municipalities.flatMap(({ code, issuers }) =>
        issuers.map((issuer): [string, TrustedIssuer] => [
          issuerPlace(issuer),
          {
            ...issuer,
            municipality: code as MunicipalityCode,
            keys: new IssuerKeys(issuer, clock),
          },
        ]),
      ),
    );
  }

  /** What the token says, or null when it is not a valid token of a configured issuer. Times are the machine's: they were set by another's clock. */
  async verify(token: string): Promise<IssuedIdentity | null> {
    if (!compact.test(token)) return null;
    try {
      // Read before it is verified, to choose whose key must have signed it: by exactly these claims of issuer
      // and audience, so that the library need not compare them again.
      const issuer = this.#issuerOf(decodeJwt(token));
      if (issuer === null) return null;
      const key = async (header: JWTHeaderParameters) => {
        if (refusedHeaders.some((name) => name in header)) throw new Error('A refused header.');
        return issuer.keys.find(header);
      };
      const { payload, protectedHeader } = await jwtVerify(token, key, {
        algorithms,
        clockTolerance: clockToleranceSeconds,
        requiredClaims: ['exp', 'sub'],
      });
      if (!isForUs(payload, protectedHeader.typ, issuer)) return null;
      return identityIn(payload, issuer);
    } catch {
      return null;
    }
  }

  #issuerOf({ iss, aud }: JWTPayload): TrustedIssuer | null {
    const [audience, ...others] = Array.isArray(aud) ? aud : [aud];
    if (typeof iss !== 'string' || typeof audience !== 'string' || others.length > 0) return null;
    return this.#issuers.get(issuerPlace({ issuer: iss, audience })) ?? null;
  }
}

/**
 * Whether it is an access token. One that says so in its type is; of others, those that look like an
 * ID token are refused: such a token tells a client who signed in, and was never meant for an API.
 */
function isForUs(
  payload: JWTPayload,
  typ: string | undefined,
  { audience }: IssuerConfig,
): boolean {
  const type = typ?.toLowerCase();
  if (typeof payload.sub !== 'string' || payload.sub === '') return false;
  if (accessTokenTypes.some((name) => name === type)) return true;
  if (!looserTypes.includes(type)) return false;
  return payload['azp'] !== audience && !foreignClaims.some((name) => name in payload);
}

function identityIn(payload: JWTPayload, issuer: TrustedIssuer): IssuedIdentity {
  const { claim, is } = issuer.person;
  const value = payload[claim];
  const words = payload[issuer.roles.claim];
  const has = (some: readonly string[]) =>
    Array.isArray(words) && words.some((word) => typeof word === 'string' && some.includes(word));
  return {
    municipality: issuer.municipality,
    person:
      isPlain(value) && !(is === 'EMAIL' && payload['email_verified'] === false)
        ? { by: is, value: is === 'EMPLOYEE_ID' ? value : value.toLowerCase() }
        : null,
    roles: [
      'EMPLOYEE',
      ...(has(issuer.roles.officer) ? (['OFFICER'] as const) : []),
      ...(has(issuer.roles.auditor) ? (['AUDITOR'] as const) : []),
    ],
    actor: `token:${digest(`${issuer.issuer} ${payload.sub}`)}`,
    expiresAt: new Date(((payload.exp ?? 0) + clockToleranceSeconds) * 1_000),
  };
}

/** A text that a database can look for. */
function isPlain(value: unknown): value is string {
  return typeof value === 'string' && /^[^\p{Cc}]{1,254}$/u.test(value);
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 22);
}
