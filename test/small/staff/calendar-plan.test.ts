import { describe, expect, test } from '@jest/globals';
import { planCalendar, type CalendarAbsence } from '../../../src/staff/calendar-plan.js';
import type { AbsenceId } from '../../../src/kernel/ids.js';
import { now, at } from '../../support/calendar-text.js';

describe('what an import changes', () => {
  const event = (key: string, from: string, to: string): CalendarAbsence => ({
    key,
    reason: 'MEETING',
    startsAt: at(from),
    endsAt: at(to),
    endsAtPrecision: 'EXACT',
    phoneRings: false,
  });
  const one = event('one', '2026-11-24T08:00:00Z', '2026-11-24T12:00:00Z');
  const other = event('other', '2026-11-25T08:00:00Z', '2026-11-25T12:00:00Z');
  const kept = (...all: readonly CalendarAbsence[]) =>
    all.map((each) => ({ ...each, id: each.key as AbsenceId }));
  const none = new Map<string, Date>();

  test('is what differs, and nothing when it comes again', () => {
    expect(planCalendar(kept(one, other), [one, other], none, now)).toEqual({
      add: [],
      change: [],
      remove: [],
    });
    const longer = { ...one, endsAt: at('2026-11-24T13:00:00Z') };
    expect(planCalendar(kept(one, other), [longer], none, now)).toEqual({
      add: [],
      change: [{ ...longer, id: 'one' }],
      remove: ['other'],
    });
  });

  test('is not what is over by now: that stays for its time', () => {
    const over = event('over', '2026-11-24T07:00:00Z', '2026-11-24T08:00:00Z');
    expect(planCalendar(kept(over), [over], none, now)).toEqual({
      add: [],
      change: [],
      remove: [],
    });
  });

  test('never brings back an event that somebody is back from', () => {
    const returns = new Map([
      ['one', at('2026-11-24T08:30:00Z')],
      ['other', other.startsAt],
    ]);
    expect(planCalendar([], [one, other], returns, now)).toEqual({
      add: [],
      change: [],
      remove: [],
    });
    const soon = new Map([['one', at('2026-11-24T10:00:00Z')]]);
    expect(planCalendar([], [one], soon, now).add).toEqual([
      { ...one, endsAt: at('2026-11-24T10:00:00Z') },
    ]);
  });
});
