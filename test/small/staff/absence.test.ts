import { describe, expect, test } from '@jest/globals';
import type { AbsenceId } from '../../../src/kernel/ids.js';
import { absenceReasons } from '../../../src/kernel/words.js';
import { absenceInForce, nextAbsenceBoundary, publicReasonOf } from '../../../src/staff/absence.js';
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
