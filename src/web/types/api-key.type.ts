import { Field, ObjectType } from '@nestjs/graphql';
import type { KeyRole } from '../../kernel/key-words.js';
import type { ApiKeyScope } from '../../kernel/words.js';
import { ApiKeyKindEnum, ApiKeyScopeEnum } from '../key-enums.js';
import { DateScalar, DateTimeScalar } from '../scalars.js';
import { MunicipalityType } from './municipality.type.js';
import { NodeType } from './node.type.js';
import { UserErrorType } from './payload.type.js';

@ObjectType('ApiKey', {
  implements: () => [NodeType],
  description:
    'The identity of a system. To replace a key: create another one with the same kind, municipality and label, give it to the system, see that it is used (lastUsedOn), and revoke the old one. Two live at a time, never three.',
})
export class ApiKeyType extends NodeType {
  @Field(() => String, {
    description: 'What the key begins with, such as vxk_ik_7Q2fAb3d; no secret.',
  })
  prefix!: string;

  @Field(() => ApiKeyKindEnum, { description: 'What it stands for.' })
  kind!: KeyRole;

  @Field(() => String, { description: 'What it is for.' })
  label!: string;

  @Field(() => MunicipalityType, {
    nullable: true,
    description: 'Where it belongs; null for all of them.',
  })
  municipality!: MunicipalityType | null;

  @Field(() => [ApiKeyScopeEnum], { description: 'What it may do beyond what its kind may.' })
  scopes!: readonly ApiKeyScope[];

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day when it was made; null for the oldest ones.',
  })
  createdOn!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it stops working by itself.' })
  expiresAt!: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it was revoked; null while it is not.',
  })
  revokedAt!: Date | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The last day when it was used; null before the first time.',
  })
  lastUsedOn!: string | null;
}

@ObjectType('ApiKeyPayload', { description: 'Result of a change to a key.' })
export class ApiKeyPayloadType {
  @Field(() => ApiKeyType, { nullable: true, description: 'The key; null when it was refused.' })
  apiKey!: ApiKeyType | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The whole key, shown this once when it is made, and never again: keep it where secrets are kept. Otherwise null.',
  })
  secret!: string | null;

  @Field(() => [UserErrorType], {
    description: 'Expected refusals; empty when it was carried out.',
  })
  userErrors!: readonly UserErrorType[];
}
