import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { PublicAbsenceReason, TimePrecision } from '../../kernel/absence-words.js';
import type { Freshness, ReachabilityRule, Verdict } from '../../kernel/phone-words.js';
import { PublicAbsenceReasonEnum, TimePrecisionEnum } from '../absence-enums.js';
import { FreshnessEnum, ReachabilityRuleEnum, VerdictEnum } from '../phone-enums.js';
import { DateTimeScalar, EmailAddressScalar } from '../scalars.js';
import { DirectoryEntryType } from './directory-entry.type.js';
import { PhoneNumberType } from './phone-number.type.js';

@ObjectType('AnswerAlternative', { description: 'Somebody who answers instead (P4).' })
export class AnswerAlternativeType {
  @Field(() => Int, {
    description:
      'Rank from 1: those who can take the call before those who cannot; of these the nearest first: whom the absence refers to, the usual stand-ins, the answer group of the workplace, its shared telephones, and the answer group above.',
  })
  rank!: number;

  @Field(() => DirectoryEntryType, { description: 'Who.' })
  entry!: DirectoryEntryType;

  @Field(() => Boolean, { description: 'Whether the call can be put through there now.' })
  canConnect!: boolean;

  @Field(() => PhoneNumberType, { nullable: true, description: 'Number to put the call to.' })
  number!: PhoneNumberType | null;
}

@ObjectType('MessageAddress', {
  description: 'Where a message is written; this system keeps none.',
})
export class MessageAddressType {
  @Field(() => EmailAddressScalar, { description: 'Work address.' })
  email!: string;

  @Field(() => DirectoryEntryType, {
    description: 'Whose: of the person, or of the nearest who answers instead.',
  })
  entry!: DirectoryEntryType;
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

  @Field(() => DirectoryEntryType, {
    nullable: true,
    description:
      'Who answers there: the entry itself, or whoever the call is put to instead; null for a number that nobody here is known to have, and if there is none.',
  })
  answeredBy!: DirectoryEntryType | null;

  @Field(() => PublicAbsenceReasonEnum, { nullable: true, description: 'Why, fit for a caller.' })
  reason!: PublicAbsenceReason | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When back.' })
  backAt!: Date | null;

  @Field(() => TimePrecisionEnum, { nullable: true, description: 'How sure.' })
  backAtPrecision!: TimePrecision | null;

  @Field(() => [AnswerAlternativeType], {
    description: 'Who answers instead, at most five, best first.',
  })
  alternatives!: AnswerAlternativeType[];

  @Field(() => MessageAddressType, {
    nullable: true,
    description:
      'Where to write a message (TAKE_MESSAGE, or a caller who wants nobody else); null if you may know no address.',
  })
  messageTo!: MessageAddressType | null;

  @Field(() => String, {
    nullable: true,
    description: 'Ready Swedish sentence for the caller. For OPERATOR.',
  })
  phrase!: string | null;

  @Field(() => [ReachabilityRuleEnum], {
    nullable: true,
    description: 'The rules that fired, the one that answered last. For OPERATOR.',
  })
  trace!: ReachabilityRule[] | null;

  @Field(() => FreshnessEnum, { description: 'Quality of the facts.' })
  freshness!: Freshness;

  @Field(() => DateTimeScalar, { description: 'Ask again after this instant; a minute at most.' })
  validUntil!: Date;
}
