import { Field, ObjectType } from '@nestjs/graphql';
import type {
  AccountState,
  PersonKind,
  ProtectionLevel,
  ProtectionPresentation,
} from '../../kernel/words.js';
import { AccountStateEnum, PersonKindEnum, ProtectionLevelEnum } from '../enums.js';
import { ProtectionPresentationEnum } from '../level-enums.js';
import { DateTimeScalar, EmailAddressScalar } from '../scalars.js';
import { AbsenceType } from './absence.type.js';
import { DirectoryEntryType } from './directory-entry.type.js';
import { ForwardingType } from './forwarding.type.js';
import { NodeType } from './node.type.js';
import { PresenceType } from './presence.type.js';
import { UnitType } from './unit.type.js';
import { WeeklyWindowType } from './weekly-window.type.js';

@ObjectType('Person', {
  implements: () => [NodeType, DirectoryEntryType],
  description:
    'A person, or a function that is listed like one. Hidden and missing values look the same.',
})
export class PersonType extends DirectoryEntryType {
  @Field(() => String, { nullable: true, description: 'Given name.' })
  givenName!: string | null;

  @Field(() => String, { nullable: true, description: 'Family name.' })
  familyName!: string | null;

  @Field(() => String, { nullable: true, description: 'Title.' })
  title!: string | null;

  @Field(() => EmailAddressScalar, {
    nullable: true,
    description: 'Work e-mail. Not for PHONE_SYSTEM_KEY and INTEGRATION_KEY.',
  })
  email!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Employee id. For the own municipality (EMPLOYEE, INTRANET_KEY, OFFICER), OPERATOR, TECHNICIAN and SELF.',
  })
  employeeId!: string | null;

  @Field(() => PersonKindEnum, { nullable: true, description: 'What the entry stands for.' })
  kind!: Exclude<PersonKind, 'SHARED_PHONE'> | null;

  @Field(() => UnitType, { nullable: true, description: 'Main unit.' })
  unit!: UnitType | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      'When an OPEN person was found to have left (slutat). For OPERATOR and TECHNICIAN, for 90 days; for others the person is gone.',
  })
  leftAt!: Date | null;

  @Field(() => AccountStateEnum, {
    nullable: true,
    description: "State of the directory's account. For TECHNICIAN.",
  })
  accountState!: AccountState | null;

  @Field(() => ProtectionLevelEnum, {
    nullable: true,
    description:
      'Confidentiality. For SELF, OFFICER of the municipality, those who lead the unit, and of somebody PROTECTED those who are named.',
  })
  protectionLevel!: ProtectionLevel | null;

  @Field(() => ProtectionPresentationEnum, {
    nullable: true,
    description:
      'How a PROTECTED person appears to everybody else. For SELF and OFFICER of the municipality.',
  })
  presentation!: ProtectionPresentation | null;

  @Field(() => String, {
    nullable: true,
    description:
      "The name on a PROTECTED person's alias card. For SELF and OFFICER of the municipality.",
  })
  alias!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'For `expectedVersion` in changes. For SELF, OPERATOR, TECHNICIAN, OFFICER of the municipality, and those who lead or answer for the unit.',
  })
  version!: string | null;

  @Field(() => [WeeklyWindowType], {
    description:
      'When the person is best reached (träffas säkrast), where the department has decided to show it (P8). For EMPLOYEE, INTRANET_KEY, OPERATOR, TECHNICIAN, SELF, and those who lead or answer for the unit; empty for others.',
  })
  bestReached!: readonly WeeklyWindowType[];

  @Field(() => PresenceType, {
    nullable: true,
    description:
      'Live state. For OPERATOR, TECHNICIAN, PHONE_SYSTEM_KEY, SELF, and the own municipality (EMPLOYEE, INTRANET_KEY: availability only).',
  })
  presence!: PresenceType | null;

  @Field(() => AbsenceType, {
    nullable: true,
    description:
      'The absence in force. Not for TECHNICIAN, nor for INTEGRATION_KEY without ABSENCE_READ.',
  })
  currentAbsence!: AbsenceType | null;

  @Field(() => [ForwardingType], {
    description:
      'Forwardings in force or planned. For OPERATOR, TECHNICIAN, PHONE_SYSTEM_KEY, SELF, and those who lead or answer for the unit; empty for others.',
  })
  forwardings!: ForwardingType[];
}
