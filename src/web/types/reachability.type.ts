import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { PublicAbsenceReason, TimePrecision } from '../../kernel/absence-words.js';
import type { Freshness, Verdict } from '../../kernel/phone-words.js';
import { PublicAbsenceReasonEnum, TimePrecisionEnum } from '../absence-enums.js';
import { FreshnessEnum, VerdictEnum } from '../phone-enums.js';
import { DateTimeScalar } from '../scalars.js';
import { DirectoryEntryType } from './directory-entry.type.js';
import { PhoneNumberType } from './phone-number.type.js';

@ObjectType('AnswerAlternative', { description: 'Somebody who answers instead (P4).' })
export class AnswerAlternativeType {
  @Field(() => Int, {
    description: 'Rank from 1: the stand-in, then the stand-in of the stand-in.',
  })
  rank!: number;

  @Field(() => DirectoryEntryType, { description: 'Who.' })
  entry!: DirectoryEntryType;

  @Field(() => Boolean, { description: 'Whether the call can be put through there now.' })
  canConnect!: boolean;

  @Field(() => PhoneNumberType, { nullable: true, description: 'Number to put the call to.' })
  number!: PhoneNumberType | null;
}

@ObjectType('Reachability', { description: 'The one answer that the operator needs (P4).' })
export class ReachabilityType {
  @Field(() => Boolean, {
    description: 'Whether there is somewhere to put the call through to now.',
  })
  canConnect!: boolean;

  @Field(() => VerdictEnum, { description: 'What to do.' })
  verdict!: Verdict;

  @Field(() => PhoneNumberType, {
    nullable: true,
    description: 'To which number; there if, and only if, `canConnect`.',
  })
  connectTo!: PhoneNumberType | null;

  @Field(() => PublicAbsenceReasonEnum, { nullable: true, description: 'Why, fit for a caller.' })
  reason!: PublicAbsenceReason | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When back.' })
  backAt!: Date | null;

  @Field(() => TimePrecisionEnum, { nullable: true, description: 'How sure.' })
  backAtPrecision!: TimePrecision | null;

  @Field(() => [AnswerAlternativeType], { description: 'Who answers instead, nearest first.' })
  alternatives!: AnswerAlternativeType[];

  @Field(() => String, {
    nullable: true,
    description: 'Ready Swedish sentence for the caller. For OPERATOR.',
  })
  phrase!: string | null;

  @Field(() => [String], { nullable: true, description: 'The rules that fired. For OPERATOR.' })
  trace!: string[] | null;

  @Field(() => FreshnessEnum, { description: 'Quality of the facts.' })
  freshness!: Freshness;

  @Field(() => DateTimeScalar, { description: 'Ask again after this instant; a minute at most.' })
  validUntil!: Date;
}
