/** The closed lists of absences. */

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

/** What of an absence that repeats is ended: one occurrence, or all that is left. */
export const absenceScopes = ['OCCURRENCE', 'SERIES'] as const;
export type AbsenceScope = (typeof absenceScopes)[number];
/** The languages that labels are kept in. */
export const languages = ['SV', 'EN'] as const;
export type Language = (typeof languages)[number];

/** From the surest to the least sure. */
export const timePrecisions = ['EXACT', 'ABOUT', 'DAY', 'UNKNOWN'] as const;
export type TimePrecision = (typeof timePrecisions)[number];
