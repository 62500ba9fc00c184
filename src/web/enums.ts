import { registerEnumType } from '@nestjs/graphql';
import type * as words from '../kernel/words.js';

/** Registers a closed list with a description of every value; a value without one does not compile. */
export function described<T extends string>(
  name: string,
  description: string,
  values: Readonly<Record<T, string>>,
): { readonly [K in T]: K } {
  const names = Object.keys(values) as T[];
  const list = Object.fromEntries(names.map((value) => [value, value])) as { readonly [K in T]: K };
  const valuesMap = Object.fromEntries(
    names.map((value) => [value, { description: values[value] }]),
  );
  registerEnumType(list, {
    name,
    description,
    valuesMap: valuesMap as Record<T, { description: string }>,
  });
  return list;
}

export const NumberKindEnum = described<words.NumberKind>('NumberKind', 'What a number is for.', {
  DIRECT: 'Reaches the person at the desk.',
  MOBILE: "The person's mobile telephone.",
  SHARED: 'Shared by a team (P16).',
  FUNCTION: 'Belongs to a task, not to a person.',
  SWITCHBOARD: "The municipality's switchboard, given instead of the person's own number.",
});

export const NumberAudienceEnum = described<words.NumberAudience>(
  'NumberAudience',
  'Widest audience of a mobile number (P20).',
  {
    OPERATORS_ONLY:
      'Operators, technicians, the telephone system, and those who lead or answer for the unit.',
    OWN_MUNICIPALITY: 'And everybody in the own municipality; the default.',
    COOPERATION: 'And everybody in the cooperating municipalities.',
  },
);

export const ProtectionLevelEnum = described<words.ProtectionLevel>(
  'ProtectionLevel',
  'Confidentiality of a person.',
  {
    OPEN: 'Published as usual.',
    RESTRICTED: "Colleagues get the switchboard's number, and absence without detail.",
    PROTECTED:
      'Does not exist for anybody but the person, the confidentiality officers, and those whom an officer has named.',
  },
);

export const PersonKindEnum = described<Exclude<words.PersonKind, 'SHARED_PHONE'>>(
  'PersonKind',
  'What an entry stands for; a telephone that a team shares is a SharedLine.',
  {
    EMPLOYEE: 'Somebody employed.',
    ELECTED_REPRESENTATIVE: 'An elected representative (P21).',
    FUNCTION: 'A task with a telephone, not a person.',
  },
);

export const AccountStateEnum = described<words.AccountState>(
  'AccountState',
  'State of the account in the directory.',
  { ACTIVE: 'In use.', DISABLED: 'Disabled there; the person has not left for that.' },
);

export const SourceEnum = described<words.FactSource | 'LOCAL'>(
  'Source',
  'Where a fact came from.',
  {
    LDAP: "The municipality's directory.",
    LOCAL: 'Added in this system.',
    SELF: 'The person.',
    MANAGER: 'Somebody who leads the unit, or the nearest supervisor.',
    PHONE_RESPONSIBLE: 'Who answers for the telephones of the unit (telefonansvarig).',
    OPERATOR: 'An operator.',
    TECHNICIAN: 'A technician.',
    CALENDAR: 'The calendar of the person.',
    PHONE_SYSTEM: 'The telephone system.',
  },
);

export const UserErrorCodeEnum = described<words.UserErrorCode>(
  'UserErrorCode',
  'Expected refusals.',
  {
    INVALID: 'The values contradict each other or the rules.',
    TOO_LONG: 'A text is too long.',
    NOT_FOUND: 'There is none, or none for you.',
    NOT_ALLOWED: 'You may not make this change.',
    CONFLICT: 'Somebody else was first: read again.',
    LOOP: 'Calls would go round in circles.',
    NUMBER_NOT_ALLOWED: 'This number cannot be used here.',
    IN_PAST: 'The time has passed.',
    LIMIT: 'Too many.',
  },
);

export const RoleEnum = described<words.Role>('Role', 'What a viewer is.', {
  EMPLOYEE: 'Employee of a municipality.',
  OFFICER: 'Confidentiality officer of a municipality.',
  AUDITOR: 'Auditor of a municipality (granskare): who did and who read what.',
  OPERATOR: 'Switchboard operator.',
  TECHNICIAN: 'System technician.',
  INTRANET_KEY: "A municipality's intranet.",
  PHONE_SYSTEM_KEY: 'The telephone system.',
  INTEGRATION_KEY: 'Another system.',
});
