import { expect, test } from '@jest/globals';
import { toldToCallers, type Reach } from '../../../../src/pages/my-page/told.js';
import { phraseOf } from '../../../../src/staff/phrase.js';

const now = new Date('2026-11-30T10:00:00Z');
const lunch: Reach = {
  verdict: 'TAKE_MESSAGE',
  reason: 'BRIEFLY_AWAY',
  backAt: '2026-11-30T12:05:00Z',
  backAtPrecision: 'ABOUT',
  answeredBy: null,
  alternatives: [],
};
const verdicts = [
  'CONNECT',
  'CONNECT_ALTERNATIVE',
  'ANSWERED_BY_OTHER',
  'HOLD_OR_CALL_BACK',
  'TAKE_MESSAGE',
  'UNKNOWN',
] as const;
const returns = [
  [null, null],
  ['2026-11-30T12:05:00Z', 'ABOUT'],
  ['2026-11-30T12:05:00Z', 'EXACT'],
  ['2026-12-01T07:00:00Z', 'DAY'],
  ['2026-12-01T07:00:00Z', 'EXACT'],
  ['2026-12-04T07:00:00Z', 'ABOUT'],
  ['2026-12-04T07:05:00Z', 'EXACT'],
  ['2026-12-03T23:00:00Z', 'EXACT'],
  ['2027-01-07T07:00:00Z', 'DAY'],
] as const;

test('what one reads is what the operator says, word for word', () => {
  for (const verdict of verdicts)
    for (const [backAt, backAtPrecision] of returns)
      for (const standIn of [null, 'Siv Ek']) {
        const reach = {
          ...lunch,
          verdict,
          backAt,
          backAtPrecision,
          alternatives: standIn === null ? [] : [{ entry: { displayName: standIn } }],
        };
        const told = { ...reach, backAt: backAt === null ? null : new Date(backAt), rules: [] };
        expect(toldToCallers('Anna', reach, now, 'sv')).toBe(phraseOf('Anna', told, standIn, now));
      }
});

test('in English it says the same', () => {
  expect(toldToCallers('Anna', lunch, now, 'en')).toBe(
    'Anna is not at the desk just now and is expected back about 13:05. Would you like to call again then, or leave a message?',
  );
});
