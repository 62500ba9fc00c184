import { readFileSync } from 'node:fs';
import type { Mutant } from './mutants.js';

const always = '(true as boolean)';
const fields = ['test/small/view/fields'];

/** Every place in these files where the table is asked for a field, each answered with yes; a new one is in the list by itself. */
const asked = [
  'see-person.ts',
  'absence-view.ts',
  'forwarding-view.ts',
  'number-view.ts',
  'projection.ts',
  'presence-view.ts',
  'judge.ts',
  'reachability-view.ts',
].flatMap((name): Mutant[] => {
  const file = `src/view/${name}`;
  // With what stands around it, since a field may be asked for twice.
  const places = readFileSync(file, 'utf8').matchAll(/[^\n]*\bmay\('[\w.]+'\)[^\n]*/g);
  return [...places].map(([guard]) => {
    const without = guard.replaceAll(/\bmay\('[\w.]+'\)/g, always);
    return { file, guard, without, tests: fields };
  });
});

/** What is shown of somebody: each field only where the table says so. */
export const viewMutants: readonly Mutant[] = [
  ...asked,
  {
    file: 'src/view/projection.ts',
    guard: 'allows(mobileRules[number.audience], level, audiences)',
    without: "may('Person.numbers')",
    tests: fields,
  },
  {
    file: 'src/view/projection.ts',
    guard: 'person.aliasCard && this.#allows(switchboardOnCards)',
    without: 'this.#allows(switchboardOnCards)',
    tests: ['test/small/view'],
  },
  {
    file: 'src/view/projection.ts',
    guard: 'this.#allows(switchboardInstead)',
    without: always,
    tests: ['test/small/view'],
  },
  {
    file: 'src/view/projection.ts',
    guard: 'this.person.numbers.length > 0 && this',
    without: 'this',
    tests: ['test/small/view', 'test/api/alias'],
  },
  ...[
    "may('Person.presence') && person.leftAt === null",
    "may('Person.absences') && person.leftAt === null",
  ].map((guard): Mutant => ({
    file: 'src/view/see-person.ts',
    guard,
    without: guard.replace(' && person.leftAt === null', ''),
    tests: fields,
  })),
  {
    file: 'src/view/people.view.ts',
    guard: 'const reach = listReachOf(reader, this.municipalities.codes());',
    without: 'const reach = this.reach(reader);',
    tests: ['test/medium/export/everybody'],
  },
  {
    file: 'src/view/people.view.ts',
    guard: '{ ...viewer, personId: null, ...noRelations }',
    without: 'viewer',
    tests: ['test/medium/export/everybody'],
  },
  // Lists that are for some only.
  {
    file: 'src/view/sync-runs.view.ts',
    guard: 'inAudience(viewer, syncReaders)\n',
    without: `${always}\n`,
    tests: ['test/medium/runs/runs'],
  },
  {
    file: 'src/view/sync-runs.view.ts',
    guard: 'return inAudience(viewer, syncReaders) ?',
    without: `return ${always} ?`,
    tests: ['test/medium/runs/runs'],
  },
  {
    file: 'src/view/held-plans.view.ts',
    guard: '.filter(({ keys }) => !keys.some((key) => hidden.has(key)))',
    without: '.filter(({ keys }) => !keys.some((key) => hidden.has(key)) || hidden.size > 0)',
    tests: ['test/medium/runs/held-plan'],
  },
  {
    file: 'src/view/held-plans.view.ts',
    guard: 'hidden.filter(({ source }) => source === plan.source.id)',
    without: 'hidden.filter(({ source }) => source !== plan.source.id)',
    tests: ['test/medium/runs/held-plan'],
  },
];
