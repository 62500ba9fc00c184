import { expect, test } from '@jest/globals';
import { waitBeforeNextRun } from '../../../src/sync/next-run.js';

const minutes = (every: number, failures: number, random = 0.5) =>
  waitBeforeNextRun(every, failures, random) / 60_000;

test('a source is read again after its interval', () => {
  expect(minutes(15, 0)).toBe(15);
  expect(minutes(240, 0)).toBe(240);
});

test('after failures it is tried soon, then ever less soon, and never given up', () => {
  expect([1, 2, 3, 4, 5, 100].map((failures) => minutes(15, failures))).toEqual([
    1, 5, 15, 60, 60, 60,
  ]);
  expect(minutes(240, 100)).toBe(60);
});

test('no two sources keep step: a tenth more or less', () => {
  expect([minutes(10, 0, 0), minutes(10, 0, 1)]).toEqual([9, 11]);
});
