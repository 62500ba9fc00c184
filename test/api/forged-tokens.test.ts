import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import { startTestApp, type TestApp } from '../support/app.js';
import { issuers, openForge, type Forge } from '../support/forging.js';
import { at } from '../support/json.js';
import { startWithIssuers, type SecondProgram } from '../support/with-issuers.js';

let app: TestApp;
let forge: Forge;
let program: SecondProgram;
let attacker: Server;
let attackersAddress: string;
let visits = 0;

beforeAll(async () => {
  app = await startTestApp();
  forge = await openForge();
  const { hallsberg, laxa } = forge.keyFiles;
  program = await startWithIssuers(app, {
    '1861': [{ issuer: issuers.hallsberg, audience: 'ett-samtal', jwks: hallsberg }],
    '1860': [{ issuer: issuers.laxa, audience: 'ett-samtal', jwks: laxa }],
  });
  attacker = createServer((_, response) => {
    visits += 1;
    response.end(JSON.stringify({ keys: [forge.attackersKey] }));
  });
  await new Promise<void>((resolve) => attacker.listen(0, '127.0.0.1', resolve));
  attackersAddress = `http://127.0.0.1:${(attacker.address() as AddressInfo).port}/keys`;
}, 90_000);
afterAll(async () => {
  attacker.closeAllConnections();
  await new Promise((resolve) => attacker.close(resolve));
  await program.stop();
  forge.close();
  await app.stop();
});
beforeEach(() => app.clock.advance(2));

type Reply = { readonly status: number; readonly text: string };
const query = JSON.stringify({ query: '{ viewer { roles person { displayName } } }' });

/** Sends the Authorization headers as they are; a fetch would mend or refuse some of them. */
function ask(...authorization: readonly string[]): Promise<Reply> {
  const headers = ['content-type', 'application/json', 'content-length', String(query.length)];
  const all = [...headers, ...authorization.flatMap((value) => ['authorization', value])];
  return new Promise((resolve, reject) => {
    const sent = request(`${program.url}/graphql`, { method: 'POST', headers: all }, (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => (text += chunk.toString()));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
    });
    sent.on('error', reject).end(query);
  });
}

const seconds = () => Math.floor(Date.now() / 1000);
const deep = (levels: number) => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;
const bearer = (token: string) => [`Bearer ${token}`];
const cut = (token: string) => token.split('.') as [string, string, string];
const zeros = Buffer.alloc(64).toString('base64url');

/** How each is made. Whoever has the issuer's own key makes everything right but the one thing named. */
const forged: readonly (readonly [string, () => Promise<readonly string[]>])[] = [
  [
    'algorithm none, no signature',
    async () => bearer(forge.raw({ alg: 'none', kid: 'ec' }, forge.claims())),
  ],
  [
    'algorithm nOnE',
    async () => bearer(forge.raw({ alg: 'nOnE', kid: 'ec' }, forge.claims(), zeros)),
  ],
  ['no algorithm', async () => bearer(forge.raw({ kid: 'ec' }, forge.claims(), zeros))],
  ['HS256 with the public EC key as PEM', async () => bearer(await forge.confused('EC', 'PEM'))],
  ['HS256 with the public RSA key as PEM', async () => bearer(await forge.confused('RSA', 'PEM'))],
  ['HS256 with the public key as JWK', async () => bearer(await forge.confused('RSA', 'JWK'))],
  [
    'RS256 under the EC key',
    async () =>
      bearer(
        await forge
          .sign(undefined, {})
          .then((t) => forge.raw({ alg: 'RS256', kid: 'ec' }, forge.claims(), cut(t)[2])),
      ),
  ],
  ['ES256 under the RSA key', async () => bearer(await forge.sign(undefined, { kid: 'rsa' }))],
  ['RS384', async () => bearer(await forge.signRsa('RS384'))],
  ['PS384', async () => bearer(await forge.signRsa('PS384'))],
  ['RS512', async () => bearer(await forge.signRsa('RS512'))],
  [
    'ES256 with r = s = 0',
    async () => bearer(forge.raw({ alg: 'ES256', kid: 'ec' }, forge.claims(), zeros)),
  ],
  ['another audience', async () => bearer(await forge.sign(forge.claims({ aud: 'another' })))],
  [
    'our audience and others: each of them could use it here',
    async () => bearer(await forge.sign(forge.claims({ aud: ['ett-samtal', 'another'] }))),
  ],
  [
    'an audience that is nearly ours',
    async () => bearer(await forge.sign(forge.claims({ aud: 'Ett-samtal' }))),
  ],
  ['no audience', async () => bearer(await forge.sign(forge.claims({ aud: undefined })))],
  ['an empty list of audiences', async () => bearer(await forge.sign(forge.claims({ aud: [] })))],
  [
    'an issuer that nobody knows, with our roles',
    async () =>
      bearer(await forge.signAs('attacker', forge.claims({ iss: 'https://attacker.test' }))),
  ],
  [
    'the issuer with a slash behind',
    async () => bearer(await forge.sign(forge.claims({ iss: `${issuers.hallsberg}/` }))),
  ],
  [
    "another municipality's issuer, with its key",
    async () => bearer(await forge.sign(forge.claims({ iss: issuers.laxa }))),
  ],
  ["our issuer, with another municipality's key", async () => bearer(await forge.signAs('laxa'))],
  ['no issuer', async () => bearer(await forge.sign(forge.claims({ iss: undefined })))],
  ['expired', async () => bearer(await forge.sign(forge.claims({ exp: seconds() - 120 })))],
  ['no expiry', async () => bearer(await forge.sign(forge.claims({ exp: undefined })))],
  [
    'an expiry that is a text',
    async () =>
      bearer(
        forge.signWritten(
          '{"alg":"ES256","kid":"ec"}',
          JSON.stringify({ ...forge.claims(), exp: '9999999999' }),
        ),
      ),
  ],
  ['not valid yet', async () => bearer(await forge.sign(forge.claims({ nbf: seconds() + 120 })))],
  ['no subject', async () => bearer(await forge.sign(forge.claims({ sub: undefined })))],
  ['an empty subject', async () => bearer(await forge.sign(forge.claims({ sub: '' })))],
  [
    'a subject that is a number',
    async () =>
      bearer(
        forge.signWritten(
          '{"alg":"ES256","kid":"ec"}',
          JSON.stringify({ ...forge.claims(), sub: 7 }),
        ),
      ),
  ],
  ['no key named', async () => bearer(await forge.sign(undefined, { kid: undefined }))],
  [
    'a key named by a path',
    async () => bearer(await forge.signAs('attacker', undefined, { kid: '../../../../dev/null' })),
  ],
  [
    'a key named by SQL',
    async () => bearer(await forge.signAs('attacker', undefined, { kid: "ec' union select 'x" })),
  ],
  [
    'a key of no prototype',
    async () => bearer(await forge.signAs('attacker', undefined, { kid: '__proto__' })),
  ],
  [
    'a retired key',
    async () => bearer(await forge.signAs('retired', undefined, { kid: 'retired' })),
  ],
  ["the attacker's own key under our name", async () => bearer(await forge.signAs('attacker'))],
  ['jku', async () => bearer(await forge.signAs('attacker', undefined, { jku: attackersAddress }))],
  ['x5u', async () => bearer(await forge.signAs('attacker', undefined, { x5u: attackersAddress }))],
  [
    'jwk',
    async () => bearer(await forge.signAs('attacker', undefined, { jwk: forge.attackersKey })),
  ],
  [
    'jku beside a true signature',
    async () => bearer(await forge.sign(undefined, { jku: attackersAddress })),
  ],
  [
    'jwk beside a true signature',
    async () => bearer(await forge.sign(undefined, { jwk: forge.attackersKey })),
  ],
  [
    'crit that nobody understands',
    async () =>
      bearer(
        forge.signWritten(
          '{"alg":"ES256","kid":"ec","crit":["x"],"x":1}',
          JSON.stringify(forge.claims()),
        ),
      ),
  ],
  [
    'b64 false',
    async () =>
      bearer(
        forge.signWritten(
          '{"alg":"ES256","kid":"ec","crit":["b64"],"b64":false}',
          JSON.stringify(forge.claims()),
        ),
      ),
  ],
  [
    'b64 false without crit',
    async () =>
      bearer(
        forge.signWritten('{"alg":"ES256","kid":"ec","b64":false}', JSON.stringify(forge.claims())),
      ),
  ],
  [
    'claims twice, the better ones last',
    async () => {
      const [head, , signature] = cut(await forge.sign(forge.claims({ roles: [] })));
      const twice = JSON.stringify(forge.claims({ roles: [] })).replace(
        /}$/,
        ',"roles":["officer"]}',
      );
      return bearer(`${head}.${Buffer.from(twice).toString('base64url')}.${signature}`);
    },
  ],
  [
    'an ID token: a nonce',
    async () => bearer(await forge.sign(forge.claims({ nonce: 'n' }), { typ: 'JWT' })),
  ],
  [
    'an ID token: at_hash',
    async () => bearer(await forge.sign(forge.claims({ at_hash: 'h' }), { typ: undefined })),
  ],
  [
    'an ID token: issued to its own audience',
    async () => bearer(await forge.sign(forge.claims({ azp: 'ett-samtal' }), { typ: 'JWT' })),
  ],
  ['a logout token', async () => bearer(await forge.sign(undefined, { typ: 'logout+jwt' }))],
  ['an event', async () => bearer(await forge.sign(forge.claims({ events: {} }), { typ: 'JWT' }))],
  ['a dpop proof', async () => bearer(await forge.sign(undefined, { typ: 'dpop+jwt' }))],
  ['encrypted', async () => bearer(await forge.encrypted())],
  ['a dot behind', async () => bearer(`${await forge.sign()}.`)],
  ['a part more', async () => bearer(`${await forge.sign()}.e30`)],
  [
    'no signature',
    async () =>
      bearer(
        `${cut(await forge.sign())
          .slice(0, 2)
          .join('.')}.`,
      ),
  ],
  ['half a signature', async () => bearer((await forge.sign()).slice(0, -40))],
  ['base64 that is none', async () => bearer((await forge.sign()).replace('.', '.='))],
  ['ordinary base64', async () => bearer(`${await forge.sign()}==`)],
  ['a space inside', async () => bearer((await forge.sign()).replace('.', ' .'))],
  ['two spaces before', async () => [`Bearer  ${await forge.sign()}`]],
  ['a tab before', async () => [`Bearer\t${await forge.sign()}`]],
  [
    'two tokens in one header',
    async () => [`Bearer ${await forge.sign()}, Bearer ${await forge.sign()}`],
  ],
  [
    'two Authorization headers',
    async () => [`Bearer ${await forge.sign()}`, `Bearer ${await forge.sign()}`],
  ],
  [
    'the scheme Basic',
    async () => [`Basic ${Buffer.from(`marianne:${await forge.sign()}`).toString('base64')}`],
  ],
  ['no scheme', async () => [await forge.sign()]],
  ['another scheme', async () => [`DPoP ${await forge.sign()}`]],
  ['like a key', async () => bearer(`vxk_op_AAAAAAAA_${await forge.sign()}`)],
  [
    'a token of 9,000 characters',
    async () => bearer(await forge.sign(forge.claims({ filling: 'x'.repeat(6_000) }))),
  ],
  [
    'JSON 600 levels deep for a header',
    async () => bearer(forge.raw(deep(600), forge.claims(), zeros)),
  ],
  [
    'JSON 600 levels deep for claims',
    async () => bearer(forge.signWritten('{"alg":"ES256","kid":"ec"}', deep(600))),
  ],
  [
    'claims that are a list',
    async () => bearer(forge.signWritten('{"alg":"ES256","kid":"ec"}', '[1]')),
  ],
  [
    'claims that are null',
    async () => bearer(forge.signWritten('{"alg":"ES256","kid":"ec"}', 'null')),
  ],
  [
    'NUL bytes for claims',
    async () => bearer(forge.raw({ alg: 'ES256', kid: 'ec' }, '\0\0\0', zeros)),
  ],
  [
    'a NUL in the name of the key',
    async () => bearer(await forge.signAs('attacker', undefined, { kid: 'ec\0' })),
  ],
  [
    'bytes that are no UTF-8',
    async () => bearer(`${Buffer.from([0xff, 0xfe, 0x7b]).toString('base64url')}.e30.${zeros}`),
  ],
  ['dots', async () => bearer('...')],
];

test('the true one is taken, so that what follows is refused for what is wrong with it', async () => {
  for (const token of [
    await forge.sign(),
    await forge.sign(undefined, { typ: 'JWT' }),
    await forge.sign(undefined, { typ: undefined }),
    await forge.sign(forge.claims({ aud: ['ett-samtal'] })),
    await forge.signRsa('RS256'),
    await forge.signRsa('PS256'),
    forge.signWritten('{"alg":"ES256","kid":"ec"}', JSON.stringify(forge.claims())),
    await forge.sign(forge.claims({ exp: seconds() - 30, nbf: seconds() + 30 })),
  ]) {
    const { status, text } = await ask(`Bearer ${token}`);
    expect([status, at(JSON.parse(text), 'data.viewer')]).toEqual([
      200,
      { roles: ['EMPLOYEE', 'OFFICER'], person: { displayName: 'Marianne Falk' } },
    ]);
  }
});

test.each(forged)('refused, and as every other: %s', async (_, make) => {
  const plain = await ask('Bearer a.b.c');
  expect(plain.status).toBe(401);
  expect(at(JSON.parse(plain.text), 'errors.*.extensions.code')).toEqual(['UNAUTHENTICATED']);
  expect(await ask(...(await make()))).toEqual(plain);
});

test('there are more than thirty kinds, and nobody was asked for an attacker’s keys', () => {
  expect(forged.length).toBeGreaterThan(30);
  expect(visits).toBe(0);
});

test.each([
  ['a NUL', 'a\0b'],
  ['a line', 'a\nb'],
  ['nothing', ''],
  ['300 characters', 'x'.repeat(300)],
  ['SQL', "' or '1' = '1"],
])('a true token that names its person by %s names nobody', async (_, employeeId) => {
  const { status, text } = await ask(
    `Bearer ${await forge.sign(forge.claims({ employee_id: employeeId }))}`,
  );
  expect([status, at(JSON.parse(text), 'data.viewer.person')]).toEqual([200, null]);
});

test('no part of a token is in the log', async () => {
  const said: string[] = [];
  const spies = [process.stdout, process.stderr].map((stream) =>
    jest.spyOn(stream, 'write').mockImplementation((chunk) => {
      said.push(String(chunk));
      return true;
    }),
  );
  try {
    const sent = await Promise.all(forged.slice(0, 45).map(([, make]) => make()));
    for (const headers of sent) await ask(...headers);
    for (const spy of spies) spy.mockRestore();
    const log = said.join('');
    const parts = sent
      .flat()
      .flatMap((header) => header.split(/[ .]/).filter((p) => p.length > 12));
    expect(parts.filter((part) => log.includes(part))).toEqual([]);
    expect(log).not.toMatch(/eyJ/);
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
});
