import type { Mutant } from './mutants.js';

const findings = ['test/api/findings'];

/** Of whom the telephone policy is followed up, and for whom. */
export const findingMutants: readonly Mutant[] = [
  {
    file: 'src/policy/finding-disclosure.ts',
    guard: '/^(OPEN|RESTRICTED):[^:]+$/.test(cell)',
    without: 'cell.length > 0',
    tests: findings,
  },
  {
    file: 'src/policy/finding-disclosure.ts',
    guard: 'return { ...reach, people, known: [] };',
    without: 'return { ...reach, people };',
    tests: findings,
  },
  {
    file: 'src/view/findings.view.ts',
    guard: 'if (!mayFollowUp(viewer, rule, subjectOf(person), protectionLevel)) continue;',
    without: 'void [mayFollowUp, subjectOf, protectionLevel];',
    tests: findings,
  },
  {
    file: 'src/store/findings.store.ts',
    guard: " and l.protection_level <> 'PROTECTED'",
    without: '',
    tests: findings,
  },
];
