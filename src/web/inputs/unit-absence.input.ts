import { Field, ID, InputType } from '@nestjs/graphql';
import type { AbsenceReason, TimePrecision } from '../../kernel/absence-words.js';
import { AbsenceReasonEnum, TimePrecisionEnum } from '../absence-enums.js';
import { DateTimeScalar } from '../scalars.js';
import { idempotencyKey } from './idempotency-key.js';
import { RecurrenceInput } from './absence.input.js';
import { ReferralInput } from './referral.input.js';

@InputType('SetUnitAbsenceInput', {
  description: 'An absence of everybody in a unit. Null and absent mean the same.',
})
export class SetUnitAbsenceInput {
  @Field(() => ID, {
    description: 'The unit itself, without those below it; 200 people at the most.',
  })
  unitId!: string;

  @Field(() => AbsenceReasonEnum, { description: 'Why.' })
  reason!: AbsenceReason;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Start; none means now.' })
  startsAt?: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Expected back; none means as usual for the reason, as in `SetAbsenceInput`.',
  })
  endsAt?: Date | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'Nobody knows when they are back: no end is taken for granted.',
  })
  openEnded?: boolean | null;

  @Field(() => RecurrenceInput, {
    nullable: true,
    description:
      'How it repeats; start and end are those of the first occurrence. None means that it does not.',
  })
  recurrence?: RecurrenceInput | null;

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

  @Field(() => String, idempotencyKey)
  idempotencyKey?: string | null;
}
