/** The closed lists of the follow-up of the telephone policy (P11). */

/** What is followed up: first of people, then of units. */
export const findingRules = [
  'ABSENT_WITHOUT_COVER',
  'OVERDUE_RETURN',
  'FORWARDING_LOOP',
  'NO_NUMBER',
  'STALE_NUMBER',
  'SHARED_LINE_WITHOUT_RESPONSIBLE',
  'MOBILE_WITHOUT_GREETING',
  'BEST_REACHED_WITHOUT_DECISION',
  'NO_ANSWER_GROUP',
  'NO_PHONE_RESPONSIBLE',
] as const;
export type FindingRule = (typeof findingRules)[number];

/** Who is the first to act on a finding: whoever it is about, or those who answer for it. */
export const findingActors = ['SELF', 'PHONE_RESPONSIBLE', 'MANAGER', 'TECHNICIAN'] as const;
export type FindingActor = (typeof findingActors)[number];
