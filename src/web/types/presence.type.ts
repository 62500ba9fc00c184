import { Field, ObjectType } from '@nestjs/graphql';
import type { Activity, Availability, Freshness, LineStatus } from '../../kernel/phone-words.js';
import type { NumberKind } from '../../kernel/words.js';
import { NumberKindEnum } from '../enums.js';
import { ActivityEnum, AvailabilityEnum, FreshnessEnum, LineStatusEnum } from '../phone-enums.js';

@ObjectType('Line', {
  description: 'State of one line; no counterpart, direction or history (P22).',
})
export class LineType {
  @Field(() => NumberKindEnum, { description: 'Which of the telephones.' })
  kind!: NumberKind;

  @Field(() => LineStatusEnum, { description: 'State.' })
  status!: LineStatus;
}

@ObjectType('Presence', { description: 'Joined live state.' })
export class PresenceType {
  @Field(() => AvailabilityEnum, { description: 'Base state.' })
  availability!: Availability;

  @Field(() => ActivityEnum, {
    nullable: true,
    description: 'Detail. For OPERATOR, TECHNICIAN and SELF; colleagues see BUSY, not a call.',
  })
  activity!: Activity | null;

  @Field(() => [LineType], {
    description:
      'Each line. For OPERATOR, TECHNICIAN, PHONE_SYSTEM_KEY and SELF; empty for others.',
  })
  lines!: LineType[];

  @Field(() => FreshnessEnum, { description: 'Age class of the state.' })
  freshness!: Freshness;
}
