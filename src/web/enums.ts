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

export const AvailabilityEnum = described<words.Availability>('Availability', 'Base presence.', {
  AVAILABLE: 'Free.',
  BUSY: 'Busy.',
  DO_NOT_DISTURB: 'Does not want to be disturbed.',
  BE_RIGHT_BACK: 'Back in a moment.',
  AWAY: 'Away.',
  OFFLINE: 'No telephone is registered.',
  UNKNOWN: 'Not known, or no longer.',
});

export const ActivityEnum = described<words.Activity>('Activity', 'Presence in more detail.', {
  AVAILABLE: 'Free.',
  IN_CALL: 'On the telephone; never with whom.',
  OTHER: 'Something else.',
  UNKNOWN: 'Not known, or no longer.',
});

export const LineStatusEnum = described<words.LineStatus>(
  'LineStatus',
  'State of a line (RFC 4235, joined with registration); never who is at the other end (P22).',
  {
    IDLE: 'Free.',
    RINGING: 'It rings.',
    IN_CALL: 'A call is on.',
    ON_HOLD: 'A call is held.',
    IN_CALL_AND_RINGING: 'A call is on and another one rings.',
    UNREGISTERED: 'The telephone is not connected.',
    UNKNOWN: 'Not reported, or no longer.',
  },
);

export const VerdictEnum = described<words.Verdict>('Verdict', 'What the operator should do.', {
  CONNECT: 'Put the call through to the person.',
  CONNECT_ALTERNATIVE: 'Put the call through to where the person has sent it.',
  HOLD_OR_CALL_BACK: 'The person is busy: hold, or call back.',
  ANSWERED_BY_OTHER: 'Somebody answers instead.',
  TAKE_MESSAGE: 'Nobody can take the call now.',
  UNKNOWN: 'Cannot be told from what you may see; ask for the numbers.',
});

export const FreshnessEnum = described<words.Freshness>('Freshness', 'Age class of facts.', {
  LIVE: 'Reported, and still valid.',
  STALE: 'Reported once, no longer valid.',
  UNKNOWN: 'Never reported.',
});

export const CallOriginEnum = described<words.CallOrigin>(
  'CallOrigin',
  'Where a call comes from.',
  {
    ANY: 'Anywhere.',
    INTERNAL: 'Within the telephone system.',
    EXTERNAL: 'Outside.',
  },
);

export const ForwardingConditionEnum = described<words.ForwardingCondition>(
  'ForwardingCondition',
  'When a forwarding acts (ECMA-269, and not-reachable of the mobile network).',
  {
    UNCONDITIONAL: 'Always.',
    BUSY: 'When the line is busy.',
    NO_ANSWER: 'When nobody answers in time.',
    NOT_REACHABLE: 'When the telephone is not connected.',
    DO_NOT_DISTURB: 'While do-not-disturb is on.',
  },
);

export const ForwardingLayerEnum = described<words.ForwardingLayer>(
  'ForwardingLayer',
  'Where a forwarding is set.',
  {
    PBX: "In the municipality's exchange.",
    MOBILE_NETWORK: 'In the mobile network.',
    DIRECTORY: 'In this system.',
  },
);

export const TargetKindEnum = described<words.TargetKind>('TargetKind', 'Kind of target.', {
  NUMBER: 'A number.',
  PERSON: 'A person.',
  SHARED_LINE: 'A shared telephone (P16).',
  SWITCHBOARD: 'The switchboard.',
  VOICEMAIL: 'Voicemail.',
});

export const SourceEnum = described<words.FactSource | 'LOCAL'>(
  'Source',
  'Where a fact came from.',
  {
    LDAP: "The municipality's directory.",
    LOCAL: 'Added in this system.',
    SELF: 'The person.',
    OPERATOR: 'An operator.',
    TECHNICIAN: 'A technician.',
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

export const GateRuleEnum = described<words.GateRule>('GateRule', 'Why a sync is held.', {
  MASS_LOSS: 'More people missing or disabled within seven days than in an ordinary week.',
  FIELD_LOSS: 'A field vanishes from more than one in ten of those who had it.',
  MASS_CREATION: 'More new people than one in five.',
  REBUILT: 'Most people are gone and others are there: the directory was made anew.',
  RECREATED:
    'Somebody missing is there again under another key, with the same employee id: to be linked, not made twice.',
  KIND_LOSS: 'Everybody of one kind is missing, such as every elected representative.',
  MARKS_LOST: 'A confidentiality mark that was on somebody is on nobody any more.',
  MASS_REJECTION: 'More entries than one in twenty could not be read.',
  CONFIGURATION_CHANGED:
    "The first read after the source's base, filter or mapping changed: look at what it would do.",
});

export const RiseUndoStateEnum = described<words.RiseUndoState>(
  'RiseUndoState',
  "How far the undoing of a run's rises has come.",
  {
    NONE: 'Nobody has asked for it, or the request has passed its seven days.',
    REQUESTED_BY_YOU: 'You have asked; another officer must confirm within seven days.',
    REQUESTED: 'Another officer has asked; it is done when you confirm.',
    UNDONE: 'Two officers have undone it.',
  },
);

export const RiseUndoStepEnum = described<words.RiseUndoStep>(
  'RiseUndoStep',
  "What an officer's word on a run's rises came to.",
  {
    REQUESTED: 'Nothing is changed yet: another officer must confirm within seven days.',
    UNDONE: 'Another officer had asked for it, and it is done.',
  },
);
