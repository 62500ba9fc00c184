import { Field, ObjectType } from '@nestjs/graphql';
import type { GrantedRole } from '../../kernel/words.js';
import { GrantedRoleEnum } from '../relation-enums.js';
import { DateTimeScalar } from '../scalars.js';
import { MunicipalityType } from './municipality.type.js';
import { UserErrorType } from './payload.type.js';
import { PersonType } from './person.type.js';
import { UnitType } from './unit.type.js';

@ObjectType('Grant', { description: 'A role that somebody has been granted here, and has still.' })
export class GrantType {
  @Field(() => PersonType, { description: 'Who has it.' })
  person!: PersonType;

  @Field(() => GrantedRoleEnum, { description: 'Which.' })
  role!: GrantedRole;

  @Field(() => MunicipalityType, { description: 'Where the person works.' })
  municipality!: MunicipalityType;

  @Field(() => String, {
    description: 'Who granted it, as the record of changes has it; no name.',
  })
  grantedBy!: string;

  @Field(() => DateTimeScalar, { description: 'When.' })
  grantedAt!: Date;
}

@ObjectType('UnitPayload', { description: 'Result of a change to a unit.' })
export class UnitPayloadType {
  @Field(() => UnitType, { nullable: true, description: 'The unit afterwards.' })
  unit!: UnitType | null;

  @Field(() => [UserErrorType], {
    description: 'Expected refusals; empty when it was carried out.',
  })
  userErrors!: readonly UserErrorType[];
}
