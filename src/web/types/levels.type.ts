import { Field, ID, ObjectType } from '@nestjs/graphql';
import type { ProtectionLevel, ProtectionStep } from '../../kernel/words.js';
import { ProtectionLevelEnum } from '../enums.js';
import { ProtectionStepEnum } from '../level-enums.js';
import { DateTimeScalar, E164Scalar } from '../scalars.js';
import { DirectoryEntryType } from './directory-entry.type.js';
import { PageInfoType } from './page-info.type.js';
import { PersonPayloadType, UserErrorType } from './payload.type.js';
import { PhoneNumberType } from './phone-number.type.js';

@ObjectType('ProtectionPayload', { description: "Result of an officer's word on a level." })
export class ProtectionPayloadType extends PersonPayloadType {
  @Field(() => ProtectionStepEnum, {
    nullable: true,
    description: 'What it came to; null when it was refused.',
  })
  step!: ProtectionStep | null;
}

@ObjectType('LevelLowering', {
  description: 'A request to lower a level that waits for another officer.',
})
export class LevelLoweringType {
  @Field(() => DirectoryEntryType, { description: 'Whom it is about.' })
  entry!: DirectoryEntryType;

  @Field(() => ProtectionLevelEnum, { description: 'The level that is asked for.' })
  level!: ProtectionLevel;

  @Field(() => String, { description: 'The case that says why.' })
  caseReference!: string;

  @Field(() => DateTimeScalar, { description: 'When it was asked for; it is good for seven days.' })
  requestedAt!: Date;

  @Field(() => Boolean, { description: 'You have asked yourself: another officer must confirm.' })
  yours!: boolean;
}

@ObjectType('RevealNumbersPayload', { description: 'Numbers that were asked for.' })
export class RevealNumbersPayloadType {
  @Field(() => [PhoneNumberType], {
    nullable: true,
    description:
      'The numbers; null when it was refused. Those of a RESTRICTED person are not told to callers.',
  })
  numbers!: readonly PhoneNumberType[] | null;

  @Field(() => [UserErrorType], { description: 'Expected refusals; empty when it was answered.' })
  userErrors!: readonly UserErrorType[];
}

@ObjectType('ContactRequest', {
  description: 'Wish of a caller for somebody who perhaps does not exist.',
})
export class ContactRequestType {
  @Field(() => ID, { description: 'For handleContactRequest.' })
  id!: string;

  @Field(() => String, { description: 'Whom the caller asked for.' })
  name!: string;

  @Field(() => E164Scalar, { description: 'Where the caller wants to be reached.' })
  callerNumber!: string;

  @Field(() => String, { description: 'What to pass on.' })
  message!: string;

  @Field(() => DateTimeScalar, { description: 'When an operator sent it.' })
  sentAt!: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When an officer dealt with it; it is deleted 30 days later.',
  })
  handledAt!: Date | null;
}

@ObjectType('ContactRequestEdge', { description: 'Inbox edge.' })
export class ContactRequestEdgeType {
  @Field(() => String, { description: 'Opaque cursor, good for this viewer and this list.' })
  cursor!: string;

  @Field(() => ContactRequestType, { description: 'Wish.' })
  node!: ContactRequestType;
}

@ObjectType('ContactRequestConnection', { description: 'Inbox page; no total count on purpose.' })
export class ContactRequestConnectionType {
  @Field(() => [ContactRequestEdgeType], { description: 'Edges, the newest first.' })
  edges!: ContactRequestEdgeType[];

  @Field(() => PageInfoType, { description: 'Page.' })
  pageInfo!: PageInfoType;
}
