import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { everyGuard } from '../long/every-guard.js';

test('every guard that is taken away once (npm run test:long) stands where it is looked for, and nowhere else', () => {
  const lost = everyGuard.filter(
    ({ file, guard }) => readFileSync(file, 'utf8').split(guard).length !== 2,
  );
  expect(lost.map(({ file, guard }) => `${file}: ${guard}`)).toEqual([]);
});
