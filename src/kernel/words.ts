/** The closed lists that facts and API share. Each is the only place where its words are listed. */

export const numberKinds = ['DIRECT', 'MOBILE', 'SHARED', 'FUNCTION', 'SWITCHBOARD'] as const;
export type NumberKind = (typeof numberKinds)[number];

/** Widest audience of a mobile number (P20); a municipality sets the default. */
export const numberAudiences = ['OPERATORS_ONLY', 'OWN_MUNICIPALITY', 'COOPERATION'] as const;
export type NumberAudience = (typeof numberAudiences)[number];

/** In rising order: a directory may move a person to the right, never to the left. */
export const protectionLevels = ['OPEN', 'RESTRICTED', 'PROTECTED'] as const;
export type ProtectionLevel = (typeof protectionLevels)[number];

export const personKinds = [
  'EMPLOYEE',
  'ELECTED_REPRESENTATIVE',
  'FUNCTION',
  'SHARED_PHONE',
] as const;
export type PersonKind = (typeof personKinds)[number];

export const accountStates = ['ACTIVE', 'DISABLED'] as const;
export type AccountState = (typeof accountStates)[number];

export const factSources = [
  'LDAP',
  'SELF',
  'MANAGER',
  'PHONE_RESPONSIBLE',
  'OPERATOR',
  'TECHNICIAN',
  'PHONE_SYSTEM',
  'CALENDAR',
] as const;
export type FactSource = (typeof factSources)[number];

export const userErrorCodes = [
  'INVALID',
  'TOO_LONG',
  'NOT_FOUND',
  'NOT_ALLOWED',
  'CONFLICT',
  'LOOP',
  'NUMBER_NOT_ALLOWED',
  'IN_PAST',
  'LIMIT',
] as const;
export type UserErrorCode = (typeof userErrorCodes)[number];

export const roles = [
  'AUDITOR',
  'EMPLOYEE',
  'OFFICER',
  'OPERATOR',
  'TECHNICIAN',
  'INTRANET_KEY',
  'PHONE_SYSTEM_KEY',
  'INTEGRATION_KEY',
] as const;
export type Role = (typeof roles)[number];

/** The roles that people are granted here, one by one. */
export const grantedRoles = ['OPERATOR', 'TECHNICIAN', 'OFFICER', 'AUDITOR'] as const;
export type GrantedRole = (typeof grantedRoles)[number];

/** Who manages a unit (P11), and who is its telefonansvarig (P12). */
export const unitDuties = ['MANAGER', 'PHONE_RESPONSIBLE'] as const;
export type UnitDuty = (typeof unitDuties)[number];

/** What of a person a claim of a token holds. */
export const personClaims = ['EMPLOYEE_ID', 'EMAIL', 'DIRECTORY_KEY'] as const;
export type PersonClaim = (typeof personClaims)[number];

export const apiKeyScopes = [
  'LINE_WRITE',
  'PRESENCE_WRITE',
  'FORWARDING_WRITE',
  'DIAL_WRITE',
  'NUMBERS_MOBILE',
  'ABSENCE_READ',
  'CALENDAR_WRITE',
] as const;
export type ApiKeyScope = (typeof apiKeyScopes)[number];

/** What a change of a person's level came to. */
export const protectionSteps = ['SET', 'REQUESTED', 'LOWERED'] as const;
export type ProtectionStep = (typeof protectionSteps)[number];

/** How a PROTECTED person appears to everybody else: not at all, or as an alias card. */
export const protectionPresentations = ['HIDDEN', 'ALIAS'] as const;
export type ProtectionPresentation = (typeof protectionPresentations)[number];

/** Why somebody asks for the numbers of a RESTRICTED person. */
export const revealPurposes = ['CONNECT_CALL', 'URGENT_MESSAGE', 'EMERGENCY', 'OTHER'] as const;
export type RevealPurpose = (typeof revealPurposes)[number];
