import { Field, ObjectType } from '@nestjs/graphql';
import { UserErrorType } from './payload.type.js';
import { PersonType } from './person.type.js';

@ObjectType('UnitAbsencePayload', { description: 'Result of an absence of a whole unit.' })
export class UnitAbsencePayloadType {
  @Field(() => [PersonType], {
    description: 'Those who are absent, in Swedish order; nobody when it was refused.',
  })
  people!: readonly PersonType[];

  @Field(() => [UserErrorType], {
    description: 'Expected refusals; empty when it was carried out for all of them.',
  })
  userErrors!: readonly UserErrorType[];
}
