import { Injectable } from '@nestjs/common';
import { auditFactOf } from '../audit/audit-fact-of.js';
import type { AbsenceReason } from '../kernel/absence-words.js';
import { Clock } from '../kernel/clock.js';
import type { PersonId } from '../kernel/ids.js';
import { done, type Outcome } from '../kernel/user-error.js';
import type { Viewer } from '../kernel/viewer.js';
import { reasonOfLetterCode, type ReasonSetting } from '../staff/absence-reasons.js';
import type { CalendarEvent } from '../staff/calendar-event.js';
import type { CalendarAbsence } from '../staff/calendar-plan.js';
import type { PersonRef } from '../staff/person-ref.js';
import { AbsenceReasonsStore } from '../store/absence-reasons.store.js';
import { CalendarsStore } from '../store/calendars.store.js';
import { Subjects } from './subjects.js';

/** What a calendar says, and nothing else of it. */
const fields = ['reason', 'startsAt', 'endsAt', 'endsAtPrecision', 'phoneRings', 'source'];

/** Puts what a calendar says in the place of what it said before (P15, P17): by the person, or a system of the municipality. */
@Injectable()
export class ReplaceCalendar {
  constructor(
    private readonly subjects: Subjects,
    private readonly reasons: AbsenceReasonsStore,
    private readonly calendars: CalendarsStore,
    private readonly clock: Clock,
  ) {}

  /** Whose calendar it is, if the viewer may bring it; or the refusal. Asked before the calendar is read. */
  async owner(viewer: Viewer, ref: PersonRef) {
    return this.subjects.allowed(viewer, 'importCalendar', ref, 'person');
  }

  /** Carries it out whole; says how many absences the calendar gives, those too that somebody is back from. */
  async carryOut(
    viewer: Viewer,
    ref: PersonRef,
    events: readonly CalendarEvent[],
  ): Promise<Outcome<{ readonly personId: PersonId; readonly count: number }>> {
    const found = await this.owner(viewer, ref);
    if (!found.ok) return found;
    const { id, municipality } = found.value;
    const settings = await this.reasons.of(municipality.code);
    const wanted = events.flatMap((event) => absenceOf(event, settings) ?? []);
    const now = this.clock.now();
    const fact = auditFactOf(viewer, {
      at: now,
      municipality: municipality.code,
      action: 'IMPORT_CALENDAR',
      about: id,
      fields,
    });
    const owner = { personId: id, municipality: municipality.code };
    await this.calendars.replace(owner, wanted, now, fact);
    return done({ personId: id, count: wanted.length });
  }
}

/** The absence that an event means; null for one that means none. Letters that the municipality does not use are a word of the title. */
function absenceOf(
  event: CalendarEvent,
  settings: readonly ReasonSetting[],
): CalendarAbsence | null {
  const { key, startsAt, endsAt, endsAtPrecision, letterCode, shownAs } = event;
  const coded = letterCode === null ? null : reasonOfLetterCode(settings, letterCode);
  const reason = coded ?? usualReason(shownAs);
  const phoneRings = coded !== null && event.phoneRings;
  return reason && { key, reason, startsAt, endsAt, endsAtPrecision, phoneRings };
}

function usualReason(shownAs: CalendarEvent['shownAs']): AbsenceReason | null {
  if (shownAs === null) return null;
  return shownAs === 'BUSY' ? 'MEETING' : 'OTHER';
}
