import { decodeJwt, decodeProtectedHeader, type JWTPayload } from 'jose';
import type { IssuerConfig } from '../config/issuer-config.js';

/** Why the API would not take an access token, for the technician who configured its issuer; nothing in it tells of a person. */
export function whyNotAccepted(
  token: string,
  issuer: Pick<IssuerConfig, 'issuer' | 'audience'>,
): string {
  const payload = readable(token);
  if (payload === null) return 'opaque: ask for a scope or resource of yours, so that it is a JWT';
  const { iss, aud } = payload;
  if (iss !== issuer.issuer) return `issuer: the token says ${shown(iss)}`;
  if (
    aud !== issuer.audience &&
    !(Array.isArray(aud) && aud.length === 1 && aud[0] === issuer.audience)
  )
    return `audience: the token says ${shown(aud)}`;
  if (payload['azp'] === issuer.audience)
    return 'client: the pages and the API need clients of their own';
  if (payload.exp === undefined || payload.sub === undefined)
    return 'claims: exp or sub is missing';
  if (payload.exp * 1_000 < Date.now()) return 'time: it has expired, or a clock is wrong';
  return 'signature: see jwks, algorithms and types';
}

function readable(token: string): JWTPayload | null {
  try {
    decodeProtectedHeader(token);
    return decodeJwt(token);
  } catch {
    return null;
  }
}

/** Names of services and issuers, without anything that would make another line. */
function shown(value: unknown): string {
  return (JSON.stringify(value) ?? 'nothing').replaceAll(/[^ -~]/g, '?').slice(0, 200);
}
