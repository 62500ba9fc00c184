import { expect, test } from '@jest/globals';
import { knownRuns } from '../../../../src/pages/operations/known-runs.js';
import type { RunFragment } from '../../../../src/pages/operations/schema-types.js';

const run = (id: string, startedAt: string, status: RunFragment['status'] = 'SUCCEEDED') =>
  ({ id, startedAt, status }) as RunFragment;

test('runs that were seen stay beside those of now, each once and as it is now, the newest first', () => {
  const seen = [run('b', '2026-11-30T10:00:00Z', 'RUNNING'), run('a', '2026-11-30T09:00:00Z')];
  const now = [run('c', '2026-11-30T11:00:00Z'), run('b', '2026-11-30T10:00:00Z')];
  expect(knownRuns(seen, now).map(({ id, status }) => `${id} ${status}`)).toEqual([
    'c SUCCEEDED',
    'b SUCCEEDED',
    'a SUCCEEDED',
  ]);
});
