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

/** Where an issuer describes itself is found from its name, which is then an address. */
const address = /^(https:\/\/|http:\/\/(127\.0\.0\.1|localhost|\[::1\])[:/])[^?#]*$/;

/** That browsers may sign in at the issuer, and as which of its clients. */
const pageSignIn = z.strictObject({
  clientId: text.max(200),
  /** What is asked for: `openid`, and what makes the issuer give an access token for us. */
  scope: z
    .string()
    .regex(/^[!#-[\]-~]+( [!#-[\]-~]+)*$/, 'expected words with a space between each')
    .default('openid'),
  /** The service that the token is to be for, where an issuer wants to be told so (RFC 8707). */
  resource: z
    .string()
    .refine((value) => URL.canParse(value) && !value.includes('#'), 'expected an address')
    .optional(),
  /** What stands on the button; the municipality's name if nothing is said. */
  label: text.max(80).optional(),
  /** Only where an issuer insists on a secret: what protects a sign-in is PKCE. */
  clientSecretFile: text.optional(),
});

/** An OpenID Connect issuer whose access tokens give rights in one municipality. */
export const issuerConfig = z
  .strictObject({
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
    signIn: pageSignIn.optional(),
  })
  .refine(({ signIn, issuer }) => signIn === undefined || address.test(issuer), {
    path: ['issuer'],
    error: 'expected an https:// address, since people are to sign in there',
  });

/** An issuer as the directories file describes it. */
export type IssuerConfig = z.infer<typeof issuerConfig>;

/** What tells issuers apart: two may share an address when their audiences differ. */
export function issuerPlace({ issuer, audience }: Pick<IssuerConfig, 'issuer' | 'audience'>) {
  return JSON.stringify([issuer, audience]);
}
