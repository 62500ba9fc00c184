import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { DataSource } from 'typeorm';
import { startTestApp, type TestApp } from '../support/app.js';
import { writeAndFollow } from '../support/live/commits.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
}, 60_000);
afterAll(() => app.stop());

test('eight writers and ten thousand commits held for 0 to 5 ms: no change is missed', async () => {
  const { read, held } = await writeAndFollow(app.app.get(DataSource), app.databaseUrl, 8, 10_000);
  expect(read.size).toBeGreaterThan(100);
  expect(read).toEqual(held);
}, 600_000);
