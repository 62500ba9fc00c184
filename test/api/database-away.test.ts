import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startTestApp, type TestApp } from '../support/app.js';
import { startCuttingProxy } from '../support/cutting-proxy.js';
import { at } from '../support/json.js';

let app: TestApp;
let way: Awaited<ReturnType<typeof startCuttingProxy>>;
let databasePort: number;

beforeAll(async () => {
  app = await startTestApp(async (port) => {
    databasePort = port;
    way = await startCuttingProxy(port, Number.POSITIVE_INFINITY);
    return way.port;
  });
}, 60_000);
afterAll(async () => {
  await app.stop();
  await way.close();
});

const question = '{ lookupNumber(number: "+46582001234") { label } }';

test('without its database the program says so with a code, lives, and comes back by itself', async () => {
  expect((await app.ask('operator', question)).text).toContain('Anna-Karin Lindblad');
  await way.close();
  for (let i = 0; i < 3; i += 1) {
    const answer = await app.ask('operator', question);
    expect(at(answer, 'errors.*.extensions.code')).toEqual(['DEPENDENCY_UNAVAILABLE']);
    expect(answer.text).not.toMatch(/ECONN|127\.0\.0\.1|terminated/);
  }
  // The key is looked up again after a second: then the request cannot even be identified.
  app.clock.advance(5);
  const unidentified = await app.ask('operator', question);
  expect(unidentified.status).toBe(503);
  expect(at(unidentified, 'errors.*.extensions.code')).toEqual(['DEPENDENCY_UNAVAILABLE']);
  expect((await fetch(`${app.url}/readyz`)).status).toBe(503);
  expect((await fetch(`${app.url}/healthz`)).status).toBe(200);
  way = await startCuttingProxy(databasePort, Number.POSITIVE_INFINITY, way.port);
  expect((await app.ask('operator', question)).text).toContain('Anna-Karin Lindblad');
  expect((await fetch(`${app.url}/readyz`)).status).toBe(200);
});
