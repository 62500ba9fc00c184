import { Field, ObjectType } from '@nestjs/graphql';
import { E164Scalar } from '../scalars.js';
import { NodeType } from './node.type.js';

@ObjectType('Municipality', {
  implements: () => [NodeType],
  description: 'A municipality of the cooperation.',
})
export class MunicipalityType extends NodeType {
  @Field(() => String, { description: "SCB's four-digit code." })
  code!: string;

  @Field(() => String, { description: 'Name.' })
  name!: string;

  @Field(() => E164Scalar, { description: 'Main number.' })
  switchboardNumber!: string;
}
