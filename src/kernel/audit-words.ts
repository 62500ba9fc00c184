/** The closed lists of the record of who did and read what. */

/** What is recorded, by whom it was done and of whom. Live facts have none (P22). */
export const auditActions = [
  'READ_PROTECTED',
  'REVEAL_NUMBERS',
  'READ_AUDIT',
  'SET_ABSENCE',
  'END_ABSENCE',
  'IMPORT_CALENDAR',
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
  'SET_ANSWER_GROUP',
  'SET_OPENING_HOURS',
  'SET_FAULT_CONTACT',
  'SET_STAND_INS',
  'SET_BEST_REACHED',
  'SET_GREETING',
  'SET_SHARED_LINE',
  'SET_SUBJECT_WORDS',
  'CREATE_KEY',
  'REVOKE_KEY',
  'SET_SETTINGS',
  'SET_ABSENCE_REASONS',
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
