import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import type { MunicipalityCode } from '../../src/kernel/ids.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { at, textAt } from '../support/json.js';
import { liveUrl } from '../support/live/client.js';

const page = 'https://intranet.hallsberg.test';
const mutation = `mutation ($origin: String!) {
  createBrowserToken(input: { origin: $origin }) { token expiresAt userErrors { code field message } } }`;
const me = '{ viewer { roles municipalities { code } person { id } } }';

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp();
}, 60_000);
afterAll(() => app.stop());

async function make(who = 'intranetHallsberg', origin = page): Promise<string> {
  const { data, text } = await app.ask(who, mutation, { origin });
  if (at(data, 'createBrowserToken.token') === undefined) throw new Error(text);
  return textAt(data, 'createBrowserToken.token');
}

/** Asks as a page of an origin does, or as somebody who is no browser. */
async function ask(token: string, origin: string | null, query = me, variables = {}) {
  const response = await fetch(`${app.url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${token}`,
      ...(origin !== null && { origin }),
    },
    body: JSON.stringify({ query, variables }),
  });
  const answer = await response.json();
  const allowed = response.headers.get('access-control-allow-origin');
  return { answer, allowed, code: at(answer, 'errors.0.extensions.code') };
}

/** The first event of a stream, or the code that the connection was closed with. */
async function watch(token: string, origin: string | null): Promise<unknown> {
  class Browser extends WebSocket {
    constructor(url: string, protocols: string) {
      super(url, protocols, origin === null ? {} : { origin });
    }
  }
  const client = createClient({
    url: liveUrl(app.url),
    webSocketImpl: Browser,
    connectionParams: { authorization: `Bearer ${token}` },
    retryAttempts: 0,
  });
  try {
    return await new Promise((resolve) =>
      client.subscribe(
        { query: 'subscription { directoryChanged { __typename } }' },
        {
          next: ({ data }) => resolve(at(data, 'directoryChanged.__typename')),
          error: (error) => resolve((Object(error) as { code?: unknown }).code),
          complete: () => resolve('complete'),
        },
      ),
    );
  } finally {
    await client.dispose();
  }
}

describe('an intranet exchanges its key for a token', () => {
  test('of ten minutes, which its pages show and nobody else can use', async () => {
    const { data } = await app.ask('intranetHallsberg', mutation, { origin: page });
    const token = textAt(data, 'createBrowserToken.token');
    expect(token).toMatch(/^vxb_[0-9A-Za-z]{8}_[0-9a-z]+_[\w-]{43}$/);
    const end = new Date(textAt(data, 'createBrowserToken.expiresAt')).getTime();
    expect(Math.ceil((end - app.clock.now().getTime()) / 1_000)).toBe(600);
    const viewer = { roles: ['INTRANET_KEY'], municipalities: [{ code: '1861' }], person: null };
    // As often as it takes to be compiled, and once more.
    for (let time = 0; time < 4; time += 1)
      expect(await ask(token, page)).toMatchObject({ answer: { data: { viewer } }, allowed: page });
    for (const origin of ['https://elsewhere.test', 'http://intranet.hallsberg.test', 'null', null])
      expect([origin, (await ask(token, origin)).code]).toEqual([origin, 'UNAUTHENTICATED']);
    expect((await ask(`${token.slice(0, -1)}_`, page)).code).toBe('UNAUTHENTICATED');
  });

  test('for an origin that can be vouched for; anything else is refused in words', async () => {
    for (const origin of ['http://intranet.hallsberg.test', `${page}/katalog`, '*', ''])
      expect((await app.ask('intranetHallsberg', mutation, { origin })).data).toEqual({
        createBrowserToken: {
          token: null,
          expiresAt: null,
          userErrors: [
            {
              code: 'INVALID',
              field: ['input', 'origin'],
              message: expect.stringContaining('utan sökväg'),
            },
          ],
        },
      });
  });

  test('which ends after its minutes, and within a second of its key', async () => {
    const brief = await make();
    app.clock.advance(598);
    expect((await ask(brief, page)).code).toBeUndefined();
    app.clock.advance(2);
    const after = await ask(brief, page);
    expect(after.code).toBe('UNAUTHENTICATED');
    // Otherwise the page could not tell that it has to ask for another one.
    expect(after.allowed).toBe(page);
    const key = await app.makeKey({
      role: 'INTRANET_KEY',
      label: 'Spärras',
      municipality: '1861' as MunicipalityCode,
      scopes: [],
      expiresAt: new Date(app.clock.now().getTime() + 86_400_000),
    });
    const token = await make(key);
    expect((await ask(token, page)).code).toBeUndefined();
    const { data } = await app.ask('technician', '{ apiKeys { id label } }');
    const keys = at(data, 'apiKeys') as readonly { id: string; label: string }[];
    const id = keys.find(({ label }) => label === 'Spärras')?.id;
    const revoke = 'mutation ($id: ID!) { revokeApiKey(id: $id) { userErrors { code } } }';
    await app.ask('technician', revoke, { id });
    app.clock.advance(1);
    expect((await ask(token, page)).code).toBe('UNAUTHENTICATED');
    expect(await watch(token, page)).toBe(4403);
  });

  test('that changes nothing, and makes no other token', async () => {
    const token = await make();
    expect((await ask(token, page, mutation, { origin: page })).code).toBe('FORBIDDEN');
    const named =
      'mutation Q($origin: String!) { query: createBrowserToken(input: { origin: $origin }) { token } }';
    expect((await ask(token, page, named, { origin: page })).code).toBe('FORBIDDEN');
  });

  test('with the rights of the key: its own people as colleagues, others as people elsewhere', async () => {
    const query = `query ($email: EmailAddress!) { person(ref: { email: $email }) {
      displayName employeeId numbers { kind } presence { availability } currentAbsence { reason note } } }`;
    const token = await make('intranetLaxa');
    for (const email of ['anna.johansson@hallsberg.test', 'lars-ake.nilsson@hallsberg.test']) {
      const { answer } = await ask(token, page, query, { email });
      expect(answer).toEqual({
        data: (await app.ask('intranetLaxa', query, { email })).data,
      });
      expect(at(answer, 'data.person')).toMatchObject({ employeeId: null, presence: null });
      expect(at(answer, 'data.person.numbers.*.kind')).not.toContain('MOBILE');
    }
    const own = await ask(await make(), page, query, { email: 'anna.johansson@hallsberg.test' });
    expect(at(own.answer, 'data.person.numbers.*.kind')).toContain('MOBILE');
  });

  test('that watches over WebSocket from its page, and from no other', async () => {
    const token = await make();
    expect(await watch(token, page)).toBe('Bookmark');
    expect(await watch(token, 'https://elsewhere.test')).toBe(4403);
    expect(await watch(token, null)).toBe(4403);
  });
});

describe('a browser that asks whether a page may ask', () => {
  const preflight = (origin: string, method = 'POST') =>
    fetch(`${app.url}/graphql`, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': method,
        'access-control-request-headers': 'authorization,content-type',
      },
    });

  test('is answered yes for POST from any page that can be vouched for, without credentials', async () => {
    const { status, headers } = await preflight(page);
    expect(status).toBe(204);
    expect(headers.get('access-control-allow-origin')).toBe(page);
    expect(headers.get('access-control-allow-methods')).toBe('POST');
    expect(headers.get('access-control-allow-credentials')).toBeNull();
    expect(headers.get('vary')).toBe('Origin');
  });

  test('and otherwise not', async () => {
    for (const [origin, method] of [
      ['http://intranet.hallsberg.test', 'POST'],
      ['null', 'POST'],
      [page, 'GET'],
      [page, 'PUT'],
    ] as const) {
      const { headers } = await preflight(origin, method);
      expect([origin, method, headers.get('access-control-allow-origin')]).toEqual([
        origin,
        method,
        null,
      ]);
    }
  });

  test('and what is answered to a key, or to nobody, is not shown to a page of another origin', async () => {
    expect((await ask(app.keys['intranetHallsberg'] ?? '', page)).allowed).toBeNull();
    expect((await ask(app.keys['operator'] ?? '', page)).allowed).toBeNull();
    expect((await ask('nothing', page)).allowed).toBeNull();
  });
});
