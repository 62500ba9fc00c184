import type * as words from '../kernel/audit-words.js';
import { described } from './enums.js';

export const AuditActionEnum = described<words.AuditAction>(
  'AuditAction',
  'What was done or read. Live facts are not recorded (P22).',
  {
    READ_PROTECTED: 'Somebody PROTECTED was read, by anybody else.',
    REVEAL_NUMBERS: 'The numbers of somebody RESTRICTED were asked for.',
    READ_AUDIT: 'This record was read about a person, or with a reference to a case.',
    SET_ABSENCE: 'An absence was reported or changed.',
    END_ABSENCE: 'An absence was ended early, or cancelled.',
    SET_FORWARDING: 'A forwarding was set.',
    CLEAR_FORWARDING: 'A forwarding was stopped.',
    SET_NUMBERS: 'Numbers were changed beside those of the directory.',
    RAISE_LEVEL: 'A level of confidentiality was set, never to a lower one.',
    ASK_LOWER_LEVEL: 'A lower level was asked for; another officer has to confirm.',
    LOWER_LEVEL: 'A level of confidentiality was lowered.',
    UNDO_RISES: 'The levels that one sync raised were undone, as one change.',
    SET_PRESENTATION: 'How somebody PROTECTED appears was changed.',
    NAME_VIEWER: 'Somebody was named who may see a person that is PROTECTED.',
    REMOVE_VIEWER: 'Somebody who had been named was no more.',
    SEND_CONTACT_REQUEST: "A caller's wish was passed on to the officers.",
    HANDLE_CONTACT_REQUEST: "A caller's wish was handled.",
    GRANT_ROLE: 'A role was granted.',
    REVOKE_ROLE: 'A role was taken back.',
    SET_UNIT_DUTY: 'Who manages or answers for a unit was changed.',
    CREATE_KEY: 'A key was made.',
    REVOKE_KEY: 'A key was revoked.',
    SET_SETTINGS: "A municipality's settings were changed.",
    REQUEST_SYNC: 'A sync was asked for.',
    APPROVE_PLAN: 'A held plan was approved.',
    REJECT_PLAN: 'A held plan was rejected.',
    SYNC_CREATE: 'A sync added somebody.',
    SYNC_UPDATE: 'A sync changed somebody.',
    SYNC_MISSING: 'A sync missed somebody.',
    SYNC_RETURN: 'A sync met somebody again.',
    SYNC_RAISE: "A directory's mark raised a level.",
    ERASE_ABSENCES: "Ended absences were erased, by the municipality's decision on retention.",
    ERASE_LEAVER: 'What was kept of somebody who had left was erased.',
    EXPORT: 'A list was written.',
  },
);

export const AuditOriginEnum = described<words.AuditOrigin>(
  'AuditOrigin',
  'Through what something was done.',
  {
    API: 'This API.',
    SYNC: 'A sync of a directory.',
    COMMAND: 'The command line.',
    RETENTION: "A municipality's decision on retention.",
  },
);
