import { Field, ID, InputType, Int } from '@nestjs/graphql';
import type { Activity, Availability } from '../../kernel/phone-words.js';
import type { E164, Extension } from '../../staff/phone-number.js';
import { ActivityEnum, AvailabilityEnum } from '../phone-enums.js';
import { DateTimeScalar, E164Scalar, ExtensionScalar } from '../scalars.js';

@InputType('SetPresenceInput', { description: 'What a client of yours says of you, for a while.' })
export class SetPresenceInput {
  @Field(() => String, {
    description: 'The client: 1 to 64 letters, digits and -_.: that name nobody.',
  })
  sessionId!: string;

  @Field(() => AvailabilityEnum, { description: 'Base state; UNKNOWN says nothing.' })
  availability!: Availability;

  @Field(() => ActivityEnum, { defaultValue: 'UNKNOWN', description: 'Detail.' })
  activity!: Activity;

  @Field(() => Int, {
    defaultValue: 300,
    description: 'Seconds until it says nothing any more: 300 to 14400. Say it again to keep it.',
  })
  expiresInSeconds!: number;

  @Field(() => String, {
    description:
      'Rises with everything that the session says, 1 to 18 digits; late and repeated ones change nothing. Who has lost count begins another session.',
  })
  sequence!: string;
}

@InputType('ClearPresenceInput', { description: 'Which session says nothing any more.' })
export class ClearPresenceInput {
  @Field(() => String, { description: 'The client.' })
  sessionId!: string;
}

@InputType('PresenceReport', {
  description: 'What a session says of somebody, who is named in exactly one way.',
})
export class PresenceReportInput {
  @Field(() => ExtensionScalar, { nullable: true, description: 'Extension in the dial plan.' })
  extension?: Extension | null;

  @Field(() => E164Scalar, { nullable: true, description: 'Number.' })
  number?: E164 | null;

  @Field(() => ID, { nullable: true, description: 'Global id of the person.' })
  personId?: string | null;

  @Field(() => String, {
    description: 'The session: 1 to 64 letters, digits and -_.: that name nobody.',
  })
  sessionId!: string;

  @Field(() => AvailabilityEnum, { description: 'Base state; UNKNOWN takes it back.' })
  availability!: Availability;

  @Field(() => ActivityEnum, { defaultValue: 'UNKNOWN', description: 'Detail.' })
  activity!: Activity;

  @Field(() => DateTimeScalar, { description: 'When it was seen.' })
  observedAt!: Date;

  @Field(() => String, {
    description:
      'Rises with every report of the session, 1 to 18 digits; late and repeated ones are dropped.',
  })
  reportSeq!: string;

  @Field(() => Int, {
    defaultValue: 300,
    description: 'Seconds until it says nothing any more, 1 to 14400.',
  })
  ttlSeconds!: number;
}

@InputType('ReportPresencesInput', { description: 'Batch of presence sessions.' })
export class ReportPresencesInput {
  @Field(() => String, { description: 'The dial plan whose people it is about.' })
  dialPlan!: string;

  @Field(() => [PresenceReportInput], { description: 'At most 500.' })
  reports!: PresenceReportInput[];
}
