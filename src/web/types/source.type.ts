import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { Freshness } from '../../kernel/phone-words.js';
import type { HeldChange, SourceKind } from '../../kernel/sync-words.js';
import { FreshnessEnum } from '../phone-enums.js';
import { GateRuleEnum, SourceKindEnum } from '../sync-enums.js';
import { DateTimeScalar } from '../scalars.js';
import { HeldChangeEnum } from '../sync-enums.js';
import { UserErrorType } from './payload.type.js';
import { DirectoryEntryType } from './directory-entry.type.js';

@ObjectType('SourceState', {
  description:
    "What a municipality's facts come from: a directory that is read, or the exchange that reports (P7).",
})
export class SourceStateType {
  @Field(() => SourceKindEnum, { description: 'Directory or exchange.' })
  kind!: SourceKind;

  @Field(() => String, {
    description: 'Its name in the configuration; of an exchange its dial plan.',
  })
  name!: string;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When a directory was last read to its end.',
  })
  lastCompleteAt!: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'The minute in which an exchange last reported anything, or a sign of life.',
  })
  lastReportAt!: Date | null;

  @Field(() => FreshnessEnum, {
    description:
      'Of a directory LIVE while it is read on time, STALE after three of its intervals; of an exchange LIVE for ten minutes after a report, then STALE. UNKNOWN before the first.',
  })
  freshness!: Freshness;
}

@ObjectType('HeldPlan', {
  description:
    'A sync that loses or creates more than an ordinary one, and waits for a technician. Nobody PROTECTED is counted or named.',
})
export class HeldPlanType {
  @Field(() => String, { description: 'Names exactly what is held; a decision is about this.' })
  hash!: string;

  @Field(() => String, { description: "The directory's name in the configuration." })
  source!: string;

  @Field(() => String, { description: "SCB's code of the municipality." })
  municipalityCode!: string;

  @Field(() => [GateRuleEnum], { description: 'The rules that held it.' })
  rules!: string[];

  @Field(() => DateTimeScalar, { description: 'When it was first held.' })
  heldAt!: Date;

  @Field(() => Int, { description: 'People who would be missing.' })
  missing!: number;

  @Field(() => Int, { description: 'Accounts that would be disabled.' })
  disabled!: number;

  @Field(() => Int, { description: 'People who would be created.' })
  created!: number;

  @Field(() => Int, { description: 'Values that would disappear.' })
  lostFields!: number;

  @Field(() => Int, {
    description: 'People who are there again under another key, and would be linked to it.',
  })
  relinked!: number;

  @Field(() => Int, { description: 'Entries that could not be read.' })
  rejected!: number;
}

@ObjectType('HeldPlanSample', { description: 'One thing that a held plan would do, and to whom.' })
export class HeldPlanSampleType {
  @Field(() => HeldChangeEnum, { description: 'What would be done.' })
  change!: HeldChange;

  @Field(() => String, { nullable: true, description: 'The field that would be lost.' })
  field!: string | null;

  @Field(() => DirectoryEntryType, {
    nullable: true,
    description: 'Whom it would be done to, as you see entries.',
  })
  entry!: DirectoryEntryType | null;
}

@ObjectType('PlanPayload', { description: 'Result of a decision on a held plan.' })
export class PlanPayloadType {
  @Field(() => Boolean, { description: 'Decided now.' })
  decided!: boolean;

  @Field(() => [UserErrorType], { description: 'Expected refusals; empty when it was decided.' })
  userErrors!: readonly UserErrorType[];
}
