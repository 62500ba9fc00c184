import { expect, test } from '@jest/globals';
import { shownNumber, typedNumber } from '../../../../src/pages/my-page/numbers.js';

test.each([
  ['+46701740635', '070-174 06 35'],
  ['+46582001271', '0582-00 12 71'],
  ['+4684650041', '08-465 00 41'],
  ['+4740612345', '+4740612345'],
])('%s is shown as %s, and read back', (e164, shown) => {
  expect(shownNumber(e164)).toBe(shown);
  expect(typedNumber(shown)).toBe(e164);
});

test('a number is typed in many ways', () => {
  for (const typed of ['0582/00 12 71', '+46 (0)582-00 12 71', '0046582001271', '0582.001271'])
    expect(typedNumber(typed)).toBe('+46582001271');
  for (const none of ['', '1271', 'växeln', '07']) expect(typedNumber(none)).toBeNull();
});
