import type { Mutant } from './mutants.js';

const never = '(false as boolean)';
const refusals = ['test/small/changes/refusals'];

/** Each condition of a file, answered with no. */
function eachIn(file: string, conditions: readonly string[], tests = refusals): readonly Mutant[] {
  return conditions.map((guard) => ({ file: `src/changes/${file}`, guard, without: never, tests }));
}

/** What a change is refused for, whoever asks for it. */
export const changesMutants: readonly Mutant[] = [
  ...eachIn('subjects.ts', ['leftAt !== null']),
  {
    file: 'src/changes/subjects.ts',
    guard: "target.kind !== 'PERSON' || reached.some((other) => other.id === target.personId)",
    without: "target.kind !== 'PERSON' || reached.length >= 0",
    tests: ['test/medium/twins/twins.test'],
  },
  ...eachIn('set-absence.ts', [
    'request.id !== null && before === null',
    'request.expectedVersion !== null && request.expectedVersion !== before?.version',
    'here.length >= maxAbsences',
    'request.recurrence !== null && here.filter(isSeries).length >= maxSeries',
  ]),
  {
    file: 'src/changes/set-absence.ts',
    guard: 'before === null ? tooMany(person.absences, request) : null',
    without: 'tooMany(person.absences, request)',
    tests: refusals,
  },
  ...eachIn('absence-times.ts', [
    'endsAt <= startsAt',
    'recurrence === null && endsAt <= now',
    'startsAt.getTime() < now.getTime() - dayMilliseconds',
  ]),
  ...eachIn(
    'set-absence.ts',
    [
      'note !== null && Array.from(note).length > maxNote',
      'note !== null && containsNationalId(note)',
    ],
    ['test/api/absence'],
  ),
  ...eachIn('end-absence.ts', [
    'absence.endsAt !== null && at > absence.endsAt',
    'cancelled && absence.startsAt < now',
    'at <= now',
  ]),
  ...eachIn(
    'end-absence.ts',
    ['request.expectedVersion !== null && request.expectedVersion !== absence.version'],
    ['test/api/absence'],
  ),
  ...eachIn('set-forwarding.ts', [
    'validUntil !== null && validUntil <= this.clock.now()',
    'expectedVersion !== null && expectedVersion !== before?.version',
  ]),
  {
    file: 'src/changes/forwarding-target.ts',
    guard: 'holder.leftAt === null',
    without: '(true as boolean)',
    tests: refusals,
  },
  ...eachIn('forwarding-target.ts', [
    'holder !== null && (await this.leadsBack(viewer, person, holder, calls))',
  ]),
  ...eachIn(
    'set-forwarding.ts',
    [
      "condition === 'NO_ANSWER' && (seconds < 5 || seconds > 60)",
      "condition !== 'NO_ANSWER' && noAnswerSeconds !== null",
    ],
    ['test/api/forwarding'],
  ),
  ...eachIn('clear-forwarding.ts', ['expected !== forwarding.version'], ['test/api/forwarding']),
  {
    file: 'src/changes/clear-forwarding.ts',
    guard: '    if (refusal) return refusal;\n',
    without: '    void refusal;\n',
    tests: ['test/small/changes/refusals'],
  },
  ...eachIn('change-grant.ts', [
    "person.kind === 'SHARED_PHONE'",
    '!mayChangeGrant(viewer, change, role, grantee)',
    'person.leftAt !== null',
    "change === 'GRANT' && person.kind === 'FUNCTION'",
  ]),
  ...eachIn('name-viewers.ts', ['!mayBeNamed(other, person)']),
  ...[
    'other.id !== person.id &&',
    'other.leftAt === null &&',
    '!other.aliasCard &&',
    "(other.kind === 'EMPLOYEE' || other.kind === 'ELECTED_REPRESENTATIVE')",
  ].map((guard): Mutant => ({
    file: 'src/changes/name-viewers.ts',
    guard,
    without: guard.endsWith('&&') ? '' : '(true as boolean)',
    tests: refusals,
  })),
  ...eachIn('set-unit-duties.ts', [
    "!mayAppoint(viewer, 'PHONE_RESPONSIBLE', place)",
    'ids.length > most',
    '!ids.every(isThere)',
    'p.municipality.code !== unit.municipality.code',
  ]),
  ...[' && p.leftAt === null', " && p.kind !== 'SHARED_PHONE'"].map((guard): Mutant => ({
    file: 'src/changes/set-unit-duties.ts',
    guard,
    without: '',
    tests: refusals,
  })),
  {
    file: 'src/staff/case-reference.ts',
    guard: 'length > 0 && length <= maxLength && !containsNationalId(text)',
    without: 'length > 0 && length <= maxLength',
    tests: ['test/small/changes'],
  },
  {
    file: 'src/staff/case-reference.ts',
    guard: 'length > 0 && length <= maxLength && ',
    without: '',
    tests: ['test/small/changes'],
  },
  ...eachIn(
    'retention.ts',
    ['names.every((name) => retention[name] === null)'],
    ['test/small/changes/retention'],
  ),
  ...eachIn(
    'key-request.ts',
    [
      'municipality !== null && !municipalities.includes(municipality)',
      'expiresAt <= now',
      'Array.from(label).length > maxLabel',
    ],
    ['test/small/changes/key-request'],
  ),
  ...eachIn(
    'decide-department.ts',
    ['!maySetSettings(viewer, municipality)'],
    ['test/api/settings.test'],
  ),
  ...eachIn('set-settings.ts', ['!maySetSettings(viewer, code)'], ['test/api/settings.test']),
  ...eachIn(
    'contact-requests.ts',
    ['Array.from(line).length > max'],
    ['test/api/contact-requests'],
  ),
];
