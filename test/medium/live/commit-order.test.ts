import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { DataSource } from 'typeorm';
import { startTestApp, type TestApp } from '../../support/app.js';
import { writeAndFollow } from '../../support/live/commits.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
}, 60_000);
afterAll(() => app.stop());

// The whole, with 10,000 commits, is test/long/commit-order.long.ts.
test('eight writers at once: who follows the positions reads every entry as it became', async () => {
  const { read, held, positions } = await writeAndFollow(
    app.app.get(DataSource),
    app.databaseUrl,
    8,
    800,
  );
  expect(read.size).toBeGreaterThan(80);
  expect(read).toEqual(held);
  expect(positions).toEqual(positions.toSorted((a, b) => a - b));
  expect(new Set(positions).size).toBe(positions.length);
}, 60_000);
