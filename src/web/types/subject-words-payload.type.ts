import { Field, ObjectType } from '@nestjs/graphql';
import { DirectoryEntryType } from './directory-entry.type.js';
import { UserErrorType } from './payload.type.js';
import { UnitType } from './unit.type.js';

@ObjectType('SubjectWordsPayload', { description: 'Result of a change of subject words.' })
export class SubjectWordsPayloadType {
  @Field(() => DirectoryEntryType, {
    nullable: true,
    description: 'The entry afterwards, if they are its words.',
  })
  entry!: DirectoryEntryType | null;

  @Field(() => UnitType, {
    nullable: true,
    description: 'The unit afterwards, if they are its words.',
  })
  unit!: UnitType | null;

  @Field(() => [UserErrorType], {
    description: 'Expected refusals; empty when it was carried out.',
  })
  userErrors!: readonly UserErrorType[];
}
