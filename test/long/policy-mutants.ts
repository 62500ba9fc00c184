import type { Mutant } from './mutants.js';

const always = '(true as boolean)';
const table = ['test/small/policy/who-sees-what'];
const policy = ['test/small/policy'];

/** A tenth of the rules, each let in for everybody, for the whole program to notice; test/small/policy/who-sees-what.test.ts notices each of them. */
const sample = [
  ['Absence.endsAt', 'RESTRICTED'],
  ['Absence.note', 'OPEN'],
  ['ForwardingTarget.number', 'RESTRICTED'],
  ['Person.currentAbsence', 'OPEN'],
  ['Person.employeeId', 'OPEN'],
  ['Person.numbers', 'RESTRICTED'],
  ['Person.protectionLevel', 'RESTRICTED'],
  ['PhoneNumber.source', 'OPEN'],
  ['Presence.activity', 'OPEN'],
  ['Reachability.phrase', 'OPEN'],
] as const;
const everybody = `[...new Set(Object.values(disclosure).flatMap((r) => Object.values(r as Rule).flat()))]`;

/** Who somebody is to whom, and what that lets one see and change. */
export const policyMutants: readonly Mutant[] = [
  ...sample.map(([field, level]): Mutant => {
    const guard = '/** A field that the table has a rule for. */';
    const open = `{ ...disclosure['${field}'], ${level}: ${everybody} }`;
    return {
      file: 'src/policy/disclosure.ts',
      guard,
      without: `Object.assign(disclosure, { '${field}': ${open} });\n${guard}`,
      tests: ['test/api/matrix'],
    };
  }),
  {
    file: 'src/policy/rule.ts',
    guard: 'if (admitted.includes(audience)) return true;',
    without: 'if (admitted.includes(audience) || audience.length > 0) return true;',
    tests: table,
  },
  {
    file: 'src/policy/disclosure.ts',
    guard: 'always(everybody, insiders);\n\n/** Who still',
    without: 'always(everybody, everybody);\n\n/** Who still',
    tests: policy,
  },
  {
    file: 'src/policy/disclosure.ts',
    guard: "existenceOfLeavers: Rule = rule(['OPERATOR', 'TECHNICIAN'], [], []);",
    without: 'existenceOfLeavers: Rule = rule(everybody, [], []);',
    tests: policy,
  },
  {
    file: 'src/policy/disclosure.ts',
    guard: "notOnCards: readonly DisclosedField[] = ['Person.protectionLevel'];",
    without: 'notOnCards: readonly DisclosedField[] = [];',
    tests: ['test/small/view/alias-card'],
  },
  {
    file: 'src/policy/disclosure.ts',
    guard: 'switchboardOnCards: Rule = rule(\n  [],\n  everybody',
    without: 'switchboardOnCards: Rule = rule(\n  [],\n  []',
    tests: ['test/small/view/alias-card'],
  },
  {
    file: 'src/policy/disclosure.ts',
    guard: "['OPERATOR', 'TECHNICIAN', 'OFFICER', ...ofTheUnit],\n  [],\n);",
    without: 'everybody,\n  [],\n);',
    tests: ['test/api/reveal'],
  },
  {
    file: 'src/policy/disclosure.ts',
    guard: "syncReaders: RootAudience = { roles: ['TECHNICIAN'] };",
    without: "syncReaders: RootAudience = { roles: ['TECHNICIAN', 'OPERATOR', 'EMPLOYEE'] };",
    tests: ['test/medium/runs/runs'],
  },
  {
    file: 'src/policy/disclosure.ts',
    guard: "keyReaders: RootAudience = { roles: ['TECHNICIAN'] };",
    without: "keyReaders: RootAudience = { roles: ['TECHNICIAN', 'OPERATOR', 'EMPLOYEE'] };",
    tests: ['test/api/keys'],
  },
  {
    file: 'src/policy/unit-disclosure.ts',
    guard: "'Unit.version': ['TECHNICIAN', ...ofTheUnit],",
    without: "'Unit.version': everybody,",
    tests: ['test/api/matrix'],
  },
  {
    file: 'src/policy/unit-disclosure.ts',
    guard:
      "'Unit.phoneResponsibles': [\n    'COLLEAGUE',\n    'COLLEAGUE_ELSEWHERE',\n    'INTRANET',\n    'OPERATOR',\n    'TECHNICIAN',\n    ...ofTheUnit,\n  ],",
    without: "'Unit.phoneResponsibles': everybody,",
    tests: ['test/api/unit-duties'],
  },
  // Who somebody is to whom.
  {
    file: 'src/policy/audience.ts',
    guard: 'subject.id !== null && viewer.personId === subject.id',
    without: 'subject.id !== null',
    tests: policy,
  },
  {
    file: 'src/policy/audience.ts',
    guard: 'subject.id !== null && viewer.named.has(subject.id)',
    without: 'subject.id !== null',
    tests: policy,
  },
  {
    file: 'src/policy/audience.ts',
    guard: 'unitId !== null && viewer.managed.has(unitId)',
    without: 'unitId !== null',
    tests: policy,
  },
  {
    file: 'src/policy/audience.ts',
    guard: 'subject.unitId !== null && viewer.answeredFor.has(subject.unitId)',
    without: 'subject.unitId !== null',
    tests: policy,
  },
  {
    file: 'src/policy/audience.ts',
    guard: "own ? 'COLLEAGUE' : 'COLLEAGUE_ELSEWHERE'",
    without: "'COLLEAGUE'",
    tests: policy,
  },
  {
    file: 'src/policy/audience.ts',
    guard: "own ? 'INTRANET' : 'INTRANET_ELSEWHERE'",
    without: "'INTRANET'",
    tests: policy,
  },
  {
    file: 'src/policy/audience.ts',
    guard: "own && viewer.scopes.includes('NUMBERS_MOBILE')",
    without: "viewer.scopes.includes('NUMBERS_MOBILE')",
    tests: policy,
  },
  {
    file: 'src/policy/audience.ts',
    guard: "own && viewer.scopes.includes('NUMBERS_MOBILE')",
    without: 'own',
    tests: policy,
  },
  {
    file: 'src/policy/audience.ts',
    guard: "if (viewer.scopes.includes('ABSENCE_READ'))",
    without: `if (${always})`,
    tests: policy,
  },
  // By what somebody is found.
  ...['Person.email', 'Person.employeeId', 'Person.numbers'].map((field): Mutant => {
    const guard = `cells(disclosure['${field}'])`;
    return { file: 'src/policy/reach.ts', guard, without: 'cells(existence)', tests: policy };
  }),
  {
    file: 'src/policy/reach.ts',
    guard: 'cells(mobileRules[audience])',
    without: 'cells(existence)',
    tests: policy,
  },
  {
    file: 'src/policy/reach.ts',
    guard: 'cells(existenceOfLeavers)',
    without: 'cells(existence)',
    tests: policy,
  },
  {
    file: 'src/policy/reach.ts',
    guard: '.filter((level) => allows(rule, level, audiences))',
    without: `.filter((level) => allows(rule, level, audiences) || ${always})`,
    tests: policy,
  },
];
