import type { Mutant } from './mutants.js';

/** What keeps the reading of calendars within its bounds, and whoever is back from being absent again. */
export const calendarMutants: readonly Mutant[] = [
  {
    file: 'src/intake/calendar/read-calendar.ts',
    guard: 'work.left < 0',
    without: '(false as boolean)',
    tests: ['test/small/intake/refused-calendars'],
  },
  {
    file: 'src/staff/rule-starts.ts',
    guard: 'if (work.left < 0) break;',
    without: '',
    tests: ['test/small/intake/refused-calendars'],
  },
  {
    file: 'src/store/absences.store.ts',
    guard: 'await tx.query(keepReturn, [absence.id, version, backAt]);',
    without: 'void backAt;',
    tests: ['test/api/calendar'],
  },
];
