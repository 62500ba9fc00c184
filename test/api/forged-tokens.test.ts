import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import { startTestApp, type TestApp } from '../support/app.js';
import { forgeries } from '../support/forgeries.js';
import { misshapen } from '../support/misshapen-tokens.js';
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
  const { host } = new URL(program.url);
  const headers = [
    'host',
    host,
    'content-type',
    'application/json',
    'content-length',
    String(query.length),
    // So that the answers can be the same, byte for byte.
    'x-request-id',
    'asked-by-a-test',
  ];
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

const forged = [...forgeries, ...misshapen];

test.each(forged)('refused, and as every other: %s', async (_, make) => {
  const plain = await ask('Bearer a.b.c');
  expect(plain.status).toBe(401);
  expect(at(JSON.parse(plain.text), 'errors.*.extensions.code')).toEqual(['UNAUTHENTICATED']);
  expect(await ask(...(await make(forge, attackersAddress)))).toEqual(plain);
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
    const sent = await Promise.all(forged.map(([, make]) => make(forge, attackersAddress)));
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
