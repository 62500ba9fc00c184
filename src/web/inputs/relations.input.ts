import { Field, ID, InputType } from '@nestjs/graphql';
import type { GrantedRole } from '../../kernel/words.js';
import { GrantedRoleEnum } from '../relation-enums.js';
import { PersonRefInput } from './person-ref.input.js';

@InputType('GrantInput', { description: 'A role to grant or to revoke.' })
export class GrantInput {
  @Field(() => PersonRefInput, { description: 'Whose; never the own.' })
  person!: PersonRefInput;

  @Field(() => GrantedRoleEnum, { description: 'Which.' })
  role!: GrantedRole;
}

@InputType('SetUnitDutiesInput', { description: 'Who has the duties of a unit.' })
export class SetUnitDutiesInput {
  @Field(() => ID, { description: 'The unit.' })
  unitId!: string;

  @Field(() => [ID], {
    nullable: true,
    description:
      'Who manages it, at most 20; null keeps them. For TECHNICIAN. An empty list takes the duty from everybody whom you can see.',
  })
  managerIds?: string[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Who is telefonansvarig (P12), at most 20; null keeps them.',
  })
  phoneResponsibleIds?: string[] | null;

  @Field(() => String, {
    nullable: true,
    description: "The unit's version as it was read; null changes whatever is there.",
  })
  expectedVersion?: string | null;
}
