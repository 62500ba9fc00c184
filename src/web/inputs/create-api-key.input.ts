import { Field, InputType } from '@nestjs/graphql';
import type { KeyRole } from '../../kernel/key-words.js';
import type { ApiKeyScope } from '../../kernel/words.js';
import { ApiKeyKindEnum, ApiKeyScopeEnum } from '../key-enums.js';
import { DateTimeScalar } from '../scalars.js';

@InputType('CreateApiKeyInput', {
  description:
    'A new key. The same kind, municipality and label as a key that lives makes its replacement.',
})
export class CreateApiKeyInput {
  @Field(() => ApiKeyKindEnum, { description: 'What it stands for.' })
  kind!: KeyRole;

  @Field(() => String, {
    description: "What it is for, at most 80 characters; no person's name and no personnummer.",
  })
  label!: string;

  @Field(() => String, {
    nullable: true,
    description: "SCB's four-digit code; demanded for INTRANET_KEY and INTEGRATION_KEY.",
  })
  municipalityCode?: string | null;

  @Field(() => [ApiKeyScopeEnum], {
    nullable: true,
    description: 'Scopes that the kind can have; none if nothing is said.',
  })
  scopes?: ApiKeyScope[] | null;

  @Field(() => DateTimeScalar, { description: 'When it stops working; at most 366 days ahead.' })
  expiresAt!: Date;
}
