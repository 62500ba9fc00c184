import { Field, ObjectType } from '@nestjs/graphql';
import type { Activity, Availability, Freshness, LineStatus } from '../../kernel/phone-words.js';
import type { NumberKind } from '../../kernel/words.js';
import { NumberKindEnum } from '../enums.js';
import { DateTimeScalar } from '../scalars.js';
import { ActivityEnum, AvailabilityEnum, FreshnessEnum, LineStatusEnum } from '../phone-enums.js';

@ObjectType('Line', {
  description: 'State of one line; no counterpart, direction or history (P22).',
})
export class LineType {
  @Field(() => NumberKindEnum, { description: 'Which of the telephones.' })
  kind!: NumberKind;

  @Field(() => LineStatusEnum, { description: 'State.' })
  status!: LineStatus;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      'Valid until unless refreshed: a minute ahead at the most, so that it does not tell when a call began (P22). Null when the state is unknown.',
  })
  expiresAt!: Date | null;
}

@ObjectType('Presence', { description: 'Joined live state.' })
export class PresenceType {
  @Field(() => AvailabilityEnum, { description: 'Base state.' })
  availability!: Availability;

  @Field(() => ActivityEnum, {
    nullable: true,
    description:
      'Detail; who may not know why somebody is absent gets OTHER for what keeps the person away. For OPERATOR, TECHNICIAN and SELF; colleagues see BUSY, not a call.',
  })
  activity!: Activity | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether a client of the person says that somebody is there; null when none says anything. For OPERATOR, TECHNICIAN and SELF.',
  })
  signedIn!: boolean | null;

  @Field(() => [LineType], {
    description:
      'Each line. For OPERATOR, TECHNICIAN, PHONE_SYSTEM_KEY and SELF; empty for others.',
  })
  lines!: LineType[];

  @Field(() => FreshnessEnum, { description: 'Age class of the state.' })
  freshness!: Freshness;
}
