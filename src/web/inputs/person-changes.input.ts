import { Field, ID, InputType } from '@nestjs/graphql';
import type { NumberAudience, ProtectionLevel } from '../../kernel/words.js';
import type { E164, Extension } from '../../staff/phone-number.js';
import { NumberAudienceEnum, ProtectionLevelEnum } from '../enums.js';
import { E164Scalar, ExtensionScalar } from '../scalars.js';
import { idempotencyKey } from './idempotency-key.js';
import { PersonRefInput } from './person-ref.input.js';

@InputType('SetNumbersInput', {
  description:
    "Numbers beside the directory's. Null takes away, absent keeps: the one input where they differ.",
})
export class SetNumbersInput {
  @Field(() => PersonRefInput, { description: 'Whose.' })
  person!: PersonRefInput;

  @Field(() => E164Scalar, { nullable: true, description: 'Direct number.' })
  direct?: E164 | null;

  @Field(() => E164Scalar, { nullable: true, description: 'Mobile number.' })
  mobile?: E164 | null;

  @Field(() => ExtensionScalar, { nullable: true, description: 'Extension of the direct number.' })
  extension?: Extension | null;

  @Field(() => NumberAudienceEnum, {
    nullable: true,
    description: "Who sees the mobile numbers; null means the municipality's setting.",
  })
  mobileAudience?: NumberAudience | null;

  @Field(() => String, { description: "The person's version that you read." })
  expectedVersion!: string;

  @Field(() => String, idempotencyKey)
  idempotencyKey?: string | null;
}

@InputType('SetProtectionInput', { description: 'Confidentiality change with its case reference.' })
export class SetProtectionInput {
  @Field(() => ID, { description: 'Whose.' })
  personId!: string;

  @Field(() => ProtectionLevelEnum, {
    description: 'The level to set or, from two officers, to lower to.',
  })
  level!: ProtectionLevel;

  @Field(() => String, { description: 'The case that says why, at most 100 characters; no name.' })
  caseReference!: string;

  @Field(() => String, { description: "The person's version that you read." })
  expectedVersion!: string;
}
