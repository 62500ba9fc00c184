import { Injectable } from '@nestjs/common';
import { ReplaceCalendar } from '../changes/replace-calendar.js';
import { Clock } from '../kernel/clock.js';
import { done, type Outcome } from '../kernel/user-error.js';
import type { Viewer } from '../kernel/viewer.js';
import type { PersonRef } from '../staff/person-ref.js';
import { readCalendar } from './calendar/read-calendar.js';

/** The doorway for calendars: titles, places, texts and names of others go no further. */
@Injectable()
export class ImportCalendar {
  constructor(
    private readonly calendars: ReplaceCalendar,
    private readonly clock: Clock,
  ) {}

  /** Takes a calendar whole, or refuses it whole; says how many absences it gives. */
  async take(viewer: Viewer, person: PersonRef, ics: string): Promise<Outcome<number>> {
    // Reading takes its time: nobody makes the program do it who may not.
    const owner = await this.calendars.owner(viewer, person);
    if (!owner.ok) return owner;
    const events = readCalendar(ics, this.clock.now());
    if (!events.ok) return events;
    const outcome = await this.calendars.carryOut(viewer, person, events.value);
    return outcome.ok ? done(outcome.value.count) : outcome;
  }
}
