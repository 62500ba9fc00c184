import { describe, expect, test } from '@jest/globals';
import { connectionWords, freshnessWords } from '../../../../src/pages/console/connection-words.js';
import type { Reach } from '../../../../src/pages/console/entry.js';
import { e164Of, numberText } from '../../../../src/pages/console/phone-text.js';
import { reachWords } from '../../../../src/pages/console/reach-words.js';
import { ageText, backText, typedTime } from '../../../../src/pages/console/time-text.js';

/** 12.20 in Sweden, on a Monday in winter. */
const now = new Date('2026-11-30T11:20:00Z');

test.each([
  ['+46582001234', null, '0582-00 12 34'],
  ['+4687650000', null, '08-765 00 00'],
  ['+46701740605', null, '070-174 06 05'],
  ['+4619123456', null, '019-12 34 56'],
  ['+4721456789', null, '+4721456789'],
  ['+46582001234', '1234', '1234 · 0582-00 12 34'],
  [null, '1234', '1234'],
])('the number %s with the extension %s is written %s', (e164, extension, text) => {
  expect(numberText({ e164, extension })).toBe(text);
});

test.each([
  ['070-174 06 05', '+46701740605'],
  ['0046 701 74 06 05', '+46701740605'],
  ['+47 21 45 67 89', '+4721456789'],
  ['174', null],
  ['anna', null],
  ['', null],
])('what a caller says, %s, is the number %s', (typed, e164) => {
  expect(e164Of(typed)).toBe(e164);
});

describe('when somebody is back', () => {
  test.each([
    ['2026-11-30T12:30:00Z', 'EXACT', 'åter 13.30'],
    ['2026-11-30T12:30:00Z', 'ABOUT', 'åter omkring 13.30'],
    ['2026-12-01T07:00:00Z', 'EXACT', 'åter i morgon 8.00'],
    ['2026-11-30T12:30:00Z', 'DAY', 'åter i dag'],
    ['2026-12-03T12:30:00Z', 'DAY', 'åter tors 3 dec.'],
    ['2026-11-30T23:30:00Z', 'EXACT', 'åter i morgon 0.30'],
    [null, 'UNKNOWN', ''],
  ] as const)('%s, %s: %s', (at, precision, text) => {
    expect(backText(at, precision, now, 'sv').replaceAll('\u00a0', ' ')).toBe(text);
  });
});

test.each([
  ['1330', '2026-11-30T12:30:00.000Z'],
  ['13', '2026-11-30T12:00:00.000Z'],
  ['13.30', '2026-11-30T12:30:00.000Z'],
  ['8:05', '2026-11-30T07:05:00.000Z'],
  ['2460', null],
  ['25', null],
  ['x', null],
])('the typed time %s is %s', (typed, instant) => {
  expect(typedTime(typed, now)?.toISOString() ?? null).toBe(instant);
});

test('a typed time is Sweden’s on the day when the clock changes too', () => {
  const spring = new Date('2026-03-29T00:30:00Z');
  expect(typedTime('1200', spring)?.toISOString()).toBe('2026-03-29T10:00:00.000Z');
});

test('ages', () => {
  const ages = [0, 59_999, 60_000, 3_600_000, 172_800_000].map((age) => ageText(age, 'sv'));
  expect(ages).toEqual(['0 s', '59 s', '1 min', '1 tim', '2 dygn']);
});

const reach: Reach = {
  verdict: 'CONNECT',
  reason: null,
  backAt: null,
  backAtPrecision: null,
  phrase: null,
  connectTo: null,
  answeredBy: null,
};

test('every verdict has words of its own and a sign of its own in both languages', () => {
  const verdicts = [
    'CONNECT',
    'CONNECT_ALTERNATIVE',
    'ANSWERED_BY_OTHER',
    'HOLD_OR_CALL_BACK',
    'TAKE_MESSAGE',
    'UNKNOWN',
  ] as const;
  for (const language of ['sv', 'en'] as const) {
    const said = verdicts.map((verdict) => reachWords({ ...reach, verdict }, now, language));
    for (const part of ['sign', 'short', 'large'] as const)
      expect(new Set(said.map((one) => one[part])).size).toBe(verdicts.length);
  }
});

test('who answers instead stands with why and until when', () => {
  const absent: Reach = {
    ...reach,
    verdict: 'ANSWERED_BY_OTHER',
    reason: 'BRIEFLY_AWAY',
    backAt: '2026-11-30T12:30:00Z',
    backAtPrecision: 'ABOUT',
    answeredBy: { id: 'x', displayName: 'Sofia Renström' },
  };
  expect(reachWords(absent, now, 'sv').large).toBe(
    'Inte på plats just nu, åter omkring 13.30. Sofia Renström svarar i stället',
  );
});

test('a lost connection says how old what is shown is, and what happens', () => {
  const heardAt = new Date(now.getTime() - 90_000);
  const lost = connectionWords({ kind: 'RECONNECTING', cause: 'LOST', heardAt }, now, 'sv');
  expect(lost.text).toBe(
    'Förbindelsen är bruten. Det som visas är 1 min gammalt. Ansluter igen av sig själv.',
  );
  const never = connectionWords({ kind: 'RECONNECTING', cause: 'LOST', heardAt: null }, now, 'sv');
  expect(never.text).toBe('Förbindelsen är bruten. Ansluter igen av sig själv.');
});

test('P7: a directory that was not read in time, or never, is marked', () => {
  const source = { name: 'ad', kind: 'LDAP', lastReportAt: null } as const;
  const municipality = (freshness: 'LIVE' | 'STALE', lastCompleteAt: string | null) => ({
    code: '1861',
    name: 'Hallsberg',
    lastCompleteSyncAt: lastCompleteAt,
    sources: [{ ...source, freshness, lastCompleteAt }],
    absenceReasons: [],
  });
  const at = '2026-11-30T10:20:00Z';
  const said = (...of: Parameters<typeof municipality>) =>
    freshnessWords(municipality(...of), now, 'sv');
  expect(said('LIVE', at)).toEqual({ sign: '●', tone: 'good', text: 'Hallsberg: läst 11.20' });
  expect(said('STALE', at)).toMatchObject({
    tone: 'bad',
    text: 'Hallsberg: läst 11.20, för gammalt',
  });
  expect(said('LIVE', null)).toMatchObject({ tone: 'bad' });
});
