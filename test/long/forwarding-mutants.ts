import type { Mutant } from './mutants.js';

const never = '(false as boolean)';

/** What keeps calls inside, rings out, and what is dialled or reported within its bounds. */
export const forwardingMutants: readonly Mutant[] = [
  {
    file: 'src/changes/forwarding-target.ts',
    guard: 'outside && (await this.mustStayInside(viewer, person))',
    without: never,
    tests: ['test/api/forwarding-inside'],
  },
  {
    file: 'src/policy/outside-forwarding.ts',
    guard: 'return seesAbsence && !absent;',
    without: 'return !absent;',
    tests: ['test/api/forwarding-inside'],
  },
  {
    file: 'src/staff/forwarding.ts',
    guard: 'hop > maxHops || reached.has(from)',
    without: 'reached.has(from) || hop > 50',
    tests: ['test/small/staff/forwarding-chains'],
  },
  {
    file: 'src/store/reported-forwardings.sql.ts',
    guard: 'and not ${protectedNow}',
    without: '',
    tests: ['test/api/forwarding-reports'],
  },
  {
    file: 'src/store/reported-forwardings.sql.ts',
    guard: 'where excluded.report_seq > known.report_seq or (',
    without: 'where excluded.report_seq > 0 or (',
    tests: ['test/api/forwarding-reports'],
  },
  {
    file: 'src/changes/apply-dialled.ts',
    guard: 'reportSeq !== null && !(await this.sequences.countOn(code, line, reportSeq))',
    without: never,
    tests: ['test/api/keypad'],
  },
  {
    file: 'src/changes/telephone-holders.ts',
    guard: 'person.municipality.dialPlan !== dialPlan',
    without: never,
    tests: ['test/api/keypad'],
  },
];
