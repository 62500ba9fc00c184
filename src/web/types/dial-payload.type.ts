import { Field, ObjectType } from '@nestjs/graphql';
import { UserErrorType } from './payload.type.js';

@ObjectType('DialPayload', { description: 'What came of what was dialled.' })
export class DialPayloadType {
  @Field(() => Boolean, { description: 'Done; false when it was refused, or had come before.' })
  applied!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'A Swedish confirmation to play, which names nobody; null when it was refused.',
  })
  spoken!: string | null;

  @Field(() => [UserErrorType], {
    description: 'Expected refusals; empty when it was carried out.',
  })
  userErrors!: readonly UserErrorType[];
}
