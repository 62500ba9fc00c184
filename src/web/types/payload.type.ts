import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { UserErrorCode } from '../../kernel/words.js';
import { UserErrorCodeEnum } from '../enums.js';
import { AbsenceType } from './absence.type.js';
import { ForwardingType } from './forwarding.type.js';
import { PersonType } from './person.type.js';

@ObjectType('UserError', { description: 'Expected refusal: nothing was changed.' })
export class UserErrorType {
  @Field(() => UserErrorCodeEnum, { description: 'Code.' })
  code!: UserErrorCode;

  @Field(() => String, { description: 'Swedish text for people.' })
  message!: string;

  @Field(() => [String], { nullable: true, description: 'Input path.' })
  field!: readonly string[] | null;
}

@ObjectType('PersonPayload', { description: 'Result of a change to a person.' })
export class PersonPayloadType {
  @Field(() => PersonType, {
    nullable: true,
    description: 'The person afterwards, if still visible; null for a shared telephone.',
  })
  person!: PersonType | null;

  @Field(() => [UserErrorType], {
    description: 'Expected refusals; empty when it was carried out.',
  })
  userErrors!: readonly UserErrorType[];
}

@ObjectType('AbsencePayload', { description: 'Result of a change to an absence.' })
export class AbsencePayloadType extends PersonPayloadType {
  @Field(() => AbsenceType, {
    nullable: true,
    description: 'The absence afterwards; null when it is gone.',
  })
  absence!: AbsenceType | null;
}

@ObjectType('ForwardingPayload', { description: 'Result of a change to a forwarding.' })
export class ForwardingPayloadType extends PersonPayloadType {
  @Field(() => ForwardingType, {
    nullable: true,
    description: 'The forwarding afterwards; null when it is gone.',
  })
  forwarding!: ForwardingType | null;
}

@ObjectType('AcknowledgePayload', { description: 'Receipt.' })
export class AcknowledgePayloadType {
  @Field(() => Boolean, { description: 'Taken.' })
  accepted!: boolean;

  @Field(() => Int, { description: 'Rows received and well-formed, known or not.' })
  acceptedCount!: number;

  @Field(() => [UserErrorType], { description: 'Expected refusals; empty when it was taken.' })
  userErrors!: readonly UserErrorType[];
}
