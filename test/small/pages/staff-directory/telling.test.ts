import { describe, expect, test } from '@jest/globals';
import { lifeOf } from '../../../../src/pages/staff-directory/browser-token.js';
import { hoursLines } from '../../../../src/pages/words/weekly-hours.js';
import {
  beginning,
  marked,
  moved,
  onward,
  placeOf,
  stepIn,
} from '../../../../src/pages/staff-directory/places.js';
import { writtenNumber } from '../../../../src/pages/staff-directory/swedish-number.js';
import { backText, whereaboutsOf } from '../../../../src/pages/staff-directory/whereabouts.js';

describe('a number is written as people in Sweden write it', () => {
  test.each([
    ['+46582001234', '0582-00 12 34'],
    ['+46701740635', '070-174 06 35'],
    ['+46850000', '08-500 00'],
    ['+46190012345', '019-001 23 45'],
    ['+4722123456', '+4722123456'],
  ])('%s: %s', (e164, written) => {
    expect(writtenNumber({ e164, extension: '1234' })).toBe(written);
  });

  test('and an extension alone stands as it is', () => {
    expect(writtenNumber({ e164: null, extension: '2106' })).toBe('2106');
  });
});

describe('when somebody is back', () => {
  const now = new Date('2026-11-24T09:00:00Z');
  const text = (endsAt: string | null, endsAtPrecision: 'EXACT' | 'ABOUT' | 'DAY' | 'UNKNOWN') =>
    backText({ endsAt, endsAtPrecision }, now, 'sv');

  test.each([
    ['2026-11-24T12:00:00Z', 'EXACT', 'åter 13:00'],
    ['2026-11-24T12:00:00Z', 'ABOUT', 'åter omkring 13:00'],
    ['2026-11-25T07:00:00Z', 'ABOUT', 'åter i morgon omkring 08:00'],
    ['2026-11-25T07:00:00Z', 'DAY', 'åter i morgon'],
    ['2026-11-30T07:00:00Z', 'DAY', 'åter måndag 30 november'],
    ['2026-11-24T23:30:00Z', 'EXACT', 'åter i morgon 00:30'],
    ['2026-11-24T12:00:00Z', 'UNKNOWN', null],
    [null, 'EXACT', null],
  ] as const)('%s, %s: %s', (endsAt, precision, said) => {
    expect(text(endsAt, precision)).toBe(said);
  });

  test('an absence is told before what somebody says of being there, and nothing of what nobody knows', () => {
    const absence = { endsAt: null, endsAtPrecision: 'UNKNOWN', publicReason: 'AWAY' } as const;
    expect(whereaboutsOf(absence, 'AVAILABLE', now, 'sv')).toEqual({
      sign: 'AWAY',
      text: 'Inte på arbetsplatsen',
    });
    expect(whereaboutsOf(null, 'BUSY', now, 'en')).toEqual({ sign: 'BUSY', text: 'Busy' });
    expect(whereaboutsOf(null, 'UNKNOWN', now, 'sv')).toBeNull();
    expect(whereaboutsOf(null, null, now, 'sv')).toBeNull();
  });
});

test('days with the same hours are one line, and others are not', () => {
  const day = (weekday: number, from: string, to: string) => ({ weekday, from, to });
  const week = [
    day(1, '13:00', '16:30'),
    day(1, '08:00', '12:00'),
    ...[2, 3].flatMap((one) => [day(one, '08:00', '12:00'), day(one, '13:00', '16:30')]),
    day(5, '08:00', '12:00'),
  ];
  expect(hoursLines(week, 'sv')).toEqual([
    { days: 'måndag–onsdag', hours: '08:00–12:00, 13:00–16:30' },
    { days: 'fredag', hours: '08:00–12:00' },
  ]);
});

describe("a visitor's way", () => {
  const [anna, kansliet] = [
    { kind: 'ENTRY', id: 'a' },
    { kind: 'UNIT', id: 'k' },
  ] as const;

  test('goes on, back, and on to elsewhere', () => {
    const there = onward(onward(beginning, anna), kansliet);
    expect(placeOf(there)).toEqual(kansliet);
    const back = moved(there, 1);
    expect(placeOf(back)).toEqual(anna);
    expect(moved(back, 9)).toBe(back);
    expect(onward(moved(back, 0), kansliet).places).toHaveLength(2);
  });

  test("is marked beside the page's own state, with nothing of anybody, and never in its place", () => {
    expect(marked({ page: 1 }, 'v', 2)).toEqual({
      page: 1,
      staffDirectory: { visit: 'v', at: 2 },
    });
    expect(marked('of the page', 'v', 2)).toBeNull();
    expect(stepIn(marked(null, 'v', 2), 'v')).toBe(2);
    for (const state of [null, 'x', {}, marked(null, 'another', 2)])
      expect(stepIn(state, 'v')).toBeNull();
  });
});

test('a token is renewed in time, whatever the clock of the visitor says', () => {
  const now = Date.parse('2026-11-24T09:00:00Z');
  expect(lifeOf('2026-11-24T09:10:00Z', now)).toBe(480_000);
  expect(lifeOf('2026-11-24T11:10:00Z', now)).toBe(540_000);
  expect(lifeOf('2026-11-24T08:10:00Z', now)).toBe(15_000);
  expect(lifeOf('nonsense', now)).toBe(15_000);
});
