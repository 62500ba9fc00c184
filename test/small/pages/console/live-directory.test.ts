import { expect, test } from '@jest/globals';
import { saysOtherwise } from '../../../../src/pages/console/live-directory.js';

const away = {
  verdict: 'TAKE_MESSAGE',
  reason: 'AWAY',
  backAt: '2026-03-04T07:00:00.000Z',
  backAtPrecision: 'ABOUT',
  phrase: 'Erik är inte på plats och beräknas åter i morgon omkring klockan 8.',
  connectTo: null,
  answeredBy: null,
} as const;

test('an answer in another state than the live picture is over; one that only says the day anew is not', () => {
  expect(saysOtherwise(away, { ...away, verdict: 'CONNECT' })).toBe(true);
  expect(saysOtherwise(away, { ...away, reason: 'BUSY' })).toBe(true);
  expect(saysOtherwise(away, { ...away, backAt: null })).toBe(true);
  expect(saysOtherwise(away, null)).toBe(true);
  const today = { ...away, phrase: away.phrase.replace('i morgon ', '') };
  expect(saysOtherwise(away, today)).toBe(false);
  expect(saysOtherwise(away, undefined)).toBe(false);
});
