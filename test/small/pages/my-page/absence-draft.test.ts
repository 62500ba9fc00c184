import { expect, test } from '@jest/globals';
import { draftOf, inputOf, newDraft } from '../../../../src/pages/my-page/absence-draft.js';
import { never } from '../../../../src/pages/my-page/repeating.js';

const now = new Date('2026-11-30T10:00:00Z');

test('a new absence is tomorrow, the whole working day, for the person', () => {
  expect(inputOf(newDraft(now, 'VACATION'), 'somebody')).toMatchObject({
    person: { id: 'somebody' },
    id: null,
    reason: 'VACATION',
    startsAt: '2026-12-01T07:00:00.000Z',
    endsAt: '2026-12-01T16:00:00.000Z',
    openEnded: false,
    recurrence: null,
    referral: null,
    note: null,
  });
});

test('one that repeats begins, with its end, on the first day that is chosen', () => {
  const friday = { ...never, how: 'WEEKLY' as const, days: ['FR' as const] };
  const draft = { ...newDraft(now, 'PART_TIME'), from: '2026-12-01T13:00', repeating: friday };
  expect(inputOf(draft, 'somebody')).toMatchObject({
    startsAt: '2026-12-04T12:00:00.000Z',
    endsAt: '2026-12-04T16:00:00.000Z',
    recurrence: { rule: 'FREQ=WEEKLY;BYDAY=FR', exceptHolidays: true },
  });
});

test('without an end it is open, and without a time it cannot be sent', () => {
  const draft = newDraft(now, 'OTHER');
  expect(inputOf({ ...draft, precision: 'UNKNOWN' }, 'somebody')).toMatchObject({
    endsAt: null,
    openEnded: true,
    endsAtPrecision: 'UNKNOWN',
  });
  expect(inputOf({ ...draft, to: '' }, 'somebody')).toBeNull();
  expect(inputOf({ ...draft, from: '' }, 'somebody')).toBeNull();
});

test('one that is changed is sent with its version and what it had', () => {
  const absence = {
    id: 'a',
    version: '7',
    startsAt: '2026-12-04T12:00:00.000Z',
    endsAt: '2026-12-04T16:00:00.000Z',
    endsAtPrecision: 'ABOUT' as const,
    reason: 'COURSE' as const,
    reasonLabel: 'Kurs',
    phoneRings: false,
    note: 'Sal 3',
    cover: 'REFERRAL' as const,
    source: 'SELF' as const,
    recurrence: null,
    referral: { kind: 'PERSON' as const, entry: { id: 'b', displayName: 'Siv Ek' }, unit: null },
  };
  expect(inputOf(draftOf(absence, now), 'somebody')).toMatchObject({
    id: 'a',
    expectedVersion: '7',
    reason: 'COURSE',
    startsAt: absence.startsAt,
    endsAt: absence.endsAt,
    endsAtPrecision: 'ABOUT',
    note: 'Sal 3',
    referral: { entryId: 'b' },
  });
});
