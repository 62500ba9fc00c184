import type { Mutant } from './mutants.js';

const always = '(true as boolean)';
const never = '(false as boolean)';
const api = ['test/api/subject-words'];
const positions = ['test/medium/live/positions'];
const migration = 'migrations/0021-subject-words.ts';

/** Which words may lead to whom, who says so, and who is told. */
export const subjectMutants: readonly Mutant[] = [
  ...[
    'given.length > mostSubjects',
    'synonyms.length > mostSynonyms',
    'Array.from(word).length > longestWord',
    'folded.length < shortestWord',
    '/[^\\p{L}\\p{M}\\p{N} -]/u.test(word)',
    '(word.match(/\\p{N}/gu) ?? []).length > mostDigits',
    'taken.has(folded)',
  ].map((guard): Mutant => {
    const tests = ['test/small/staff/subject-words'];
    return { file: 'src/staff/subject-words.ts', guard, without: never, tests };
  }),
  {
    file: 'src/policy/authority.ts',
    guard: "  'setStandIns',\n];",
    without: "  'setStandIns',\n  'setSubjectWords',\n];",
    tests: api,
  },
  {
    file: 'src/view/projection.ts',
    guard: "may('Person.subjects')",
    without: always,
    tests: ['test/small/view/fields.test'],
  },
  ...(
    [
      ['person', 'sameSubjects(rows[0]?.subjects ?? [], subjects)'],
      ['unit', 'sameSubjects(before.subjects, subjects)'],
    ] as const
  ).map(([owner, guard]): Mutant => {
    return { file: `src/store/${owner}-answering.store.ts`, guard, without: never, tests: api };
  }),
  {
    file: 'src/store/erasing.sql.ts',
    guard: '  `delete from person_subject_word where person_id = any($1)`,\n',
    without: '',
    tests: ['test/medium/sync/leavers'],
  },
  {
    file: 'src/web/live/not-streamed.ts',
    guard: "'subjects', ",
    without: '',
    tests: ['test/api/live/others'],
  },
  // What moves the entry: once, and only when its words become others.
  {
    file: migration,
    guard: '(${before} except ${after}) union all (${after} except ${before})',
    without: '${after}',
    tests: positions,
  },
  {
    file: migration,
    guard: "trigger('delete', 'old table as old_rows'),",
    without: '',
    tests: positions,
  },
];
