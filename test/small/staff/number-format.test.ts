import { describe, expect, test } from '@jest/globals';
import { dialledInSweden, formatNational, telUri } from '../../../src/staff/number-format.js';
import type { E164, Extension } from '../../../src/staff/phone-number.js';

describe('a number becomes a link', () => {
  const e164 = '+46582001234' as E164;
  const extension = '1240' as Extension;

  test('to itself, or to the extension within its context', () => {
    expect(telUri({ e164, extension: null }, 'hallsberg.se')).toBe('tel:+46582001234');
    expect(telUri({ e164: null, extension }, 'hallsberg.se')).toBe(
      'tel:1240;phone-context=hallsberg.se',
    );
    expect(telUri({ e164: null, extension }, '+4658200')).toBe('tel:1240;phone-context=+4658200');
  });

  test('with the extension behind it only when the number does not already end with it', () => {
    expect(telUri({ e164, extension }, 'hallsberg.se')).toBe('tel:+46582001234;ext=1240');
    expect(telUri({ e164, extension: '1234' as Extension }, 'hallsberg.se')).toBe(
      'tel:+46582001234',
    );
  });

  test.each([
    '',
    'a b',
    'a;ext=1',
    'a..b',
    '-a',
    '1',
    '+',
    'a.1',
    'a'.repeat(64),
    'a.'.repeat(127) + 'a',
  ])('and not with the context %j, which no URI may hold', (context) => {
    expect(telUri({ e164: null, extension }, context)).toBeNull();
  });

  test('nothing to dial gives no link', () => {
    expect(telUri({ e164: null, extension: null }, 'hallsberg.se')).toBeNull();
  });
});

test.each([
  ['+46582001234', '0582-00 12 34'],
  ['+46701740605', '070-174 06 05'],
  ['+46846500400', '08-465 004 00'],
  ['+46812345', '0812345'],
  ['+460582001234', '+460582001234'],
  ['+3589123456', '+358 9 123456'],
  ['+999582001234', '+999582001234'],
])('%s is shown as %s', (e164, shown) => {
  expect(formatNational(e164 as E164)).toBe(shown);
});

test.each([
  ['+46582001234', '0582-00 12 34'],
  ['+46701740605', '070-174 06 05'],
  ['+4722123456', '0047-22 12 34 56'],
  ['+3589123456', '00358-9 123456'],
  ['+460582001234', '00460582001234'],
])('%s is dialled in Sweden as %s', (e164, shown) => {
  expect(dialledInSweden(e164 as E164)).toBe(shown);
});
