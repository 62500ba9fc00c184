import { Field, ID, InputType, Int } from '@nestjs/graphql';
import type { NumberAudience } from '../../kernel/words.js';
import { NumberAudienceEnum } from '../enums.js';
import { DateScalar } from '../scalars.js';

@InputType('RetentionInput', {
  description: 'A decision on retention (gallringsbeslut). What is left out is kept.',
})
export class RetentionInput {
  @Field(() => String, { description: "The decision's reference, at most 100 characters." })
  decisionReference!: string;

  @Field(() => DateScalar, { description: 'The day of the decision; not in the future.' })
  decidedOn!: string;

  @Field(() => Int, {
    nullable: true,
    description:
      'Days after somebody has left until what is known of them is erased, 30 to 3650; at the next sync that is carried out.',
  })
  leaversAfterDays?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Days after an absence has ended until it is erased, 1 to 3650.',
  })
  endedAbsencesAfterDays?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Whole months that the audit is kept, 12 to 240.',
  })
  auditMonths?: number | null;
}

@InputType('SetMunicipalitySettingsInput', {
  description: "All of a municipality's settings, in the place of those that were.",
})
export class SetMunicipalitySettingsInput {
  @Field(() => String, { description: "SCB's four-digit code of the own municipality." })
  municipalityCode!: string;

  @Field(() => NumberAudienceEnum, {
    description:
      'Who sees mobile numbers, where a person has no setting of their own (P20); it counts at the next request.',
  })
  mobileVisibility!: NumberAudience;

  @Field(() => RetentionInput, {
    nullable: true,
    description: 'How long things are kept; without it nothing is erased.',
  })
  retention?: RetentionInput | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      'Whether the telephone of somebody absent may be forwarded to a number outside the telephone system (P10).',
  })
  outsideForwarding!: boolean;

  @Field(() => String, { description: 'The version of the settings that you have seen.' })
  expectedVersion!: string;
}

@InputType('SetDepartmentDecisionInput', {
  description: "A department's decision on best-reached times (träffas säkrast, P8).",
})
export class SetDepartmentDecisionInput {
  @Field(() => ID, { description: 'The unit; everything below it is meant too.' })
  unitId!: string;

  @Field(() => Boolean, {
    description: 'Whether best-reached times are shown there; false withdraws the decision.',
  })
  bestReached!: boolean;

  @Field(() => String, {
    nullable: true,
    description:
      "The decision's reference, at most 100 characters; demanded when bestReached is true.",
  })
  decisionReference?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day of the decision; demanded when bestReached is true.',
  })
  decidedOn?: string | null;
}
