import { Field, ID, InputType } from '@nestjs/graphql';
import type { AbsenceReason, AbsenceScope, TimePrecision } from '../../kernel/absence-words.js';
import type { RecurrenceRequest } from '../../staff/series.js';
import { AbsenceReasonEnum, AbsenceScopeEnum, TimePrecisionEnum } from '../absence-enums.js';
import { DateTimeScalar, RecurrenceRuleScalar } from '../scalars.js';
import { idempotencyKey } from './idempotency-key.js';
import { PersonRefInput } from './person-ref.input.js';
import { ReferralInput } from './referral.input.js';

@InputType('RecurrenceInput', {
  description:
    'How an absence repeats. Each occurrence has the same times on the wall clock in Sweden, on both sides of the nights when it changes.',
})
export class RecurrenceInput {
  @Field(() => RecurrenceRuleScalar, {
    description:
      'By the day, week, month or year; without COUNT or UNTIL it goes on until somebody ends it. The first occurrence has to follow it.',
  })
  rule!: string;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description:
      'Without those that begin on a Saturday, a Sunday, a Swedish public holiday, or the eve of Midsummer, Christmas or New Year.',
  })
  exceptHolidays?: boolean | null;
}

/** The recurrence that an input asks for; null for none. */
export function recurrenceRequest(
  input: RecurrenceInput | null | undefined,
): RecurrenceRequest | null {
  return input ? { rule: input.rule, exceptHolidays: input.exceptHolidays ?? false } : null;
}

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
    description:
      'Expected back. None means as usual for the reason, and about then: an hour for LUNCH, MEETING and VISITOR, 15 minutes for BREAK, two hours for ERRAND, 17.00 for REMOTE_WORK, 8.00 the next working day for GONE_FOR_DAY and PART_TIME; and not known for other reasons, with `openEnded`, or when that has passed.',
  })
  endsAt?: Date | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'Nobody knows when the person is back: no end is taken for granted.',
  })
  openEnded?: boolean | null;

  @Field(() => RecurrenceInput, {
    nullable: true,
    description:
      'How it repeats; start and end are those of the first occurrence. None means that it does not; a change replaces the whole series.',
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

  @Field(() => AbsenceScopeEnum, {
    nullable: true,
    defaultValue: 'OCCURRENCE',
    description: 'What of an absence that repeats; of no account for others.',
  })
  scope?: AbsenceScope | null;

  @Field(() => String, { nullable: true, description: 'The version that you read.' })
  expectedVersion?: string | null;

  @Field(() => String, idempotencyKey)
  idempotencyKey?: string | null;
}
