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
    'OPERATOR',
    'TECHNICIAN',
    ...ofTheUnit,
  ],
  'Unit.version': ['TECHNICIAN', 'MANAGER'],
} as const satisfies Record<string, readonly Audience[]>;
