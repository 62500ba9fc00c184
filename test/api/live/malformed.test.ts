import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startTestApp, type TestApp } from '../../support/app.js';
import { chanceOf } from '../../support/door/chance.js';
import { listening } from '../../support/listening.js';
import { firstOf } from '../../support/live/client.js';
import { closeCodes, sayMalformed } from '../../support/live/malformed.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
}, 60_000);
afterAll(() => app.stop());

// 5,000 of them: test/long/live/door.long.ts.
const messages = 500;

test(`${messages} malformed messages are never a fault of the program`, async () => {
  const key = app.keys['operator'] ?? '';
  const { lines, answer: codes } = await listening(async () => {
    const closed = await sayMalformed(app.url, key, messages, chanceOf(6));
    const query = 'subscription { directoryChanged { __typename } }';
    const told = JSON.stringify(await firstOf(app.url, key, query));
    expect(told).toBe('{"data":{"directoryChanged":{"__typename":"Bookmark"}}}');
    return closed;
  });
  expect(lines.filter((line) => /web\.fault|Internal error/.test(line))).toEqual([]);
  expect([...codes.keys()].filter((code) => !closeCodes.includes(code))).toEqual([]);
  expect(codes.get(4400)).toBeGreaterThan(50);
}, 60_000);
