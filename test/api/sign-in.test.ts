import { createHash, randomBytes } from 'node:crypto';
import { request } from 'node:http';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { startTestApp, type TestApp } from '../support/app.js';
import { at } from '../support/json.js';
import { listening } from '../support/listening.js';
import { pagesSignIn, startIssuer, type RunningIssuer } from '../support/oidc.js';
import { startWithIssuers, type SecondProgram } from '../support/with-issuers.js';

type Reply = { readonly status: number; readonly body: Readonly<Record<string, unknown>> };

let app: TestApp;
let hallsberg: RunningIssuer;
let gone: RunningIssuer;
let program: SecondProgram;
/** The same issuers, and an API that wants tokens for another audience. */
let misconfigured: SecondProgram;

beforeAll(async () => {
  // The issuer's advice to whoever would run it in earnest.
  for (const way of ['warn', 'info'] as const)
    jest.spyOn(console, way).mockImplementation(() => undefined);
  app = await startTestApp();
  hallsberg = await startIssuer({ anna: { employee_id: '40117' } });
  gone = await startIssuer({});
  await gone.stop();
  program = await startWithIssuers(app, {
    '1861': [{ ...hallsberg.entry, signIn: { ...pagesSignIn, label: 'Hallsbergs konto' } }],
    '1882': [hallsbergUnderAnotherName(), { ...hallsberg.entry, audience: 'not-for-pages' }],
    '1860': [{ ...gone.entry, signIn: pagesSignIn }],
  });
  misconfigured = await startWithIssuers(app, {
    '1861': [{ ...hallsberg.entry, audience: 'another-api', signIn: pagesSignIn }],
  });
}, 90_000);
afterAll(async () => {
  await program.stop();
  await misconfigured.stop();
  await hallsberg.stop();
  await app.stop();
});

/** Its description names an issuer that ends otherwise than what is configured. */
function hallsbergUnderAnotherName() {
  const issuer = `${hallsberg.entry.issuer}/`;
  return { ...hallsberg.entry, issuer, signIn: { ...pagesSignIn, label: 'Nästan samma' } };
}

async function choiceOf(label: string, at = program): Promise<string> {
  const { municipalities } = (await (await fetch(`${at.url}/sign-in/options`)).json()) as {
    municipalities: { signIn: { choice: string; label: string }[] }[];
  };
  const found = municipalities.flatMap(({ signIn }) => signIn).find((one) => one.label === label);
  if (found === undefined) throw new Error(`No choice ${label}.`);
  return found.choice;
}

/** Posts with exactly these headers, as fetch would not. */
async function post(url: string, body: unknown, headers: Record<string, string>): Promise<Reply> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: 'POST', headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => {
        const answer = JSON.parse(Buffer.concat(parts).toString()) as Reply['body'];
        resolve({ status: response.statusCode ?? 0, body: answer });
      });
    });
    sent.on('error', reject).end(text);
  });
}

const fromPage = (where: SecondProgram) => ({
  'content-type': 'application/json',
  origin: where.url,
  'sec-fetch-site': 'same-origin',
});
const step = (name: string, body: unknown, where = program) =>
  post(`${where.url}/sign-in/${name}`, body, fromPage(where));
const words = () => {
  const verifier = randomBytes(32).toString('base64url');
  return { verifier, challenge: createHash('sha256').update(verifier).digest('base64url') };
};
const begun = (choice: string, where = program) => ({
  choice,
  redirectUri: `${where.url}/min-sida`,
  state: randomBytes(16).toString('hex'),
  challenge: words().challenge,
});

/** A code as the issuer gives one, with what is to be told with it. */
async function returned(where = program, client: 'intranet' | 'another' = 'intranet') {
  const { verifier, challenge } = words();
  const redirectUri = `${where.url}/min-sida`;
  const code = await hallsberg.code('anna', { client, redirect: redirectUri, challenge });
  const label = where === program ? 'Hallsbergs konto' : 'Hallsberg';
  const choice = await choiceOf(label, where);
  return { choice, redirectUri, code, verifier, iss: hallsberg.entry.issuer };
}

test('visitors are offered the issuers that have a client for pages, by an id that says nothing', async () => {
  const response = await fetch(`${program.url}/sign-in/options`);
  const text = await response.text();
  expect(text).not.toContain('127.0.0.1');
  expect(text).not.toContain(pagesSignIn.clientId);
  const { municipalities } = JSON.parse(text) as { municipalities: readonly unknown[] };
  expect(municipalities).toMatchObject([
    { code: '1882', signIn: [{ label: 'Nästan samma' }] },
    { code: '1861', name: 'Hallsberg', signIn: [{ label: 'Hallsbergs konto' }] },
    { code: '1860', name: 'Laxå', signIn: [{ label: 'Laxå' }] },
  ]);
});

test('the way to the issuer asks for a code with a proof key, for our client and our page', async () => {
  const asked = begun(await choiceOf('Hallsbergs konto'));
  const { status, body } = await step('begin', asked);
  expect(status).toBe(200);
  const address = new URL(String(body['address']));
  expect(address.origin).toBe(hallsberg.entry.issuer);
  expect(Object.fromEntries(address.searchParams)).toEqual({
    response_type: 'code',
    client_id: 'intranet',
    redirect_uri: asked.redirectUri,
    scope: pagesSignIn.scope,
    resource: pagesSignIn.resource,
    state: asked.state,
    code_challenge: asked.challenge,
    code_challenge_method: 'S256',
  });
});

test('a code becomes a token that the API takes, once', async () => {
  const back = await returned();
  const { status, body } = await step('finish', back);
  expect(status).toBe(200);
  expect(Number(body['expiresIn'])).toBeGreaterThan(500);
  expect(Number(body['expiresIn'])).toBeLessThan(700);
  const asked = '{ viewer { roles person { displayName } } }';
  const { data } = await program.ask(String(body['token']), asked);
  expect(at(data, 'viewer.person.displayName')).toBe('Anna Johansson');
  const { answer, lines } = await listening(() => step('finish', back));
  expect(answer).toEqual({ status: 403, body: { code: 'CODE_REFUSED' } });
  expect(lines.join('')).toMatch(
    /sign_in_refused .* code=CODE_REFUSED cause=HTTP 400 invalid_grant/,
  );
  expect(lines.join('')).not.toContain(back.code);
});

test('a code is refused with another verifier, for another page, or of another client', async () => {
  const refused = { status: 403, body: { code: 'CODE_REFUSED' } };
  const { verifier } = words();
  expect(await step('finish', { ...(await returned()), verifier })).toEqual(refused);
  const redirectUri = `${program.url}/drift`;
  expect(await step('finish', { ...(await returned()), redirectUri })).toEqual(refused);
  expect(await step('finish', await returned(program, 'another'))).toEqual(refused);
});

test('a code is told to nobody but the issuer that gave it', async () => {
  const refused = { status: 403, body: { code: 'OTHER_ISSUER' } };
  const back = await returned();
  expect(await step('finish', { ...back, iss: 'https://login.elsewhere.test' })).toEqual(refused);
  expect(await step('finish', { ...back, iss: null })).toEqual(refused);
  expect((await step('finish', back)).status).toBe(200);
});

test('an issuer that is away, or describes another, is said to be so; the log says which', async () => {
  const refused = { status: 502, body: { code: 'ISSUER_UNAVAILABLE' } };
  const away = begun(await choiceOf('Laxå'));
  const first = await listening(() => step('begin', away));
  expect(first.answer).toEqual(refused);
  expect(first.lines.join('')).toContain(`issuer=${gone.entry.issuer} code=ISSUER_UNAVAILABLE`);
  const almost = begun(await choiceOf('Nästan samma'));
  const second = await listening(() => step('begin', almost));
  expect(second.answer).toEqual(refused);
  expect(second.lines.join('')).toContain('cause=It describes another issuer.');
});

test('a token that the API would not take is not given to a page; the log says what to mend', async () => {
  const back = await returned(misconfigured);
  const { answer, lines } = await listening(() => step('finish', back, misconfigured));
  expect(answer).toEqual({ status: 502, body: { code: 'TOKEN_NOT_ACCEPTED' } });
  expect(lines.join('')).toContain('cause=audience: the token says "ett-samtal"');
  expect(lines.join('')).not.toMatch(/eyJ|40117/);
});

test('only our own pages may begin and finish, and only back to themselves', async () => {
  const asked = begun(await choiceOf('Hallsbergs konto'));
  const refused = { status: 403, body: { code: 'NOT_OUR_PAGE' } };
  const url = `${program.url}/sign-in/begin`;
  const { origin: _, ...without } = fromPage(program);
  const foreign = [
    without,
    { ...fromPage(program), origin: 'https://evil.test' },
    { ...fromPage(program), 'sec-fetch-site': 'same-site' },
    { ...fromPage(program), 'sec-fetch-site': 'cross-site' },
    { ...fromPage(program), host: 'evil.test' },
  ];
  for (const headers of foreign) expect(await post(url, asked, headers)).toEqual(refused);
  const places = [
    'https://evil.test/min-sida',
    `${program.url}/graphql`,
    `${program.url}/min-sida?a`,
  ];
  for (const redirectUri of [...places, `${program.url}@evil.test/min-sida`])
    expect(await step('begin', { ...asked, redirectUri })).toEqual(refused);
});

test('what is no such question is refused before anybody is asked', async () => {
  const asked = begun(await choiceOf('Hallsbergs konto'));
  const faulty = [[], {}, { ...asked, state: 'short' }, { ...asked, challenge: [asked] }];
  const bad = { status: 400, body: { code: 'BAD_REQUEST' } };
  for (const body of faulty) expect(await step('begin', body)).toEqual(bad);
  const form = { ...fromPage(program), 'content-type': 'text/plain' };
  expect(await post(`${program.url}/sign-in/begin`, asked, form)).toEqual(bad);
  const unknown = { status: 404, body: { code: 'UNKNOWN_CHOICE' } };
  expect(await step('begin', { ...asked, choice: 'nothing' })).toEqual(unknown);
  expect((await fetch(`${program.url}/sign-in/begin`)).status).toBe(404);
});
