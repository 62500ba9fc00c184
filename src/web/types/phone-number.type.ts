import { Field, ObjectType } from '@nestjs/graphql';
import type { NumberAudience, NumberKind } from '../../kernel/words.js';
import { NumberAudienceEnum, NumberKindEnum, SourceEnum } from '../enums.js';
import { E164Scalar, ExtensionScalar, TelUriScalar } from '../scalars.js';
import { GreetingType } from './greeting.type.js';

@ObjectType('PhoneNumber', { description: 'A number.' })
export class PhoneNumberType {
  @Field(() => NumberKindEnum, { description: 'What it is for.' })
  kind!: NumberKind;

  @Field(() => E164Scalar, { nullable: true, description: 'Public form.' })
  e164!: string | null;

  @Field(() => ExtensionScalar, { nullable: true, description: 'Short form.' })
  extension!: string | null;

  @Field(() => TelUriScalar, { nullable: true, description: 'Clickable form.' })
  uri!: string | null;

  @Field(() => NumberAudienceEnum, {
    nullable: true,
    description:
      'Who may see it at the widest. For SELF, TECHNICIAN, and those who lead or answer for the unit.',
  })
  audience!: NumberAudience | null;

  @Field(() => SourceEnum, {
    nullable: true,
    description:
      'Where it came from. For SELF, TECHNICIAN, and those who lead or answer for the unit.',
  })
  source!: 'LDAP' | 'LOCAL' | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether a caller may be told it. For OPERATOR, TECHNICIAN, PHONE_SYSTEM_KEY, SELF, and those who lead or answer for the unit.',
  })
  mayTellCaller!: boolean | null;

  @Field(() => GreetingType, {
    nullable: true,
    description:
      'What its voicemail says (P6, P19). For OPERATOR, TECHNICIAN, SELF, and those who lead or answer for the unit.',
  })
  greeting!: GreetingType | null;
}
