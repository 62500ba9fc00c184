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

export const availabilities = [
  'AVAILABLE',
  'BUSY',
  'DO_NOT_DISTURB',
  'BE_RIGHT_BACK',
  'AWAY',
  'OFFLINE',
  'UNKNOWN',
] as const;
export type Availability = (typeof availabilities)[number];

export const activities = ['AVAILABLE', 'IN_CALL', 'OTHER', 'UNKNOWN'] as const;
export type Activity = (typeof activities)[number];

/** RFC 4235 dialog states joined with registration; never who is at the other end (P22). */
export const lineStatuses = [
  'IDLE',
  'RINGING',
  'IN_CALL',
  'ON_HOLD',
  'IN_CALL_AND_RINGING',
  'UNREGISTERED',
  'UNKNOWN',
] as const;
export type LineStatus = (typeof lineStatuses)[number];

/** No health, family or union reason exists; such absences are OTHER, "ej anträffbar". */
export const absenceReasons = [
  'LUNCH',
  'BREAK',
  'MEETING',
  'VISITOR',
  'ERRAND',
  'TRAVEL',
  'COURSE',
  'REMOTE_WORK',
  'GONE_FOR_DAY',
  'PART_TIME',
  'VACATION',
  'LEAVE',
  'OTHER',
] as const;
export type AbsenceReason = (typeof absenceReasons)[number];

export const publicAbsenceReasons = [
  'BRIEFLY_AWAY',
  'BUSY',
  'AWAY',
  'GONE_FOR_DAY',
  'ABSENT',
] as const;
export type PublicAbsenceReason = (typeof publicAbsenceReasons)[number];

/** How an absence is covered (P10), the surest for a caller first. */
export const absenceCovers = ['REFERRAL', 'FORWARDING', 'RINGING', 'VOICEMAIL', 'NONE'] as const;
export type AbsenceCover = (typeof absenceCovers)[number];

/** From the surest to the least sure. */
export const timePrecisions = ['EXACT', 'ABOUT', 'DAY', 'UNKNOWN'] as const;
export type TimePrecision = (typeof timePrecisions)[number];

/** ECMA-269 conditions and the mobile network's "not reachable" (3GPP TS 22.082). */
export const forwardingConditions = [
  'UNCONDITIONAL',
  'BUSY',
  'NO_ANSWER',
  'NOT_REACHABLE',
  'DO_NOT_DISTURB',
] as const;
export type ForwardingCondition = (typeof forwardingConditions)[number];

export const callOrigins = ['ANY', 'INTERNAL', 'EXTERNAL'] as const;
export type CallOrigin = (typeof callOrigins)[number];

export const forwardingLayers = ['PBX', 'MOBILE_NETWORK', 'DIRECTORY'] as const;
export type ForwardingLayer = (typeof forwardingLayers)[number];

export const targetKinds = ['NUMBER', 'PERSON', 'SHARED_LINE', 'SWITCHBOARD', 'VOICEMAIL'] as const;
export type TargetKind = (typeof targetKinds)[number];

export const factSources = ['LDAP', 'SELF', 'OPERATOR', 'TECHNICIAN', 'PHONE_SYSTEM'] as const;
export type FactSource = (typeof factSources)[number];

export const verdicts = [
  'CONNECT',
  'CONNECT_ALTERNATIVE',
  'HOLD_OR_CALL_BACK',
  'ANSWERED_BY_OTHER',
  'TAKE_MESSAGE',
  'UNKNOWN',
] as const;
export type Verdict = (typeof verdicts)[number];

export const freshnesses = ['LIVE', 'STALE', 'UNKNOWN'] as const;
export type Freshness = (typeof freshnesses)[number];

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

export const apiKeyScopes = ['LINE_WRITE', 'NUMBERS_MOBILE', 'ABSENCE_READ'] as const;
export type ApiKeyScope = (typeof apiKeyScopes)[number];

/** The rules that can hold a sync. */
export const gateRules = [
  'MASS_LOSS',
  'FIELD_LOSS',
  'MASS_CREATION',
  'REBUILT',
  'RECREATED',
  'KIND_LOSS',
  'MARKS_LOST',
  'MASS_REJECTION',
  'CONFIGURATION_CHANGED',
] as const;
export type GateRule = (typeof gateRules)[number];

export const syncStatuses = [
  'QUEUED',
  'RUNNING',
  'SUCCEEDED',
  'COMPLETED_WITH_ERRORS',
  'HELD',
  'FAILED',
  'ABORTED',
] as const;
export type SyncStatus = (typeof syncStatuses)[number];

/** A read of everything, a read of what changed since the last one, or a read that changes nothing. */
export const syncKinds = ['COMPLETE', 'DELTA', 'PREVIEW'] as const;
export type SyncKind = (typeof syncKinds)[number];

export const syncTriggers = ['SCHEDULE', 'REQUEST', 'COMMAND'] as const;
export type SyncTrigger = (typeof syncTriggers)[number];

/** Why a value or an entry of a directory was not taken; it names the field, never the value. */
export const rejectionCodes = [
  'NO_KEY',
  'NO_NAME',
  'NOT_UTF8',
  'TOO_LONG',
  'NATIONAL_ID',
  'NOT_A_NUMBER',
  'NOT_AN_ADDRESS',
  'DUPLICATE_KEY',
] as const;
export type RejectionCode = (typeof rejectionCodes)[number];

/** What a held plan would do to somebody. */
export const heldChanges = [
  'MISSING',
  'DISABLED',
  'CREATED',
  'LOST_FIELD',
  'RELINKED',
  'REJECTED',
] as const;
export type HeldChange = (typeof heldChanges)[number];
/** How far the undoing of a run's rises has come, for the officer who asks. */
export const riseUndoStates = ['NONE', 'REQUESTED_BY_YOU', 'REQUESTED', 'UNDONE'] as const;
export type RiseUndoState = (typeof riseUndoStates)[number];

/** What one officer's word on a run's rises comes to. */
export const riseUndoSteps = ['REQUESTED', 'UNDONE'] as const;
export type RiseUndoStep = (typeof riseUndoSteps)[number];

/** What a change of a person's level came to. */
export const protectionSteps = ['SET', 'REQUESTED', 'LOWERED'] as const;
export type ProtectionStep = (typeof protectionSteps)[number];

/** How a PROTECTED person appears to everybody else: not at all, or as an alias card. */
export const protectionPresentations = ['HIDDEN', 'ALIAS'] as const;
export type ProtectionPresentation = (typeof protectionPresentations)[number];

/** Why somebody asks for the numbers of a RESTRICTED person. */
export const revealPurposes = ['CONNECT_CALL', 'URGENT_MESSAGE', 'EMERGENCY', 'OTHER'] as const;
export type RevealPurpose = (typeof revealPurposes)[number];

/** What is recorded, by whom it was done and of whom. Live facts have none (P22). */
export const auditActions = [
  'READ_PROTECTED',
  'REVEAL_NUMBERS',
  'READ_AUDIT',
  'SET_ABSENCE',
  'END_ABSENCE',
  'SET_FORWARDING',
  'CLEAR_FORWARDING',
  'SET_NUMBERS',
  'RAISE_LEVEL',
  'ASK_LOWER_LEVEL',
  'LOWER_LEVEL',
  'UNDO_RISES',
  'SET_PRESENTATION',
  'NAME_VIEWER',
  'REMOVE_VIEWER',
  'SEND_CONTACT_REQUEST',
  'HANDLE_CONTACT_REQUEST',
  'GRANT_ROLE',
  'REVOKE_ROLE',
  'SET_UNIT_DUTY',
  'CREATE_KEY',
  'REVOKE_KEY',
  'SET_SETTINGS',
  'REQUEST_SYNC',
  'APPROVE_PLAN',
  'REJECT_PLAN',
  'SYNC_CREATE',
  'SYNC_UPDATE',
  'SYNC_MISSING',
  'SYNC_RETURN',
  'SYNC_RAISE',
  'ERASE_LEAVER',
  'ERASE_ABSENCES',
  'EXPORT',
] as const;
export type AuditAction = (typeof auditActions)[number];

/** Through what something was done. */
export const auditOrigins = ['API', 'SYNC', 'COMMAND', 'RETENTION'] as const;
export type AuditOrigin = (typeof auditOrigins)[number];
