import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { containsNationalId } from '../../../src/staff/national-id.js';
import { growth } from '../../support/growth.js';

// Birth numbers 980 to 999 only, which are kept for tests; no living person has these.
describe('a personnummer or samordningsnummer is found', () => {
  test.each([
    '8001019804',
    '800101-9804',
    '800101+9804',
    '19800101-9804',
    '198001019804',
    '800101 9804',
    '800101 - 9804',
    '800101\u20139804',
    '800101\u00a09804',
    '1980-01-01-9804',
    '1980-01-01 9804',
    '19 800101-9804',
    '800\u200b101-9804',
    '٨٠٠١٠١-٩٨٠٤',
    '700163-9850',
    '19700163-9850',
    '651231-9994',
    'anst.nr 800101-9804 (vik.)',
    'x8001019804x',
    '8001019804@hallsberg.example',
    '12 800101-9804',
    '000229-9816',
    '20000229-9816',
  ])('%s', (text) => {
    expect(containsNationalId(text)).toBe(true);
  });
});

describe('what is none is left alone', () => {
  test.each([
    ['a wrong check digit', '800101-9805'],
    ['a day that does not exist', '990229-9822'],
    ['a day that did not exist in that century', '19000229-9816'],
    ['a month that does not exist', '801301-9800'],
    ['a leap day of a common year', '690229-9905'],
    ['a samordningsnummer of no day', '690260-9905'],
    ['a century that nobody lives in', '17800101-9804'],
    ['a longer number', '80010198041'],
    ['thirteen digits', '1198001019804'],
    ['an employee number', '123456'],
    ['a date', '1980-01-01'],
    ['nothing', ''],
  ])('%s: %s', (_, text) => {
    expect(containsNationalId(text)).toBe(false);
  });
});

/** Consecutive numbers from a first one, as digits after the trunk 0. */
function series(first: number, count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => String(first + index));
}

function forms(n: string): readonly string[] {
  return [
    `0${n}`,
    `+46${n}`,
    `0046${n}`,
    `0${n.slice(0, 2)}-${n.slice(2, 5)} ${n.slice(5, 7)} ${n.slice(7)}`,
    `0${n.slice(0, 3)}-${n.slice(3, 5)} ${n.slice(5, 7)} ${n.slice(7)}`,
    `0${n.slice(0, 3)}-${n.slice(3)}`,
  ];
}

test.each([
  ['070-174 06 05 to 99', series(701740605, 95)],
  ['08-465 004 00 to 99', series(846500400, 100)],
  ['031-390 06 00 to 99', series(313900600, 100)],
  ['0980-31 92 00 to 99', series(980319200, 100)],
  ['0582-00 00 00 to 99 99', series(582000000, 10000)],
  ['0583-00 00 00 to 99 99', series(583000000, 10000)],
  ['0584-00 00 00 to 99 99', series(584000000, 10000)],
])('the telephone numbers %s are no alarm in any form', (_, numbers) => {
  expect(numbers.flatMap(forms).filter(containsNationalId)).toEqual([]);
});

test('a fictional mobile number written as an identity number is taken for one', () => {
  expect(containsNationalId('0701740607')).toBe(false);
  expect(containsNationalId('070174-0607')).toBe(true);
});

test('a telephone number that passes as an identity number is an alarm, by decision', () => {
  expect(containsNationalId('0406280404')).toBe(true);
  expect(containsNationalId('040-628 04 04')).toBe(false);
});

test('it is found wherever it stands among other words', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (before, after) => {
      expect(containsNationalId(`${before} a 800101-9804 b ${after}`)).toBe(true);
    }),
  );
});

test.each(['1', '800101 ', '80010198', '800101-', '-', ' ', '8001019805 '])(
  '100 kB of %j end in linear time, and what stands at the end is found',
  (unit) => {
    const of = (length: number) => unit.repeat(length / unit.length);
    expect(containsNationalId(of(100_000))).toBe(false);
    expect(containsNationalId(`${of(100_000)} a 800101-9804`)).toBe(true);
    expect(growth(containsNationalId, of(1_000), of(100_000))).toBeLessThan(1_000);
  },
);
