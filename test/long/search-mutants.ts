import type { Mutant } from './mutants.js';

const words = 'src/store/search-reading.sql.ts';
const pages = 'src/store/search.sql.ts';
const numbers = 'src/store/search-number.sql.ts';
const seen = ['test/api/matrix', 'test/api/search'];

/** What the one search box could let out: by whom, by which field, and of whom. */
export const searchMutants: readonly Mutant[] = [
  {
    file: pages,
    guard: "where best.is_unit or ${isSeen('best.entry_id', viewer)}",
    without: "where best.is_unit or e.cell is not null or ${isSeen('best.entry_id', viewer)}",
    tests: seen,
  },
  {
    file: words,
    guard: 'return [within(EMAIL, byEmail), within(EMPLOYEE_ID, byEmployeeId)];',
    without: 'return [`${byEmail}::text[] is not null`, within(EMPLOYEE_ID, byEmployeeId)];',
    tests: seen,
  },
  {
    file: words,
    guard: 'return [within(EMAIL, byEmail), within(EMPLOYEE_ID, byEmployeeId)];',
    without: 'return [within(EMAIL, byEmail), `${byEmployeeId}::text[] is not null`];',
    tests: seen,
  },
  {
    file: numbers,
    guard: '${cell} = any(${mobile}::text[])',
    without: "${cell} <> '' and ${mobile}::text[] is not null",
    tests: seen,
  },
  {
    file: numbers,
    guard: 'else ${cell} = any(${direct}::text[]) end)',
    without: 'else ${direct}::text[] is not null end)',
    tests: seen,
  },
  {
    file: numbers,
    guard: "...inPlaces('p', codes), ",
    without: '...(codes === null ? [] : [`${codes}::text[] is not null`]), ',
    tests: ['test/api/search'],
  },
  {
    file: 'src/view/search.view.ts',
    guard: 'const context = [viewer, query, within, near];',
    without: 'const context = [query, within, near];',
    tests: ['test/api/search'],
  },
];
