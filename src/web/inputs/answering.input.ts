import { Field, ID, InputType, Int } from '@nestjs/graphql';
import type { GreetingKind } from '../../kernel/phone-words.js';
import type { E164 } from '../../staff/phone-number.js';
import { GreetingKindEnum } from '../phone-enums.js';
import { E164Scalar } from '../scalars.js';
import { idempotencyKey } from './idempotency-key.js';
import { PersonRefInput } from './person-ref.input.js';

const unitVersion = {
  nullable: true,
  description: "The unit's version as it was read; null changes whatever is there.",
};
const personVersion = { description: "The person's version that you read." };

@InputType('WeeklyWindowInput', { description: 'A time of the week, in Swedish time.' })
export class WeeklyWindowInput {
  @Field(() => Int, { description: '1 (Monday) to 7 (Sunday).' })
  weekday!: number;

  @Field(() => String, { description: 'Begins, as "08:00".' })
  from!: string;

  @Field(() => String, { description: 'Ends, as "16:30"; "24:00" ends the day.' })
  to!: string;
}

@InputType('SetAnswerGroupInput', { description: 'Who answers for each other in a unit (P9).' })
export class SetAnswerGroupInput {
  @Field(() => ID, { description: 'The unit.' })
  unitId!: string;

  @Field(() => [ID], {
    description:
      'People, functions and shared telephones of the municipality, the first first; at most 10.',
  })
  memberIds!: string[];

  @Field(() => String, unitVersion)
  expectedVersion?: string | null;

  @Field(() => String, idempotencyKey)
  idempotencyKey?: string | null;
}

@InputType('SetOpeningHoursInput', { description: 'When a unit answers.' })
export class SetOpeningHoursInput {
  @Field(() => ID, { description: 'The unit.' })
  unitId!: string;

  @Field(() => [WeeklyWindowInput], {
    description: 'At most 21, none inside another; an empty list says that nobody has said.',
  })
  windows!: WeeklyWindowInput[];

  @Field(() => String, unitVersion)
  expectedVersion?: string | null;

  @Field(() => String, idempotencyKey)
  idempotencyKey?: string | null;
}

@InputType('SetFaultContactInput', {
  description: 'Whom a unit turns to when telephones fail (P7): an entry or a number, not both.',
})
export class SetFaultContactInput {
  @Field(() => ID, { description: 'The unit.' })
  unitId!: string;

  @Field(() => ID, { nullable: true, description: 'A person, function or shared telephone.' })
  entryId?: string | null;

  @Field(() => E164Scalar, { nullable: true, description: 'A number outside the directory.' })
  number?: E164 | null;

  @Field(() => String, { nullable: true, description: 'What to do, at most 200 characters.' })
  instruction?: string | null;

  @Field(() => String, unitVersion)
  expectedVersion?: string | null;

  @Field(() => String, idempotencyKey)
  idempotencyKey?: string | null;
}

@InputType('SetStandInsInput', { description: 'Who usually stands in for somebody.' })
export class SetStandInsInput {
  @Field(() => PersonRefInput, { description: 'For whom.' })
  person!: PersonRefInput;

  @Field(() => [ID], { description: 'Who, the first first; at most 3.' })
  standInIds!: string[];

  @Field(() => String, personVersion)
  expectedVersion!: string;

  @Field(() => String, idempotencyKey)
  idempotencyKey?: string | null;
}

@InputType('SetBestReachedInput', { description: 'When somebody is best reached (P8).' })
export class SetBestReachedInput {
  @Field(() => PersonRefInput, { description: 'Whose times.' })
  person!: PersonRefInput;

  @Field(() => [WeeklyWindowInput], {
    description: 'At most 21, none inside another; an empty list takes them away.',
  })
  windows!: WeeklyWindowInput[];

  @Field(() => String, personVersion)
  expectedVersion!: string;

  @Field(() => String, idempotencyKey)
  idempotencyKey?: string | null;
}

@InputType('SetGreetingInput', { description: "What a number's voicemail says (P6, P19)." })
export class SetGreetingInput {
  @Field(() => PersonRefInput, { description: 'Whose number.' })
  person!: PersonRefInput;

  @Field(() => E164Scalar, { description: "One of the person's numbers." })
  number!: E164;

  @Field(() => GreetingKindEnum, { description: 'Whose greeting it is.' })
  kind!: GreetingKind;

  @Field(() => Boolean, { description: 'Whether it says whom to turn to instead (P6).' })
  namesAlternative!: boolean;

  @Field(() => String, personVersion)
  expectedVersion!: string;

  @Field(() => String, idempotencyKey)
  idempotencyKey?: string | null;
}

@InputType('SetSharedLineInput', {
  description: 'Who is responsible for a shared telephone (P16).',
})
export class SetSharedLineInput {
  @Field(() => ID, { description: 'The shared telephone.' })
  id!: string;

  @Field(() => ID, {
    nullable: true,
    description: "Who; null for the directory's nearest supervisor.",
  })
  responsibleId?: string | null;

  @Field(() => String, { description: 'The version of the shared telephone that you read.' })
  expectedVersion!: string;

  @Field(() => String, idempotencyKey)
  idempotencyKey?: string | null;
}
