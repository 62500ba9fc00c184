import type { KeyRole } from '../kernel/key-words.js';
import type * as words from '../kernel/words.js';
import { described } from './enums.js';

export const ApiKeyKindEnum = described<KeyRole>(
  'ApiKeyKind',
  'What a key stands for. Officers, employees and auditors sign in; no key stands for one.',
  {
    OPERATOR: "The switchboard's clients (op).",
    TECHNICIAN: "A technician's tools (te).",
    INTRANET_KEY: "A municipality's intranet (ik); it belongs to one municipality.",
    PHONE_SYSTEM_KEY: 'The telephone system (pk).',
    INTEGRATION_KEY: 'Another system (ig); it belongs to one municipality.',
  },
);

export const ApiKeyScopeEnum = described<words.ApiKeyScope>(
  'ApiKeyScope',
  'What a key may do beyond what its kind may.',
  {
    LINE_WRITE: 'Report line states. For PHONE_SYSTEM_KEY.',
    PRESENCE_WRITE: 'Report presence sessions. For PHONE_SYSTEM_KEY.',
    FORWARDING_WRITE: 'Report forwardings. For PHONE_SYSTEM_KEY.',
    DIAL_WRITE: 'Pass on what was dialled on a telephone. For PHONE_SYSTEM_KEY.',
    NUMBERS_MOBILE: 'See mobile numbers of its own municipality (P20). For INTEGRATION_KEY.',
    ABSENCE_READ: 'See that somebody is absent, and until when. For INTEGRATION_KEY.',
    CALENDAR_WRITE:
      'Import the calendars of people of its own municipality, whom it finds by mail address too. For INTEGRATION_KEY.',
  },
);
