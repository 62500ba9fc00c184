import type { Mutant } from './mutants.js';

const always = '(true as boolean)';
const never = '(false as boolean)';
const refusals = ['test/small/changes/refusals.test'];
const reasons = ['test/api/absence-reasons'];
const referral = ['test/api/referral'];
const unit = ['test/api/unit-absence'];

function each(file: string, guards: readonly string[], without: string, tests: readonly string[]) {
  return guards.map((guard): Mutant => ({ file: `src/${file}`, guard, without, tests }));
}

/** Which reasons a municipality has, to whom absences refer, and who sets them for a whole unit. */
export const absenceMutants: readonly Mutant[] = [
  ...each(
    'changes/checked-reasons.ts',
    [
      "reason === 'OTHER' && !inUse",
      "one[field] === ''",
      'Array.from(one[field]).length > maxLabel',
      'isForbiddenLabel(one[field])',
      'digit !== null && !isDigit(digit)',
      'letterCode !== null && !isLetterCode(letterCode)',
      'letterCode !== null && isForbiddenCode(letterCode)',
      'cleaned.findIndex((other) => other.reason === one.reason) !== i',
      '!one.inUse',
      'field !== null',
    ],
    never,
    ['test/small/changes/checked-reasons'],
  ),
  {
    file: 'src/changes/checked-reasons.ts',
    guard: 'other.inUse && ',
    without: '',
    tests: ['test/small/changes/checked-reasons'],
  },
  {
    file: 'src/changes/set-absence-reasons.ts',
    guard: '|| !maySetReasons(viewer, code)',
    without: '',
    tests: reasons,
  },
  {
    file: 'src/changes/set-absence-reasons.ts',
    guard: '{ reasons, fact })))',
    without: `{ reasons, fact })) && ${never})`,
    tests: reasons,
  },
  ...each('changes/absence-terms.ts', ['absent.includes(id)'], never, refusals),
  ...each('changes/absence-terms.ts', ['other.leftAt === null'], always, refusals),
  ...each('changes/set-absence.ts', ['before?.reason === request.reason'], never, refusals),
  ...each(
    'changes/absence-terms.ts',
    ['(await this.people.unit(referral.unitId)) === null'],
    never,
    referral,
  ),
  {
    file: 'src/changes/absence-terms.ts',
    guard: 'return isInUse ?',
    without: `return ${always} ?`,
    tests: refusals,
  },
  ...each(
    'changes/absence-times.ts',
    [
      'startsAt.getTime() > now.getTime() + fiveYears',
      'endsAt.getTime() > now.getTime() + fiveYears',
      'endsAt === null && vague',
      "endsAt !== null && endsAtPrecision === 'UNKNOWN'",
    ],
    never,
    referral,
  ),
  ...each('changes/absence-times.ts', ['openEnded && endsAt !== null'], never, [
    'test/api/calendar.test',
  ]),
  ...each('changes/set-absence.ts', ['note !== null && isForbiddenLabel(note)'], never, reasons),
  ...each(
    'changes/set-unit-absence.ts',
    [
      "!mayInUnit(viewer, 'setAbsence', { id: unit.id, municipality })",
      'members.length > maxPeople',
      '(refusal)',
      'members.some(({ absences }) => tooMany(absences, request) !== null)',
    ],
    `(${never})`,
    unit,
  ),
  {
    file: 'src/changes/set-unit-absence.ts',
    guard: "this.subjects.refusalOf(viewer, 'setAbsence', person) === null",
    without: always,
    tests: ['test/small/changes/refusals-of-answering'],
  },
];
