import { expect } from '@jest/globals';
import type { DataSource } from 'typeorm';
import type { CalendarAbsence } from '../../../src/staff/calendar-plan.js';
import type { AbsenceOwner } from '../../../src/store/absences.store.js';
import { CalendarsStore } from '../../../src/store/calendars.store.js';
import { auditFact } from '../../support/audit-fact.js';
import { inMinutes, now } from '../../support/people.js';

const event: CalendarAbsence = {
  key: 'a',
  reason: 'MEETING',
  startsAt: now,
  endsAt: inMinutes(60),
  endsAtPrecision: 'EXACT',
  phoneRings: false,
};

/** Each statement about calendars, sent once. */
export function calendarCalls(source: DataSource, owner: () => Promise<AbsenceOwner>) {
  const calendars = new CalendarsStore(source);
  const replace = async (wanted: readonly CalendarAbsence[]) =>
    calendars.replace(await owner(), wanted, now, auditFact());
  return {
    'CalendarsStore.replace, one more': () => replace([event]),
    'CalendarsStore.replace, one changed': () => replace([{ ...event, reason: 'OTHER' }]),
    'CalendarsStore.replace, one less': () => replace([]),
    'CalendarsStore.forgetReturns': async () => expect(await calendars.forgetReturns(now)).toBe(0),
  };
}
