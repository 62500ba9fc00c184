import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { ImportCalendar } from '../intake/import-calendar.js';
import type { Viewer } from '../kernel/viewer.js';
import { Audience } from './audience.js';
import { ImportCalendarInput } from './inputs/import-calendar.input.js';
import { personRef } from './inputs/person-ref.input.js';
import { AcknowledgePayloadType } from './types/payload.type.js';
import { CurrentViewer } from './viewer.guard.js';

/** What calendars write. */
@Resolver()
export class CalendarResolver {
  constructor(private readonly calendars: ImportCalendar) {}

  @Mutation(() => AcknowledgePayloadType, {
    description:
      'Absences from a calendar, in the place of those that came from it before; the same calendar twice changes nothing. Of each event are kept when it is and a reason, by three letters before ":" (telephone closed) or ";" (it rings) in the title, or else as the time is shown: busy is MEETING, out of office is OTHER, anything else nothing. What somebody has reported goes before it, and who has ended such an absence is back. Counted are the absences that it gives. For SELF, and INTEGRATION_KEY of the municipality with CALENDAR_WRITE.',
  })
  @Audience(['EMPLOYEE', 'INTEGRATION_KEY'])
  async importCalendar(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { type: () => ImportCalendarInput, description: 'Whose, and what it says.' })
    { person, ics }: ImportCalendarInput,
  ) {
    const outcome = await this.calendars.take(viewer, personRef(person), ics);
    return outcome.ok
      ? { accepted: true, acceptedCount: outcome.value, userErrors: [] }
      : { accepted: false, acceptedCount: 0, userErrors: outcome.errors };
  }
}
