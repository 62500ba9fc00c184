/** The closed lists of the runs that read the directories. */

/** What facts come from that nobody writes here: a directory that is read, or an exchange that reports. */
export const sourceKinds = ['LDAP', 'EXCHANGE'] as const;
export type SourceKind = (typeof sourceKinds)[number];

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
