import { describe, expect, test } from '@jest/globals';
import type { AbsenceId } from '../../../src/kernel/ids.js';
import { absenceReasons } from '../../../src/kernel/absence-words.js';
import {
  absenceInForce,
  expectedReturn,
  nextAbsenceBoundary,
  publicReasonOf,
} from '../../../src/staff/absence.js';
import type { Absence } from '../../../src/staff/absence.js';
import { absence, inMinutes, now } from '../../support/people.js';

describe('the absence in force', () => {
  test('begins at its start and has ended at its end', () => {
    const one = absence({ startsAt: now, endsAt: inMinutes(30) });
    expect(absenceInForce([one], inMinutes(-1))).toBeNull();
    expect(absenceInForce([one], now)).toBe(one);
    expect(absenceInForce([one], inMinutes(29))).toBe(one);
    expect(absenceInForce([one], inMinutes(30))).toBeNull();
  });

  test('of several is one that closes the phone before one that lets it ring', () => {
    const remote = absence({ reason: 'REMOTE_WORK', phoneRings: true, endsAt: null });
    const lunch = absence({ reason: 'LUNCH' });
    expect(absenceInForce([remote, lunch], now)).toBe(lunch);
  });

  test('of several is the one that lasts longest, whatever their order', () => {
    const short = absence({ id: 'a' as AbsenceId, endsAt: inMinutes(10) });
    const open = absence({ id: 'b' as AbsenceId, endsAt: null });
    expect(absenceInForce([short, open], now)).toBe(open);
    expect(absenceInForce([open, short], now)).toBe(open);
  });
});

describe('P4: back again', () => {
  const lunch = absence({ startsAt: now, endsAt: inMinutes(60), endsAtPrecision: 'EXACT' });
  const after = (minutes: number, others: Partial<Absence> = {}) =>
    absence({
      id: 'meeting' as AbsenceId,
      reason: 'MEETING',
      startsAt: inMinutes(60 + minutes),
      endsAt: inMinutes(180),
      endsAtPrecision: 'ABOUT',
      ...others,
    });

  test.each<[string, readonly Absence[], Date | null, string]>([
    ['at the end of the one absence', [lunch], inMinutes(60), 'EXACT'],
    ['after the meeting that follows at once', [lunch, after(0)], inMinutes(180), 'ABOUT'],
    ['after the meeting a quarter later', [after(15), lunch], inMinutes(180), 'ABOUT'],
    ['before a meeting that leaves time to answer', [lunch, after(16)], inMinutes(60), 'EXACT'],
    ['when the phone rings again', [lunch, after(0, { phoneRings: true })], inMinutes(60), 'EXACT'],
    [
      'nobody knows, if what follows has no end',
      [lunch, after(5, { endsAt: null })],
      null,
      'UNKNOWN',
    ],
    [
      'after the last of three',
      [
        after(0),
        lunch,
        after(130, { id: 'last' as AbsenceId, endsAt: inMinutes(300), endsAtPrecision: 'EXACT' }),
      ],
      inMinutes(300),
      'ABOUT',
    ],
    [
      'not earlier for a shorter one within',
      [lunch, after(-30, { endsAt: inMinutes(45) })],
      inMinutes(60),
      'EXACT',
    ],
  ])('%s', (_, absences, at, precision) => {
    expect(expectedReturn(lunch, absences)).toEqual({ at, precision });
    expect(expectedReturn(lunch, absences.toReversed())).toEqual({ at, precision });
  });
});

test('the next boundary is the nearest start or end to come', () => {
  const running = absence({ endsAt: inMinutes(60) });
  const planned = absence({ startsAt: inMinutes(45), endsAt: inMinutes(90) });
  expect(nextAbsenceBoundary([running, planned], now)).toEqual(inMinutes(45));
  expect(nextAbsenceBoundary([absence({ endsAt: null })], now)).toBeNull();
});

test('P21, P23: leave and vacation look alike to a caller, as does whatever has no reason', () => {
  const alike = absenceReasons.filter((reason) => publicReasonOf[reason] === 'ABSENT');
  expect(alike).toEqual(['VACATION', 'LEAVE', 'OTHER']);
});
