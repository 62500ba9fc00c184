import { expect, test } from '@jest/globals';
import { exitCodeOf, syncArguments } from '../../../src/cli/sync-arguments.js';

test('names, a preview and a decision are read from the command line', () => {
  expect(syncArguments([])).toEqual({ names: [], preview: false, decision: null });
  expect(syncArguments(['1861', 'laxa', '--preview'])).toEqual({
    names: ['1861', 'laxa'],
    preview: true,
    decision: null,
  });
  expect(syncArguments(['--approve', 'abc'])?.decision).toEqual({
    verdict: 'APPROVED',
    hash: 'abc',
  });
  expect(syncArguments(['--reject', 'abc'])?.decision).toEqual({
    verdict: 'REJECTED',
    hash: 'abc',
  });
});

test.each([
  [['--approve']],
  [['--approve', 'a', '--reject', 'a']],
  [['--approve', 'a', '--preview']],
  [['--force']],
])('what cannot be understood does nothing: %j', (argv) => {
  expect(syncArguments(argv)).toBeNull();
});

test('the exit code is that of the worst outcome', () => {
  expect(exitCodeOf(['SUCCEEDED', 'COMPLETED_WITH_ERRORS'])).toBe(0);
  expect(exitCodeOf(['SUCCEEDED', null])).toBe(4);
  expect(exitCodeOf([null, 'HELD'])).toBe(3);
  expect(exitCodeOf(['HELD', 'FAILED', null])).toBe(1);
});
