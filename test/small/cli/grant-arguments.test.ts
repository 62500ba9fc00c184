import { expect, test } from '@jest/globals';
import { grantArguments } from '../../../src/cli/grant-arguments.js';

const codes = ['1861', '1860'];

test('npm run grant takes a role, a municipality and an employee id', () => {
  expect(grantArguments(['technician', '1861', '40103'], codes)).toEqual({
    role: 'TECHNICIAN',
    municipality: '1861',
    employeeId: '40103',
  });
});

test.each([
  [[]],
  [['technician', '1861']],
  [['king', '1861', '40103']],
  [['TECHNICIAN', '1861', '40103']],
  [['technician', '9999', '40103']],
  [['technician', '1861', '']],
  [['technician', '1861', 'a\0b']],
  [['technician', '1861', '40103', 'more']],
])('%j is not understood', (argv) => {
  expect(grantArguments(argv, codes)).toBeNull();
});
