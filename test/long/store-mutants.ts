import type { Mutant } from './mutants.js';

const runs = ['test/medium/runs/runs'];
const alias = ['test/api/alias'];
const named = ['test/api/named-viewers'];

/** What statements keep hidden: whoever forgets one of these conditions shows somebody. */
export const storeMutants: readonly Mutant[] = [
  {
    file: 'src/store/protected-people.ts',
    guard: "coalesce(l.protection_level, 'PROTECTED') = 'PROTECTED'",
    without: "coalesce(l.protection_level, 'OPEN') = 'NOBODY'",
    tests: runs,
  },
  {
    file: 'src/store/protected-people.ts',
    guard: 'p.source_id = ${source} and p.directory_key = ${key}',
    without: 'p.source_id <> ${source} and p.directory_key = ${key}',
    tests: runs,
  },
  {
    file: 'src/store/lock-protected.ts',
    guard: " and l.protection_level = 'PROTECTED'",
    without: '',
    tests: [...named, ...alias],
  },
  {
    file: 'src/store/visible-people.ts',
    guard: "o.employment = 'ACTIVE' and ",
    without: '',
    tests: alias,
  },
  {
    file: 'src/store/lift-protection.ts',
    guard: '  await tx.query(`delete from named_viewer where person_id = any($1)`, [personIds]);\n',
    without: '',
    tests: named,
  },
  {
    file: 'src/store/lift-protection.ts',
    guard: '  await withdrawCards(tx, personIds, at);\n',
    without: '  void [withdrawCards, at];\n',
    tests: alias,
  },
  {
    file: 'src/store/find-people.sql.ts',
    guard: 'else ${cell} = any($${direct}) end)',
    without: 'else $${direct}::text[] is not null end)',
    tests: ['test/api/reveal', 'test/api/matrix'],
  },
  {
    file: 'src/store/find-people.sql.ts',
    guard: 'p.email = $3 and ${findable(4)}',
    without: 'p.email = $3 and $4::text[] is not null',
    tests: ['test/api/who-sees-what'],
  },
  {
    file: 'src/store/find-people.sql.ts',
    guard: 'p.employee_id = $4 and ${findable(5)}',
    without: 'p.employee_id = $4 and $5::text[] is not null',
    tests: ['test/api/matrix'],
  },
  {
    file: 'src/store/find-people.sql.ts',
    guard: 'm.dial_plan = $3\n',
    without: '$3::text is not null\n',
    tests: ['test/api/forwarding'],
  },
  {
    file: 'src/store/person-card.sql.ts',
    guard: '(a.ends_at is null or a.ends_at > $3\n',
    without: '(a.ends_at is null or a.ends_at is not null\n',
    tests: ['test/api/absence'],
  },
  {
    file: 'src/store/person-card.sql.ts',
    guard: '   where ${visiblePeople(1, 2)}`;\n\n/** What a list shows',
    without:
      '   where $1::text[] is not null and $2::uuid[] is not null`;\n\n/** What a list shows',
    tests: ['test/api/protected'],
  },
  {
    file: 'src/store/lists.sql.ts',
    guard: '[visiblePeople(1, 2), ...wanted]',
    without: "['$1::text[] is not null and $2::uuid[] is not null', ...wanted]",
    tests: ['test/api/listed-cards'],
  },
  {
    file: 'src/view/projection.ts',
    guard: 'allows(rule, this.person.protectionLevel, this.#audiences)',
    without: 'allows(rule, this.person.protectionLevel, this.#audiences) || this.#isHere',
    tests: ['test/small/view'],
  },
  {
    file: 'src/store/level-rises.sql.ts',
    guard: 'where run.municipality_code = $1 and run.started_at > $2',
    without: 'where $1::text is not null and run.started_at > $2',
    tests: ['test/medium/rises/two-officers'],
  },
  {
    file: 'src/store/level-rises.sql.ts',
    guard: 'array_position($3::text[], l.protection_level)\n     order by',
    without: '0 * array_position($3::text[], l.protection_level)\n     order by',
    tests: ['test/medium/rises/raise'],
  },
  {
    file: 'src/store/audit.sql.ts',
    guard: " and e.action in ('READ_PROTECTED', 'REVEAL_NUMBERS')",
    without: '',
    tests: ['test/api/audit-log'],
  },
  {
    file: 'src/store/audit.sql.ts',
    guard: 'where e.municipality_code = $1\n',
    without: 'where $1::text is not null\n',
    tests: ['test/api/audit-log'],
  },
  {
    file: 'src/web/viewer.guard.ts',
    guard: 'if (audience === undefined || context',
    without: 'if (audience === undefined) return true;\n    if (context',
    tests: ['test/small/web'],
  },
  // Who a key, a token and its issuer's keys belong to.
  {
    file: 'src/identity/api-key.ts',
    guard: 'check(text.slice(0, -checkLength)) === match[3] ?',
    without: 'match[3] !== undefined ?',
    tests: ['test/small/identity/api-key'],
  },
  {
    file: 'src/identity/api-key.ts',
    guard: ' && timingSafeEqual(left, right)',
    without: '',
    tests: ['test/api/bad-input'],
  },
  {
    file: 'src/identity/remembered.ts',
    guard: ' && age >= 0',
    without: '',
    tests: ['test/small/identity'],
  },
  {
    file: 'src/identity/remembered.ts',
    guard: 'if (value === null) this.#read.delete(name);\n    else ',
    without: '',
    tests: ['test/small/identity'],
  },
  {
    file: 'src/audit/verify-seals.ts',
    guard: "  if (seal.previous !== (last?.hash ?? '')) return 'SEAL_ALTERED';\n",
    without: '',
    tests: ['test/medium/audit/tampered'],
  },
  {
    file: 'src/audit/verify-seals.ts',
    guard: "    if (lines.length < expected) return 'ROW_MISSING';\n",
    without: '',
    tests: ['test/medium/audit/tampered'],
  },
  {
    file: 'src/audit/drop-month.ts',
    guard: "      if (rows.length === 0) return { kind: 'EMPTY' };\n",
    without: '',
    tests: ['test/medium/audit/months'],
  },
  {
    file: 'src/web/door/document-limits.ts',
    guard: '.length > maxFragments)',
    without: '.length > 1e9)',
    tests: ['test/api/door/door', 'test/api/door/hostile'],
  },
  {
    file: 'src/web/door/spending.ts',
    guard: 'if (at < before.at) {',
    without: 'if (at < 0) {',
    tests: ['test/small/web'],
  },
];
