import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { auditServer } from 'graphql-http';
import { startTestApp, type TestApp } from '../../support/app.js';
import { post, send, startDoor, type DoorAnswer } from '../../support/door/door.js';
import { textAt } from '../../support/json.js';

let app: TestApp;
let production: Awaited<ReturnType<typeof startDoor>>;
let key: string;
beforeAll(async () => {
  app = await startTestApp();
  production = await startDoor(app, { production: true });
  key = app.keys['operator'] ?? '';
}, 60_000);
afterAll(async () => {
  await production?.stop();
  await app?.stop();
});

const me = '{ viewer { roles } }';
const json = { 'content-type': 'application/json' };
const bearer = () => ({ authorization: `Bearer ${key}` });
const ask = (query: string) => post(production.url, key, { query });
const get = (path: string) => send(production.url + path, { headers: bearer() });
const raw = (body: string, headers: Readonly<Record<string, string>>) =>
  send(`${production.url}/graphql`, { method: 'POST', headers: { ...bearer(), ...headers }, body });

test('GraphQL over HTTP: 61 of 61, where introspection is on, as the audit needs', async () => {
  const audits = await auditServer({
    url: `${app.url}/graphql`,
    fetchFn: (url: string, options: RequestInit = {}) => {
      const headers = new Headers(options.headers);
      headers.set('authorization', `Bearer ${key}`);
      headers.set('apollo-require-preflight', 'yes');
      return fetch(url, { ...options, headers });
    },
  });
  const others = audits.flatMap((one) =>
    one.status === 'ok' ? [] : [`${one.status} ${one.id} ${one.name}: ${one.reason}`],
  );
  expect([others, audits.length]).toEqual([[], 61]);
}, 60_000);

describe('every answer', () => {
  const requests: [string, () => Promise<DoorAnswer>][] = [
    ['with data', () => ask(me)],
    ['with a fault of the document', () => ask('{')],
    ['without a key', () => post(production.url, 'none', { query: me })],
    ['to a body that is no JSON', () => raw('{', json)],
    ['to a body that is too large', () => raw('x'.repeat(200_000), json)],
    ['of health', () => get('/healthz')],
    ['of no page', () => get('/nowhere')],
    [
      'to no method',
      () => send(`${production.url}/graphql`, { method: 'DELETE', headers: bearer() }),
    ],
  ];

  test.each(requests)('%s has its id and its security headers', async (_, request) => {
    const { headers, text } = await request();
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    for (const name of [
      'x-powered-by',
      'etag',
      'server',
      'set-cookie',
      'access-control-allow-origin',
    ])
      expect([name, headers.get(name)]).toEqual([name, null]);
    if (text.includes('"errors"'))
      expect(textAt(JSON.parse(text), 'errors.0.extensions.requestId')).toBe(
        headers.get('x-request-id'),
      );
  });

  test.each([
    ['a UUID', '0190b2f4-3f3a-7cc4-9c39-1d8a6b0f2e11', true],
    ['64 safe characters', 'a'.repeat(64), true],
    ['65 of them', 'a'.repeat(65), false],
    ['7 of them', 'abc-123', false],
    ['a space', 'request of mine', false],
    ['what a log could be forged with', 'x=1;level=error', false],
  ])('takes over the id that was sent if it is %s', async (_, id, taken) => {
    const { headers } = await post(production.url, key, { query: me }, { 'x-request-id': id });
    expect(headers.get('x-request-id') === id).toBe(taken);
  });
});
