import type * as words from '../kernel/sync-words.js';
import { described } from './enums.js';

export const SourceKindEnum = described<words.SourceKind>(
  'SourceKind',
  'What facts come from that nobody writes here.',
  { LDAP: 'A directory that is read.', EXCHANGE: 'A telephone exchange that reports.' },
);

export const SyncStatusEnum = described<words.SyncStatus>('SyncStatus', 'What came of a sync.', {
  QUEUED: 'Asked for, and not yet begun.',
  RUNNING: 'Under way.',
  SUCCEEDED: 'Read to its end, and carried out.',
  COMPLETED_WITH_ERRORS: 'Carried out, but for what its rejections name.',
  HELD: 'Read to its end; nothing is done before a technician has decided its plan.',
  FAILED: 'Not read to its end, so nobody was changed, but that some may have been protected.',
  ABORTED: 'Its process ended before it did.',
});

export const SyncKindEnum = described<words.SyncKind>('SyncKind', 'How much a sync does.', {
  COMPLETE: 'Reads everything, and carries it out.',
  DELTA: 'Reads what has changed since the last one, and carries it out.',
  PREVIEW: 'Reads everything, and only counts what it would do.',
});

export const SyncTriggerEnum = described<words.SyncTrigger>('SyncTrigger', 'Why a sync began.', {
  SCHEDULE: 'It was time.',
  REQUEST: 'A technician asked for it here.',
  COMMAND: 'Somebody ran the command.',
});

export const RejectionCodeEnum = described<words.RejectionCode>(
  'RejectionCode',
  'Why a value or an entry of a directory was not taken.',
  {
    NO_KEY: 'The entry has no stable key (objectGUID, entryUUID or nsUniqueId).',
    NO_NAME: 'The entry has no name to show.',
    NOT_UTF8: 'The value is not text.',
    TOO_LONG: 'A value that is longer than any value of a person.',
    NATIONAL_ID: 'The value passes as a personnummer, which has no place here.',
    NOT_A_NUMBER: 'The value cannot be read as a telephone number.',
    NOT_AN_ADDRESS: 'The value is no mail address.',
    DUPLICATE_KEY: 'Another entry of the same read had the same key.',
  },
);

export const HeldChangeEnum = described<words.HeldChange>(
  'HeldChange',
  'What a held plan would do to somebody.',
  {
    MISSING: 'Would be missing.',
    DISABLED: 'The account would be disabled.',
    CREATED: 'Would be new; nobody is known by that key, unless they came meanwhile.',
    LOST_FIELD: 'Would lose the value of a field.',
    RELINKED: 'Is there again under another key, and would be linked to it.',
    REJECTED: 'Could not be read, and would stay as it is.',
  },
);

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
