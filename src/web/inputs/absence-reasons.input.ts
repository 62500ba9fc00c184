import { Field, InputType } from '@nestjs/graphql';
import type { AbsenceReason } from '../../kernel/absence-words.js';
import { AbsenceReasonEnum } from '../absence-enums.js';

@InputType('AbsenceReasonInput', {
  description:
    'A reason for absence as a municipality has it. Labels and codes for sickness, care, medical visits, parenthood or union work are refused.',
})
export class AbsenceReasonInput {
  @Field(() => AbsenceReasonEnum, { description: 'The reason.' })
  reason!: AbsenceReason;

  @Field(() => Boolean, { description: 'Whether it is in use; OTHER always is.' })
  inUse!: boolean;

  @Field(() => String, { description: 'What it is called in Swedish, at most 40 characters.' })
  labelSv!: string;

  @Field(() => String, { description: 'What it is called in English, at most 40 characters.' })
  labelEn!: string;

  @Field(() => String, {
    nullable: true,
    description: 'One digit of the keypad, which no other reason in use has; none for none.',
  })
  digit?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Three letters A to Ö, which no other reason in use has; none for none.',
  })
  letterCode?: string | null;
}

@InputType('SetAbsenceReasonsInput', { description: "A municipality's reasons for absence." })
export class SetAbsenceReasonsInput {
  @Field(() => String, { description: "SCB's four-digit code of the municipality." })
  municipalityCode!: string;

  @Field(() => [AbsenceReasonInput], {
    description: 'The reasons to change, whole; those that are left out stay as they are.',
  })
  reasons!: readonly AbsenceReasonInput[];

  @Field(() => String, {
    description: "The version of the municipality's settings that you have seen.",
  })
  expectedVersion!: string;
}
