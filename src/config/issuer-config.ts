import { z } from 'zod';
import { personClaims } from '../kernel/words.js';

const text = z.string().min(1);
const claim = text.max(200);
const words = z.array(text);

/** Keys travel over TLS; plain HTTP is for a laboratory on this machine, and production refuses it (config.ts). */
const keyAddress = z
  .string()
  .regex(
    /^(https:\/\/|file:\/\/|http:\/\/(127\.0\.0\.1|localhost|\[::1\])[:/])/,
    'expected an https:// or file:// address',
  );

/** An OpenID Connect issuer whose access tokens give rights in one municipality. */
export const issuerConfig = z.strictObject({
  issuer: text,
  /** The only one that a token may be for: one that is for others too could be used here by each of them. */
  audience: text,
  jwks: keyAddress,
  /** Which claim says who it is, and what of a person it is. */
  person: z
    .strictObject({
      claim: claim.default('employee_id'),
      is: z.enum(personClaims).default('EMPLOYEE_ID'),
    })
    .default({ claim: 'employee_id', is: 'EMPLOYEE_ID' }),
  /** Words of one claim that make officers and auditors; operators and technicians are granted here. */
  roles: z
    .strictObject({
      claim: claim.default('roles'),
      officer: words.default(['officer']),
      auditor: words.default(['auditor']),
    })
    .default({ claim: 'roles', officer: ['officer'], auditor: ['auditor'] }),
});

/** An issuer as the directories file describes it. */
export type IssuerConfig = z.infer<typeof issuerConfig>;

/** What tells issuers apart: two may share an address when their audiences differ. */
export function issuerPlace({ issuer, audience }: Pick<IssuerConfig, 'issuer' | 'audience'>) {
  return JSON.stringify([issuer, audience]);
}
