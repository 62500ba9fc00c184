import type * as words from '../kernel/finding-words.js';
import { described } from './enums.js';

export const FindingRuleEnum = described<words.FindingRule>(
  'FindingRule',
  'What the telephone policy asks for and is not so (P11).',
  {
    ABSENT_WITHOUT_COVER:
      'Absent, with neither referral nor internal forwarding nor a voicemail that names an alternative (P10).',
    OVERDUE_RETURN: 'Absent for a fortnight without anybody having said until when (P17).',
    FORWARDING_LOOP: 'Calls go in a ring (P4).',
    NO_NUMBER: 'No number at all (P5).',
    STALE_NUMBER: 'A number from a directory that was not read to its end for a week (P5).',
    SHARED_LINE_WITHOUT_RESPONSIBLE: 'A shared telephone that nobody is responsible for (P16).',
    MOBILE_WITHOUT_GREETING: 'A mobile telephone without a personal greeting (P19).',
    BEST_REACHED_WITHOUT_DECISION:
      'Times at which somebody is best reached, which no department has decided to show (P8).',
    NO_ANSWER_GROUP: 'A workplace of more than one without an answer group (svarsgrupp, P9).',
    NO_PHONE_RESPONSIBLE:
      'A workplace without a telefonansvarig of its own or of a unit above (P12).',
  },
);

export const FindingActorEnum = described<words.FindingActor>(
  'FindingActor',
  'Who is the first to act on a finding (P11).',
  {
    SELF: 'Whoever it is about.',
    PHONE_RESPONSIBLE: 'Whoever answers for the unit (telefonansvarig, P12).',
    MANAGER: 'Whoever leads the unit.',
    TECHNICIAN: 'A technician of the telephone system.',
  },
);
