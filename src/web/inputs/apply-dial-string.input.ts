import { Field, InputType } from '@nestjs/graphql';
import type { E164, Extension } from '../../staff/phone-number.js';
import { E164Scalar, ExtensionScalar } from '../scalars.js';

@InputType('ApplyDialStringInput', {
  description: 'What was dialled on a telephone, named by its number or its extension.',
})
export class ApplyDialStringInput {
  @Field(() => String, { description: 'The dial plan that the telephone belongs to.' })
  dialPlan!: string;

  @Field(() => E164Scalar, { nullable: true, description: "The telephone's number." })
  number?: E164 | null;

  @Field(() => ExtensionScalar, { nullable: true, description: "The telephone's extension." })
  extension?: Extension | null;

  @Field(() => String, {
    description:
      'Digits, stars and hashes as they were dialled, such as "*23*3*1330#"; at most 60.',
  })
  dialled!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Rises with everything that is dialled on the telephone, 1 to 18 digits; late and repeated ones are dropped.',
  })
  reportSeq?: string | null;
}
