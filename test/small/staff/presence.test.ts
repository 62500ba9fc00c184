import { expect, test } from '@jest/globals';
import type { LineStatus } from '../../../src/kernel/phone-words.js';
import { presenceOf } from '../../../src/staff/presence.js';
import { inMinutes, now } from '../../support/people.js';

const line = (status: LineStatus, minutes = 10) => {
  return { kind: 'DIRECT' as const, status, expiresAt: inMinutes(minutes) };
};

test.each<[string, LineStatus[], string]>([
  ['any busy line means busy, since a person is one human', ['IDLE', 'IN_CALL'], 'BUSY'],
  ['a ringing line is busy', ['RINGING'], 'BUSY'],
  ['a held call is busy', ['ON_HOLD'], 'BUSY'],
  [
    'P18: a free mobile is enough where the desk telephone is not connected',
    ['UNREGISTERED', 'IDLE'],
    'AVAILABLE',
  ],
  ['no connected telephone is offline', ['UNREGISTERED'], 'OFFLINE'],
  ['an unknown line says nothing', ['UNKNOWN'], 'UNKNOWN'],
  ['no line says nothing', [], 'UNKNOWN'],
])('%s', (_, states, availability) => {
  expect(
    presenceOf(
      states.map((s) => line(s)),
      now,
    ).availability,
  ).toBe(availability);
});

test('past its expiry a line is unknown, never wrong', () => {
  expect(presenceOf([line('IN_CALL', 0)], now)).toEqual({
    availability: 'UNKNOWN',
    activity: 'UNKNOWN',
    freshness: 'STALE',
  });
  expect(presenceOf([], now).freshness).toBe('UNKNOWN');
});
