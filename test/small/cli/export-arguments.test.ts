import { expect, test } from '@jest/globals';
import { exportArguments } from '../../../src/cli/export-arguments.js';

test('the list is named, and may say where it goes', () => {
  expect(exportArguments(['operators'])).toEqual({ list: 'OPERATORS', out: null });
  const there = { list: 'OPERATORS', out: '/srv/list.csv' };
  expect(exportArguments(['operators', '--out', '/srv/list.csv'])).toEqual(there);
  expect(exportArguments(['--out=/srv/list.csv', 'operators'])).toEqual(there);
});

test.each([
  [[]],
  [['technicians']],
  [['operators', 'operators']],
  [['operators', 'list.csv']],
  [['operators', '--out']],
  [['operators', '--out', '']],
  [['operators', '--force']],
])('what cannot be understood writes nothing: %j', (argv) => {
  expect(exportArguments(argv)).toBeNull();
});
