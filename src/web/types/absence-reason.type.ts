import { Field, ObjectType } from '@nestjs/graphql';
import type { AbsenceReason } from '../../kernel/absence-words.js';
import { AbsenceReasonEnum } from '../absence-enums.js';
import { MunicipalityType } from './municipality.type.js';
import { UserErrorType } from './payload.type.js';

@ObjectType('AbsenceReasonSetting', {
  description: 'What a municipality calls a reason for absence, and how it is dialled or written.',
})
export class AbsenceReasonSettingType {
  @Field(() => AbsenceReasonEnum, { description: 'The reason.' })
  reason!: AbsenceReason;

  @Field(() => Boolean, { description: 'Whether absences may be given this reason.' })
  inUse!: boolean;

  @Field(() => String, { description: 'What it is called in Swedish.' })
  labelSv!: string;

  @Field(() => String, { description: 'What it is called in English.' })
  labelEn!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Its digit on the keypad, 0 to 9; null when it has none.',
  })
  digit!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Its three letters in a calendar, such as MÖT; null when it has none.',
  })
  letterCode!: string | null;
}

@ObjectType('AbsenceReasonsPayload', { description: 'Result of a change of absence reasons.' })
export class AbsenceReasonsPayloadType {
  @Field(() => MunicipalityType, {
    nullable: true,
    description: 'The municipality afterwards; null when it was refused.',
  })
  municipality!: MunicipalityType | null;

  @Field(() => [UserErrorType], {
    description: 'Expected refusals; empty when it was carried out.',
  })
  userErrors!: readonly UserErrorType[];
}
