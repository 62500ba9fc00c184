import type * as words from '../kernel/absence-words.js';
import { described } from './enums.js';

export const AbsenceReasonEnum = described<words.AbsenceReason>(
  'AbsenceReason',
  'Why somebody is absent. No health, family or union reason exists: such absences are OTHER.',
  {
    LUNCH: 'Lunch.',
    BREAK: 'Break.',
    MEETING: 'Meeting (möte).',
    VISITOR: 'Has a visitor (besök).',
    ERRAND: 'On an errand (ärende).',
    TRAVEL: 'Business trip (tjänsteresa).',
    COURSE: 'Course (utbildning).',
    REMOTE_WORK: 'Works elsewhere; the telephone rings.',
    GONE_FOR_DAY: 'Gone for the day (gått för dagen).',
    PART_TIME: 'Does not work at this time (deltid).',
    VACATION: 'Vacation (semester).',
    LEAVE: 'On leave (ledig).',
    OTHER: 'Cannot be reached (ej anträffbar).',
  },
);

export const LanguageEnum = described<words.Language>('Language', 'A language of labels.', {
  SV: 'Swedish.',
  EN: 'English.',
});

export const AbsenceCoverEnum = described<words.AbsenceCover>(
  'AbsenceCover',
  'How an absence is covered (P10).',
  {
    REFERRAL: 'Somebody answers instead, or the switchboard or an answer group (hänvisning).',
    FORWARDING: 'All calls are forwarded within the cooperation (intern vidarekoppling).',
    RINGING: 'The telephone still rings.',
    VOICEMAIL:
      'All calls go to voicemail, where a personal greeting names an alternative (personlig telefonsvarare, P6).',
    NONE: 'Not covered.',
  },
);

export const AbsenceScopeEnum = described<words.AbsenceScope>(
  'AbsenceScope',
  'What of an absence that repeats is ended.',
  {
    OCCURRENCE: 'The occurrence under way; where none is, the next one is cancelled.',
    SERIES: 'All that is left of it.',
  },
);

export const PublicAbsenceReasonEnum = described<words.PublicAbsenceReason>(
  'PublicAbsenceReason',
  'What may be said to a caller.',
  {
    BRIEFLY_AWAY: 'Not at the desk just now.',
    BUSY: 'Busy.',
    AWAY: 'Not at the workplace.',
    GONE_FOR_DAY: 'Gone for the day.',
    ABSENT: 'Cannot be reached.',
  },
);

export const TimePrecisionEnum = described<words.TimePrecision>(
  'TimePrecision',
  'How sure a return is.',
  {
    EXACT: 'At that time.',
    ABOUT: 'At about that time.',
    DAY: 'On that day.',
    UNKNOWN: 'Nobody knows.',
  },
);
