import { Field, ObjectType } from '@nestjs/graphql';
import type { E164 } from '../../staff/phone-number.js';
import { E164Scalar } from '../scalars.js';
import { DirectoryEntryType } from './directory-entry.type.js';
import { UnitType } from './unit.type.js';

@ObjectType('FaultContact', {
  description: 'Whom a workplace turns to when telephones fail (P7).',
})
export class FaultContactType {
  @Field(() => UnitType, { description: 'The unit that says so: itself, or the nearest above.' })
  unit!: UnitType;

  @Field(() => DirectoryEntryType, {
    nullable: true,
    description: 'A person, function or shared telephone; null if there is none, or none for you.',
  })
  entry!: DirectoryEntryType | null;

  @Field(() => E164Scalar, { nullable: true, description: 'A number outside the directory.' })
  number!: E164 | null;

  @Field(() => String, { nullable: true, description: 'What to do.' })
  instruction!: string | null;
}
