import { Field, ObjectType } from '@nestjs/graphql';
import type { TargetKind } from '../../kernel/phone-words.js';
import { TargetKindEnum } from '../phone-enums.js';
import { DirectoryEntryType } from './directory-entry.type.js';
import { UnitType } from './unit.type.js';

@ObjectType('Referral', { description: 'Who answers instead during an absence (hänvisning).' })
export class ReferralType {
  @Field(() => TargetKindEnum, { description: 'Kind; never NUMBER.' })
  kind!: TargetKind;

  @Field(() => DirectoryEntryType, {
    nullable: true,
    description: 'Who, for PERSON and SHARED_LINE.',
  })
  entry!: DirectoryEntryType | null;

  @Field(() => UnitType, {
    nullable: true,
    description: 'Whose answer group, for ANSWER_GROUP.',
  })
  unit!: UnitType | null;
}
