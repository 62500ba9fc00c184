import { Field, ObjectType } from '@nestjs/graphql';
import { DirectoryEntryType } from './directory-entry.type.js';
import { NodeType } from './node.type.js';
import { UserErrorType } from './payload.type.js';
import { UnitType } from './unit.type.js';

@ObjectType('SharedLine', {
  implements: () => [NodeType, DirectoryEntryType],
  description:
    'A telephone that a team shares; the nearest supervisor is responsible (P16). Hidden and missing values look the same.',
})
export class SharedLineType extends DirectoryEntryType {
  @Field(() => UnitType, { nullable: true, description: 'The unit whose telephone it is.' })
  unit!: UnitType | null;

  @Field(() => String, {
    nullable: true,
    description:
      'For `expectedVersion` in changes. For SELF, OPERATOR, TECHNICIAN, OFFICER of the municipality, and those who lead or answer for the unit.',
  })
  version!: string | null;
}

@ObjectType('SharedLinePayload', { description: 'Result of a change to a shared telephone.' })
export class SharedLinePayloadType {
  @Field(() => SharedLineType, {
    nullable: true,
    description: 'The shared telephone afterwards, if still visible.',
  })
  sharedLine!: SharedLineType | null;

  @Field(() => [UserErrorType], {
    description: 'Expected refusals; empty when it was carried out.',
  })
  userErrors!: readonly UserErrorType[];
}
