import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { searchDigits } from '../../../src/staff/number-search.js';
import { growth } from '../../support/growth.js';

describe('what is typed to find a number becomes digits that end it', () => {
  test.each([
    ['0582-00 12 34', '582001234'],
    ['+46 582 00 12 34', '582001234'],
    ['+46 (0)582-00', '58200'],
    ['0046582001234', '582001234'],
    ['0046 582', '582'],
    ['46582001234', '582001234'],
    ['tel:+46582001234', '582001234'],
    ['00 12 34', '001234'],
    ['00 46 58', '004658'],
    ['12 34', '1234'],
    ['1234#', '1234'],
    ['0582-00 12 34 ankn 1234', '582001234'],
    ['ankn 1234', '1234'],
    ['+358 9 1234', '35891234'],
    ['00358 9 1234', '35891234'],
    ['05', null],
    ['+46 58', null],
    ['Eva', null],
    ['70-talet', null],
    ['1234, 1235', null],
    ['1234; 1235', null],
    ['*23*4#', null],
    ['', null],
  ])('%s', (typed, expected) => {
    expect(searchDigits(typed)).toBe(expected);
  });
});

test('of any text whatever come 3 to 15 digits or nothing', () => {
  const typed = fc.string({
    unit: fc.constantFrom('+', '0', '4', '6', '5', ' ', '-', '#', 'x', '(', ';'),
  });
  fc.assert(
    fc.property(fc.oneof(typed, fc.string({ unit: 'binary' })), (text) => {
      expect(searchDigits(text) ?? '000').toMatch(/^\d{3,15}$/);
    }),
    { numRuns: 2000 },
  );
});

test('what is typed of a written number ends its E.164 form, however it is written', () => {
  const forms = [
    '0582-00 12 34',
    '+46 (0)582 001234',
    '0046582001234',
    '46582001234',
    '00 12 34',
    '1234',
  ];
  for (const form of forms) expect('+46582001234').toMatch(new RegExp(`${searchDigits(form)}$`));
});

test.each(['1', '#', '#1', ' '])('100 kB of %j are no search, and are not read first', (unit) => {
  expect(searchDigits(unit.repeat(100_000))).toBeNull();
  expect(growth(searchDigits, unit.repeat(1_000), unit.repeat(100_000))).toBeLessThan(10);
});
