import { Field, ID, InputType } from '@nestjs/graphql';
import type { AbsenceReason, TimePrecision } from '../../kernel/absence-words.js';
import { AbsenceReasonEnum, TimePrecisionEnum } from '../absence-enums.js';
import { DateTimeScalar } from '../scalars.js';
import { idempotencyKey } from './idempotency-key.js';
import { PersonRefInput } from './person-ref.input.js';
import { ReferralInput } from './referral.input.js';

@InputType('SetAbsenceInput', { description: 'An absence. Null and absent mean the same.' })
export class SetAbsenceInput {
  @Field(() => PersonRefInput, { description: 'Whose.' })
  person!: PersonRefInput;

  @Field(() => ID, { nullable: true, description: 'The absence to change; none for a new one.' })
  id?: string | null;

  @Field(() => AbsenceReasonEnum, { description: 'Why.' })
  reason!: AbsenceReason;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Start; none means now.' })
  startsAt?: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Expected back; none means not known.',
  })
  endsAt?: Date | null;

  @Field(() => TimePrecisionEnum, {
    nullable: true,
    defaultValue: 'EXACT',
    description: 'How sure.',
  })
  endsAtPrecision?: TimePrecision | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the telephone still rings; none means as usual for the reason.',
  })
  phoneRings?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description: 'Note for operators, at most 200 characters; erased when the absence ends.',
  })
  note?: string | null;

  @Field(() => ReferralInput, {
    nullable: true,
    description: 'Who answers instead (hänvisning, P10); none for nobody.',
  })
  referral?: ReferralInput | null;

  @Field(() => String, { nullable: true, description: 'The version that you read, when changing.' })
  expectedVersion?: string | null;

  @Field(() => String, idempotencyKey)
  idempotencyKey?: string | null;
}

@InputType('EndAbsenceInput', { description: 'End of an absence.' })
export class EndAbsenceInput {
  @Field(() => ID, { description: 'The absence.' })
  id!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When; none means now.' })
  at?: Date | null;

  @Field(() => String, { nullable: true, description: 'The version that you read.' })
  expectedVersion?: string | null;

  @Field(() => String, idempotencyKey)
  idempotencyKey?: string | null;
}
