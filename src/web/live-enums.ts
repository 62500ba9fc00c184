import type { ResyncCause } from '../kernel/live-words.js';
import { described } from './enums.js';

export const ResyncCauseEnum = described<ResyncCause>(
  'ResyncCause',
  'Why a stream has to be begun anew from a list.',
  {
    BULK_CHANGE: 'More was changed at once than is told one by one.',
    TOO_OLD: 'The position is older than what is kept.',
    TOO_SLOW: 'The client did not take its events in time.',
    RIGHTS_CHANGED: 'What the viewer may see is another than it was.',
  },
);
