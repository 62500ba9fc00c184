import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { NumberAudience } from '../../kernel/words.js';
import { NumberAudienceEnum } from '../enums.js';
import { DateScalar } from '../scalars.js';
import { UserErrorType } from './payload.type.js';
import { UnitType } from './unit.type.js';

@ObjectType('Retention', {
  description:
    "How long things are kept, by the municipality's decision (gallringsbeslut). What is null is kept.",
})
export class RetentionType {
  @Field(() => String, { description: "The decision's reference." })
  decisionReference!: string;

  @Field(() => DateScalar, { description: 'The day of the decision.' })
  decidedOn!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'Days after somebody has left until what is known of them is erased.',
  })
  leaversAfterDays!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Days after an absence has ended until it is erased.',
  })
  endedAbsencesAfterDays!: number | null;

  @Field(() => Int, { nullable: true, description: 'Whole months that the audit is kept.' })
  auditMonths!: number | null;
}

@ObjectType('DepartmentDecision', {
  description: 'A department that has decided to show best-reached times (träffas säkrast, P8).',
})
export class DepartmentDecisionType {
  @Field(() => UnitType, { description: 'The unit; everything below it is meant too.' })
  unit!: UnitType;

  @Field(() => String, { description: "The decision's reference." })
  decisionReference!: string;

  @Field(() => DateScalar, { description: 'The day of the decision.' })
  decidedOn!: string;
}

@ObjectType('MunicipalitySettings', { description: 'What a municipality decides for itself.' })
export class MunicipalitySettingsType {
  @Field(() => NumberAudienceEnum, {
    description: 'Who sees mobile numbers, where a person has no setting of their own (P20).',
  })
  mobileVisibility!: NumberAudience;

  @Field(() => RetentionType, {
    nullable: true,
    description: 'Until a decision is entered this is null, and nothing is erased.',
  })
  retention!: RetentionType | null;

  @Field(() => [DepartmentDecisionType], {
    description: 'The departments that show best-reached times; no other does.',
  })
  bestReachedDepartments!: readonly DepartmentDecisionType[];

  @Field(() => Boolean, {
    description:
      'Whether the telephone of somebody absent may be forwarded to a number outside the telephone system (P10).',
  })
  outsideForwarding!: boolean;

  @Field(() => String, { description: 'Opaque version for expectedVersion.' })
  version!: string;
}

@ObjectType('MunicipalitySettingsPayload', { description: 'Result of a change to settings.' })
export class MunicipalitySettingsPayloadType {
  @Field(() => MunicipalitySettingsType, {
    nullable: true,
    description: 'The settings afterwards; null when it was refused.',
  })
  settings!: MunicipalitySettingsType | null;

  @Field(() => [UserErrorType], {
    description: 'Expected refusals; empty when it was carried out.',
  })
  userErrors!: readonly UserErrorType[];
}
