import { Field, InputType } from '@nestjs/graphql';
import { PersonRefInput } from './person-ref.input.js';

@InputType('ImportCalendarInput', { description: "Somebody's calendar." })
export class ImportCalendarInput {
  @Field(() => PersonRefInput, { description: 'Whose.' })
  person!: PersonRefInput;

  @Field(() => String, {
    description:
      'The whole calendar as iCalendar text (RFC 5545), at most 256 KiB: events (VEVENT), or free and busy times (VFREEBUSY).',
  })
  ics!: string;
}
