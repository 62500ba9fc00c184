import type { Mutant } from './mutants.js';

const always = '(true as boolean)';
const policy = ['test/small/policy'];
const may = ['test/small/policy/authority'];

/** Who may change, grant, appoint and settle what. */
export const authorityMutants: readonly Mutant[] = [
  // Who may change what.
  ...(
    [
      ['setAbsence', "['SELF', 'OPERATOR', ...ofTheUnit]", 'self'],
      ['setForwarding', "['SELF', 'OPERATOR', 'TECHNICIAN', ...ofTheUnit]", 'self'],
      ['setNumbers', "['TECHNICIAN', ...ofTheUnit]", '[]'],
      ['setSubjectWords', "['SELF', 'TECHNICIAN', ...ofTheUnit]", 'self'],
    ] as const
  ).flatMap(([action, open, hidden]): Mutant[] => {
    const file = 'src/policy/authority.ts';
    const [head, wide] = [
      `${action}: {\n    OPEN: `,
      `[...self, 'OPERATOR', 'TECHNICIAN', 'COLLEAGUE']`,
    ];
    const guard = `${head}${open},\n    RESTRICTED: ${open},\n    PROTECTED: ${hidden},`;
    const rule = (a: string, b: string, c: string) =>
      `${head}${a},\n    RESTRICTED: ${b},\n    PROTECTED: ${c},`;
    return [rule(wide, open, hidden), rule(open, wide, hidden), rule(open, open, wide)].map(
      (without) => ({ file, guard, without, tests: may }),
    );
  }),
  {
    file: 'src/policy/authority.ts',
    guard: "{ OPEN: ['OFFICER'], RESTRICTED: ['OFFICER'], PROTECTED: ['OFFICER'] }",
    without: "{ OPEN: ['OFFICER'], RESTRICTED: ['OFFICER'], PROTECTED: ['OFFICER', 'SELF'] }",
    tests: may,
  },
  {
    file: 'src/policy/authority.ts',
    guard: "PROTECTED: ['SELF', 'OFFICER'] }",
    without: "PROTECTED: ['SELF', 'OFFICER', 'NAMED'] }",
    tests: may,
  },
  {
    file: 'src/policy/authority.ts',
    guard: "nameViewer: { OPEN: [], RESTRICTED: [], PROTECTED: ['OFFICER'] }",
    without: "nameViewer: { OPEN: ['OFFICER'], RESTRICTED: [], PROTECTED: ['OFFICER', 'SELF'] }",
    tests: may,
  },
  {
    file: 'src/policy/authority.ts',
    guard: "includes('AUDITOR') ? municipality : null",
    without: "includes('AUDITOR') || municipality !== null ? municipality : null",
    tests: may,
  },
  {
    file: 'src/policy/authority.ts',
    guard: "includes('OFFICER') ? municipality : null",
    without: "includes('OFFICER') || municipality !== null ? municipality : null",
    tests: may,
  },
  // Who grants, appoints and settles.
  {
    file: 'src/policy/grants.ts',
    guard: "technicians: Rule = { OPEN: ['TECHNICIAN']",
    without: "technicians: Rule = { OPEN: ['TECHNICIAN', 'OFFICER']",
    tests: policy,
  },
  {
    file: 'src/policy/grants.ts',
    guard: "officers: Rule = { OPEN: ['OFFICER']",
    without: "officers: Rule = { OPEN: ['OFFICER', 'TECHNICIAN']",
    tests: policy,
  },
  {
    file: 'src/policy/grants.ts',
    guard: "OFFICER: ['OFFICER', 'AUDITOR'],",
    without: "OFFICER: ['OFFICER', 'AUDITOR', 'TECHNICIAN', 'OPERATOR'],",
    tests: policy,
  },
  {
    file: 'src/policy/grants.ts',
    guard: '.filter((role) => listing[role].some((audience) => audiences.includes(audience)))',
    without: `.filter((role) => listing[role].some((audience) => audiences.includes(audience)) || ${always})`,
    tests: policy,
  },
  {
    file: 'src/policy/grants.ts',
    guard: "MANAGER: ['TECHNICIAN'],",
    without: "MANAGER: ['TECHNICIAN', 'MANAGER'],",
    tests: policy,
  },
  {
    file: 'src/policy/grants.ts',
    guard: "PHONE_RESPONSIBLE: ['TECHNICIAN', 'MANAGER'],",
    without: "PHONE_RESPONSIBLE: ['TECHNICIAN', 'MANAGER', 'PHONE_RESPONSIBLE', 'OFFICER'],",
    tests: policy,
  },
  {
    file: 'src/policy/settings-authority.ts',
    guard: "readers: readonly Audience[] = ['OFFICER', 'AUDITOR', 'TECHNICIAN'];",
    without:
      "readers: readonly Audience[] = ['OFFICER', 'AUDITOR', 'TECHNICIAN', 'OPERATOR', 'COLLEAGUE'];",
    tests: ['test/api/settings.test'],
  },
];
