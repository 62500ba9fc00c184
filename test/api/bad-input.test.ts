import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { keyIdOf, keyText } from '../../src/identity/api-key.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { at, textAt } from '../support/json.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
}, 60_000);
afterAll(() => app.stop());

const codes = (answer: unknown) => at(answer, 'errors.*.extensions.code');

/** What no answer may hold: where the code lies, and how it is called. */
const inside = /node_modules|\.js:\d|\.ts:\d|stacktrace|at async|select |person_local/;

describe('nothing without a key', () => {
  test.each([
    ['an unknown key', 'vxk_op_AAAAAAAA_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'],
    ['a token that is none', 'abc.def.ghi'],
    ['an empty one', ''],
    ['one of 10,000 characters', 'x'.repeat(10_000)],
  ])('%s', async (_, key) => {
    const answer = await app.ask(key, '{ viewer { roles } }');
    expect([answer.status, codes(answer), answer.data]).toEqual([
      401,
      ['UNAUTHENTICATED'],
      undefined,
    ]);
  });

  test('not even an answer to a faulty question, or the schema', async () => {
    for (const query of ['{', '{ nothing }', '{ __schema { types { name } } }'])
      expect(codes(await app.ask('', query))).toEqual(['UNAUTHENTICATED']);
  });

  test('a well-formed key with the id of another and a secret of its own', async () => {
    const id = keyIdOf(app.keys['operator'] ?? '') ?? '';
    const forged = keyText('OPERATOR', id, 'A'.repeat(43));
    expect(keyIdOf(forged)).toBe(id);
    const answer = await app.ask(forged, '{ viewer { roles } }');
    expect([answer.status, codes(answer)]).toEqual([401, ['UNAUTHENTICATED']]);
  });

  test('an expired key says that it has expired, to those who hold it', async () => {
    const expiresAt = new Date(app.clock.now().getTime() + 1000);
    const key = await app.makeKey({
      role: 'OPERATOR',
      label: 'short',
      municipality: null,
      scopes: [],
      expiresAt,
    });
    expect((await app.ask(key, '{ viewer { roles } }')).status).toBe(200);
    app.clock.advance(2);
    const answer = await app.ask(key, '{ viewer { roles } }');
    expect([answer.status, codes(answer)]).toEqual([401, ['UNAUTHENTICATED']]);
    expect(textAt(answer, 'errors.0.message')).toContain('expired');
  });

  test("a token of one municipality's issuer says nothing in the name of another", async () => {
    const token = await app.token('officer', '1861');
    const [head = '', body = '', signature = ''] = token.split('.');
    const claims = JSON.parse(Buffer.from(body, 'base64url').toString()) as object;
    const as = (changed: object) =>
      [
        head,
        Buffer.from(JSON.stringify({ ...claims, ...changed })).toString('base64url'),
        signature,
      ].join('.');
    const forged = [
      as({ iss: 'urn:ett-samtal:demonstration:1860' }),
      as({ roles: ['officer', 'operator'] }),
      as({ exp: 9_999_999_999 }),
      as({ aud: 'somebody-else' }),
      `${Buffer.from('{"alg":"none"}').toString('base64url')}.${body}.`,
    ];
    for (const one of forged)
      expect(codes(await app.ask(one, '{ viewer { roles } }'))).toEqual(['UNAUTHENTICATED']);
    const { data } = await app.ask(token, '{ viewer { roles municipalities { code } } }');
    expect(data).toEqual({
      viewer: { roles: ['EMPLOYEE', 'OFFICER'], municipalities: [{ code: '1861' }] },
    });
  });

  test('health is for everybody, and says nothing more', async () => {
    for (const path of ['/healthz', '/readyz']) {
      const response = await fetch(app.url + path);
      expect([response.status, await response.text()]).toEqual([200, '{"status":"ok"}']);
    }
    expect((await fetch(`${app.url}/other`)).status).toBe(404);
  });
});

describe('a faulty question', () => {
  const unitId = async () => {
    const { data } = await app.ask(
      'operator',
      '{ person(ref: { email: "anna-karin.lindblad@hallsberg.test" }) { unit { id } } }',
    );
    return textAt(data, 'person.unit.id');
  };

  test.each<[string, string, string]>([
    ['with a syntax error', '{ viewer { roles }', 'GRAPHQL_PARSE_FAILED'],
    ['for a field that is not there', '{ viewer { secrets } }', 'GRAPHQL_VALIDATION_FAILED'],
    [
      'by a number that is none',
      '{ lookupNumber(number: "0582-001234") { label } }',
      'GRAPHQL_VALIDATION_FAILED',
    ],
    ['by an id that is none', '{ node(id: "nobody") { id } }', 'BAD_USER_INPUT'],
    ['by no reference', '{ person(ref: {}) { id } }', 'GRAPHQL_VALIDATION_FAILED'],
    [
      'by two references',
      '{ person(ref: { id: "x", email: "a@b.test" }) { id } }',
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'for a page that is too long',
      '{ searchDirectory(query: "anna", first: 101) { edges { cursor } } }',
      'BAD_USER_INPUT',
    ],
    ['for one letter', '{ searchDirectory(query: "a") { edges { cursor } } }', 'BAD_USER_INPUT'],
    [
      'for more than 80 characters',
      `{ searchDirectory(query: "${'å'.repeat(81)}") { edges { cursor } } }`,
      'BAD_USER_INPUT',
    ],
    [
      'after a cursor of something else',
      '{ searchDirectory(query: "anna", after: "AAAA") { edges { cursor } } }',
      'BAD_USER_INPUT',
    ],
    [
      'of a thousand tokens and more',
      `{ ${'viewer { roles } '.repeat(400)} }`,
      'GRAPHQL_PARSE_FAILED',
    ],
  ])('%s', async (_, query, code) => {
    const answer = await app.ask('operator', query);
    expect(codes(answer)).toEqual([code]);
    expect(answer.text).not.toMatch(inside);
  });

  test('with an id of another type says which it is, and which it should be', async () => {
    const answer = await app.ask(
      'operator',
      'query ($id: ID!) { person(ref: { id: $id }) { id } }',
      { id: await unitId() },
    );
    expect(codes(answer)).toEqual(['BAD_USER_INPUT']);
    expect(textAt(answer, 'errors.0.message')).toBe(
      '"id" is the id of a unit, where that of a person belongs.',
    );
  });

  test('nested without end is refused, through fragments too', async () => {
    const nest = (depth: number): string =>
      depth === 0
        ? 'id'
        : `referral { entry { ... on Person { currentAbsence { ${nest(depth - 1)} } } } }`;
    const query = `{ person(ref: { id: "x" }) { currentAbsence { ${nest(8)} } } }`;
    expect(codes(await app.ask('operator', query))).toEqual(['GRAPHQL_VALIDATION_FAILED']);
    const bomb = Array.from(
      { length: 30 },
      (_, i) => `fragment f${i} on Person { ...f${i + 1} ...f${i + 1} }`,
    );
    const last = 'fragment f30 on Person { id }';
    const spread = await app.ask(
      'operator',
      `{ viewer { person { ...f0 } } } ${bomb.join(' ')} ${last}`,
    );
    expect(spread.data).toEqual({ viewer: { person: null } });
    const cyclic =
      '{ viewer { person { ...a } } } fragment a on Person { ...b } fragment b on Person { ...a }';
    expect(codes(await app.ask('operator', cyclic))).toContain('GRAPHQL_VALIDATION_FAILED');
  });

  test('with misspelt names gets no suggestions', async () => {
    const { text } = await app.ask('operator', '{ viewer { role } persn(ref: {}) { id } }');
    expect(text).not.toMatch(/[Dd]id you mean|"roles"|\bperson\b/);
  });

  test.each([
    ['no JSON', 'application/json', '{"query": '],
    ['a list of operations', 'application/json', '[{"query":"{ viewer { roles } }"}]'],
    ['another media type', 'text/plain', '{"query":"{ viewer { roles } }"}'],
    [
      'a body that is too large',
      'application/json',
      JSON.stringify({ query: `# ${'x'.repeat(200_000)}\n{ viewer { roles } }` }),
    ],
  ])('with %s is refused, and the process goes on', async (_, type, body) => {
    const headers = { 'content-type': type, authorization: `Bearer ${app.keys['operator']}` };
    const response = await fetch(`${app.url}/graphql`, { method: 'POST', headers, body });
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(response.status).toBeLessThan(500);
    expect(await response.text()).not.toMatch(inside);
    expect((await app.ask('operator', '{ viewer { roles } }')).status).toBe(200);
  });
});
