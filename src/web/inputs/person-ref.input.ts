import { Field, ID, InputType } from '@nestjs/graphql';
import type { PersonRef } from '../../staff/person-ref.js';
import { AppError } from '../../kernel/app-error.js';
import { idOf } from '../global-id.js';
import { EmailAddressScalar } from '../scalars.js';

@InputType('EmployeeRef', { description: 'Employee id within a municipality.' })
export class EmployeeRefInput {
  @Field(() => String, { description: "SCB's four-digit code." })
  municipalityCode!: string;

  @Field(() => String, { description: "The directory's employee id." })
  employeeId!: string;
}

@InputType('PersonRef', { isOneOf: true, description: 'Exactly one way to name a person.' })
export class PersonRefInput {
  @Field(() => ID, { nullable: true, description: 'Global id.' })
  id?: string;

  @Field(() => EmployeeRefInput, { nullable: true, description: 'Employee id.' })
  employee?: EmployeeRefInput;

  @Field(() => EmailAddressScalar, { nullable: true, description: 'Work e-mail.' })
  email?: string;
}

/** The reference that an input holds. Throws BAD_USER_INPUT for an id that is none, or of another type. */
export function personRef({ id, employee, email }: PersonRefInput): PersonRef {
  if (id !== undefined) return { kind: 'ID', id: idOf('PERSON', id, 'id') };
  if (email !== undefined) return { kind: 'EMAIL', email };
  if (employee !== undefined) {
    const { municipalityCode, employeeId } = employee;
    return { kind: 'EMPLOYEE', municipalityCode, employeeId };
  }
  throw new AppError('BAD_USER_INPUT', 'Name the person in exactly one way.');
}
