import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { Timers } from '../../../src/kernel/timers.js';

test('what is done again and again never runs beside itself, and a stop waits for it and ends it', async () => {
  const timers = new Timers();
  const seen = { running: 0, most: 0, done: 0 };
  timers.every(1, async () => {
    seen.running += 1;
    seen.most = Math.max(seen.most, seen.running);
    await pause(10);
    seen.running -= 1;
    seen.done += 1;
  });
  while (seen.done < 3) await pause(5);
  while (seen.running === 0) await pause(1);
  await timers.stop();
  const before = seen.done;
  expect([seen.running, seen.most, timers.stopped]).toEqual([0, 1, true]);
  await pause(30);
  expect(seen.done).toBe(before);
}, 10_000);
