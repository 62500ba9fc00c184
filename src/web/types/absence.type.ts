import { Field, ObjectType } from '@nestjs/graphql';
import type {
  AbsenceCover,
  AbsenceReason,
  PublicAbsenceReason,
  TimePrecision,
} from '../../kernel/absence-words.js';
import type { FactSource } from '../../kernel/words.js';
import {
  AbsenceCoverEnum,
  AbsenceReasonEnum,
  PublicAbsenceReasonEnum,
  TimePrecisionEnum,
} from '../absence-enums.js';
import { SourceEnum } from '../enums.js';
import { DateTimeScalar, RecurrenceRuleScalar } from '../scalars.js';
import { NodeType } from './node.type.js';
import { ReferralType } from './referral.type.js';

@ObjectType('Recurrence', { description: 'How an absence repeats.' })
export class RecurrenceType {
  @Field(() => RecurrenceRuleScalar, { description: 'The rule.' })
  rule!: string;

  @Field(() => Boolean, {
    description: 'Whether weekends, Swedish public holidays and free eves are left out.',
  })
  exceptHolidays!: boolean;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the last occurrence is over; null when it goes on.',
  })
  endsAt!: Date | null;
}

@ObjectType('Absence', {
  implements: () => [NodeType],
  description: 'A planned or running absence.',
})
export class AbsenceType extends NodeType {
  @Field(() => AbsenceReasonEnum, {
    nullable: true,
    description:
      'Exact reason. For SELF, OPERATOR, EMPLOYEE of the own municipality, and those who lead or answer for the unit.',
  })
  reason!: AbsenceReason | null;

  @Field(() => PublicAbsenceReasonEnum, { description: 'Reason fit for a caller.' })
  publicReason!: PublicAbsenceReason;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Start.' })
  startsAt!: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Expected back; null when not known.',
  })
  endsAt!: Date | null;

  @Field(() => TimePrecisionEnum, { description: 'How sure.' })
  endsAtPrecision!: TimePrecision;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the telephone still rings meanwhile.',
  })
  phoneRings!: boolean | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Note for operators. For SELF, OPERATOR, and those who lead or answer for the unit.',
  })
  note!: string | null;

  @Field(() => RecurrenceType, {
    nullable: true,
    description:
      'How it repeats; null for one that does not. For SELF, OPERATOR, and those who lead or answer for the unit.',
  })
  recurrence!: RecurrenceType | null;

  @Field(() => ReferralType, {
    nullable: true,
    description:
      'Who answers instead (hänvisning, P10); null when there is nobody, or nobody for you.',
  })
  referral!: ReferralType | null;

  @Field(() => AbsenceCoverEnum, {
    nullable: true,
    description:
      'How it is covered (P10), as forwardings stand now. For SELF, OPERATOR, and those who lead or answer for the unit.',
  })
  cover!: AbsenceCover | null;

  @Field(() => SourceEnum, {
    nullable: true,
    description: 'Who reported it. For SELF, OPERATOR, and those who lead or answer for the unit.',
  })
  source!: FactSource | null;

  @Field(() => String, {
    nullable: true,
    description:
      'For `expectedVersion` in changes. For SELF, OPERATOR, and those who lead or answer for the unit.',
  })
  version!: string | null;
}
