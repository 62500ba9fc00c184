import type { Audience } from './audience.js';
import { everybody, ofTheUnit } from './rule.js';

/**
 * Fields of a unit that lead to people; the rest of a unit is for everybody. Which people they show is
 * decided person by person (`existence`).
 */
export const unitDisclosure = {
  'Unit.manager': everybody,
  'Unit.phoneResponsibles': [
    'COLLEAGUE',
    'COLLEAGUE_ELSEWHERE',
    'INTRANET',
    'OPERATOR',
    'TECHNICIAN',
    ...ofTheUnit,
  ],
  /** Who answers instead (P9): for whoever puts a call through, or makes one. */
  'Unit.answerGroup': [
    'COLLEAGUE',
    'COLLEAGUE_ELSEWHERE',
    'INTRANET',
    'OPERATOR',
    'TECHNICIAN',
    'PHONE_SYSTEM',
    ...ofTheUnit,
  ],
  /** An errand of the own organisation (P7). */
  'Unit.faultContact': ['COLLEAGUE', 'OPERATOR', 'TECHNICIAN', ...ofTheUnit],
  /** For those who may change something of it. */
  'Unit.version': ['TECHNICIAN', ...ofTheUnit],
} as const satisfies Record<string, readonly Audience[]>;
