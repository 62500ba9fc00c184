import { Field, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar } from '../scalars.js';
import { UserErrorType } from './payload.type.js';

@ObjectType('BrowserTokenPayload', { description: 'A token for the pages of one origin.' })
export class BrowserTokenPayloadType {
  @Field(() => String, {
    nullable: true,
    description:
      'What a page sends as "Authorization: Bearer …"; nothing of it is kept. Null when it was refused.',
  })
  token!: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      'When it stops working: ten minutes from now, or with its key. Null when it was refused.',
  })
  expiresAt!: Date | null;

  @Field(() => [UserErrorType], { description: 'Expected refusals; empty when it was made.' })
  userErrors!: readonly UserErrorType[];
}
