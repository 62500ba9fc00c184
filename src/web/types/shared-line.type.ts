import { Field, ObjectType } from '@nestjs/graphql';
import { DirectoryEntryType } from './directory-entry.type.js';
import { NodeType } from './node.type.js';
import { UnitType } from './unit.type.js';

@ObjectType('SharedLine', {
  implements: () => [NodeType, DirectoryEntryType],
  description:
    'A telephone that a team shares; the nearest supervisor is responsible (P16). Hidden and missing values look the same.',
})
export class SharedLineType extends DirectoryEntryType {
  @Field(() => UnitType, { nullable: true, description: 'The unit whose telephone it is.' })
  unit!: UnitType | null;
}
