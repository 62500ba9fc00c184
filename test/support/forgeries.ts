import { issuers, type Forge } from './forging.js';

/** What is wrong with it, and how its Authorization headers are made; the address is an attacker's, with keys of his. */
export type Forgery = readonly [
  string,
  (forge: Forge, address: string) => Promise<readonly string[]>,
];

const seconds = () => Math.floor(Date.now() / 1000);
const bearer = (token: string) => [`Bearer ${token}`];
const cut = (token: string) => token.split('.') as [string, string, string];
const zeros = Buffer.alloc(64).toString('base64url');

/** The Authorization headers of each.  Whoever has the issuer's own key makes everything right but the one thing named. */
export const forgeries: readonly Forgery[] = [
  [
    'algorithm none, no signature',
    async (forge) => bearer(forge.raw({ alg: 'none', kid: 'ec' }, forge.claims())),
  ],
  [
    'algorithm nOnE',
    async (forge) => bearer(forge.raw({ alg: 'nOnE', kid: 'ec' }, forge.claims(), zeros)),
  ],
  ['no algorithm', async (forge) => bearer(forge.raw({ kid: 'ec' }, forge.claims(), zeros))],
  [
    'HS256 with the public EC key as PEM',
    async (forge) => bearer(await forge.confused('EC', 'PEM')),
  ],
  [
    'HS256 with the public RSA key as PEM',
    async (forge) => bearer(await forge.confused('RSA', 'PEM')),
  ],
  ['HS256 with the public key as JWK', async (forge) => bearer(await forge.confused('RSA', 'JWK'))],
  [
    'RS256 under the EC key',
    async (forge) =>
      bearer(
        await forge
          .sign(undefined, {})
          .then((t) => forge.raw({ alg: 'RS256', kid: 'ec' }, forge.claims(), cut(t)[2])),
      ),
  ],
  ['ES256 under the RSA key', async (forge) => bearer(await forge.sign(undefined, { kid: 'rsa' }))],
  ['RS384', async (forge) => bearer(await forge.signRsa('RS384'))],
  ['PS384', async (forge) => bearer(await forge.signRsa('PS384'))],
  ['RS512', async (forge) => bearer(await forge.signRsa('RS512'))],
  [
    'ES256 with r = s = 0',
    async (forge) => bearer(forge.raw({ alg: 'ES256', kid: 'ec' }, forge.claims(), zeros)),
  ],
  ['another audience', async (forge) => bearer(await forge.sign(forge.claims({ aud: 'another' })))],
  [
    'our audience and others: each of them could use it here',
    async (forge) => bearer(await forge.sign(forge.claims({ aud: ['ett-samtal', 'another'] }))),
  ],
  [
    'an audience that is nearly ours',
    async (forge) => bearer(await forge.sign(forge.claims({ aud: 'Ett-samtal' }))),
  ],
  ['no audience', async (forge) => bearer(await forge.sign(forge.claims({ aud: undefined })))],
  [
    'an empty list of audiences',
    async (forge) => bearer(await forge.sign(forge.claims({ aud: [] }))),
  ],
  [
    'an issuer that nobody knows, with our roles',
    async (forge) =>
      bearer(await forge.signAs('attacker', forge.claims({ iss: 'https://attacker.test' }))),
  ],
  [
    'the issuer with a slash behind',
    async (forge) => bearer(await forge.sign(forge.claims({ iss: `${issuers.hallsberg}/` }))),
  ],
  [
    "another municipality's issuer, with its key",
    async (forge) => bearer(await forge.sign(forge.claims({ iss: issuers.laxa }))),
  ],
  [
    "our issuer, with another municipality's key",
    async (forge) => bearer(await forge.signAs('laxa')),
  ],
  ['no issuer', async (forge) => bearer(await forge.sign(forge.claims({ iss: undefined })))],
  ['expired', async (forge) => bearer(await forge.sign(forge.claims({ exp: seconds() - 120 })))],
  ['no expiry', async (forge) => bearer(await forge.sign(forge.claims({ exp: undefined })))],
  [
    'an expiry that is a text',
    async (forge) =>
      bearer(
        forge.signWritten(
          '{"alg":"ES256","kid":"ec"}',
          JSON.stringify({ ...forge.claims(), exp: '9999999999' }),
        ),
      ),
  ],
  [
    'not valid yet',
    async (forge) => bearer(await forge.sign(forge.claims({ nbf: seconds() + 120 }))),
  ],
  ['no subject', async (forge) => bearer(await forge.sign(forge.claims({ sub: undefined })))],
  ['an empty subject', async (forge) => bearer(await forge.sign(forge.claims({ sub: '' })))],
  [
    'a subject that is a number',
    async (forge) =>
      bearer(
        forge.signWritten(
          '{"alg":"ES256","kid":"ec"}',
          JSON.stringify({ ...forge.claims(), sub: 7 }),
        ),
      ),
  ],
  ['no key named', async (forge) => bearer(await forge.sign(undefined, { kid: undefined }))],
  [
    'a key named by a path',
    async (forge) =>
      bearer(await forge.signAs('attacker', undefined, { kid: '../../../../dev/null' })),
  ],
  [
    'a key named by SQL',
    async (forge) =>
      bearer(await forge.signAs('attacker', undefined, { kid: "ec' union select 'x" })),
  ],
  [
    'a key of no prototype',
    async (forge) => bearer(await forge.signAs('attacker', undefined, { kid: '__proto__' })),
  ],
  [
    'a retired key',
    async (forge) => bearer(await forge.signAs('retired', undefined, { kid: 'retired' })),
  ],
  [
    "the attacker's own key under our name",
    async (forge) => bearer(await forge.signAs('attacker')),
  ],
  [
    'jku',
    async (forge, address) => bearer(await forge.signAs('attacker', undefined, { jku: address })),
  ],
  [
    'x5u',
    async (forge, address) => bearer(await forge.signAs('attacker', undefined, { x5u: address })),
  ],
  [
    'jwk',
    async (forge) => bearer(await forge.signAs('attacker', undefined, { jwk: forge.attackersKey })),
  ],
  [
    'jku beside a true signature',
    async (forge, address) => bearer(await forge.sign(undefined, { jku: address })),
  ],
  [
    'jwk beside a true signature',
    async (forge) => bearer(await forge.sign(undefined, { jwk: forge.attackersKey })),
  ],
  [
    'crit that nobody understands',
    async (forge) =>
      bearer(
        forge.signWritten(
          '{"alg":"ES256","kid":"ec","crit":["x"],"x":1}',
          JSON.stringify(forge.claims()),
        ),
      ),
  ],
  [
    'b64 false',
    async (forge) =>
      bearer(
        forge.signWritten(
          '{"alg":"ES256","kid":"ec","crit":["b64"],"b64":false}',
          JSON.stringify(forge.claims()),
        ),
      ),
  ],
  [
    'b64 false without crit',
    async (forge) =>
      bearer(
        forge.signWritten('{"alg":"ES256","kid":"ec","b64":false}', JSON.stringify(forge.claims())),
      ),
  ],
  [
    'claims twice, the better ones last',
    async (forge) => {
      const [head, , signature] = cut(await forge.sign(forge.claims({ roles: [] })));
      const twice = JSON.stringify(forge.claims({ roles: [] })).replace(
        /}$/,
        ',"roles":["officer"]}',
      );
      return bearer(`${head}.${Buffer.from(twice).toString('base64url')}.${signature}`);
    },
  ],
];
