import type * as words from '../kernel/words.js';
import { described } from './enums.js';

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
