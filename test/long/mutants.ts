/** A guard, and the same place without it. */
export type Mutant = {
  readonly file: string;
  readonly guard: string;
  readonly without: string;
  /** Paths of the tests that have to notice, as they begin: the few that cost seconds. */
  readonly tests: readonly string[];
};

const always = '(true as boolean)';
const never = '(false as boolean)';

/** The guards that people's safety hangs on. Each is taken away alone, and some test has to notice. */
export const mutants: readonly Mutant[] = [
  // Who exists for whom, and who is found by what.
  {
    file: 'src/store/visible-people.ts',
    guard: "(${cell} = any($${cells}) or p.employment = 'ACTIVE' and",
    without: "($${cells}::text[] is not null or p.employment = 'ACTIVE' and",
    tests: ['test/api/protected'],
  },
  {
    file: 'src/store/visible-people.ts',
    guard: "p.employment = 'ACTIVE' and p.id = any($${known}::uuid[])",
    without: 'p.id = any($${known}::uuid[])',
    tests: ['test/api/named-viewers', 'test/medium/sync/leavers'],
  },
  {
    file: 'src/store/visible-people.ts',
    guard: "case p.employment when 'ACTIVE' then '' else ':' || p.employment end",
    without: "''",
    tests: ['test/medium/sync/leavers'],
  },
  {
    file: 'src/store/find-people.sql.ts',
    guard: 'return `(${cell} = any($${cells}) or p.id = any($2::uuid[]))`;',
    without: 'return `($${cells}::text[] is not null or p.id = any($2::uuid[]))`;',
    tests: ['test/api/who-sees-what'],
  },
  {
    file: 'src/store/find-people.sql.ts',
    guard: 'then ${mobileCell} = any($${mobile})',
    without: 'then $${mobile}::text[] is not null',
    tests: ['test/api/settings-count'],
  },
  {
    file: 'src/policy/audience.ts',
    guard: 'if (own) audiences.push(role);',
    without: 'audiences.push(role);',
    tests: ['test/small/policy'],
  },
  {
    file: 'src/policy/reach.ts',
    guard: 'reach.people.filter((cell) => !cell.endsWith(left))',
    without: 'reach.people',
    tests: ['test/small/policy'],
  },
  // What is shown of whom.
  {
    file: 'src/view/projection.ts',
    guard: "return target.kind !== 'PERSON' || sight.others.has(target.personId);",
    without: `return target.kind !== 'PERSON' || sight.others.size >= 0;`,
    tests: ['test/api/protected'],
  },
  {
    file: 'src/view/projection.ts',
    guard: "may('Presence.lines') || onRequest || kinds.has(line.kind)",
    without: always,
    tests: ['test/api/lines'],
  },
  {
    file: 'src/view/projection.ts',
    guard: 'return this.person.leftAt === null;',
    without: `return ${always};`,
    tests: ['test/medium/sync/leavers'],
  },
  {
    file: 'src/view/absence-view.ts',
    guard: "may('Absence.note') ? absence.note : null",
    without: 'absence.note',
    tests: ['test/api/absence'],
  },
  {
    file: 'src/view/people.view.ts',
    guard: "may('NumberLookup.label')",
    without: "may('Person.displayName')",
    tests: ['test/api/shared-lines', 'test/api/alias'],
  },
  // Managers and shared telephones.
  {
    file: 'src/store/person-card.sql.ts',
    guard: 'where referral.hop < ${hops} and ${visiblePeople(1, 2)}',
    without: 'where referral.hop < ${hops}',
    tests: ['test/api/protected', 'test/api/managers'],
  },
  {
    file: 'src/view/projection.ts',
    guard: 'return manager.leftAt === null ? manager : null;',
    without: 'return manager;',
    tests: ['test/small/view'],
  },
  {
    file: 'src/view/projection.ts',
    guard: 'if (manager === undefined || manager.id === person.id) return null;',
    without: 'if (manager === undefined) return null;',
    tests: ['test/small/view'],
  },
  {
    file: 'src/view/see-person.ts',
    guard: "person.kind === 'SHARED_PHONE' ? 'SharedLine' : 'Person'",
    without: "'Person'",
    tests: ['test/api/shared-lines'],
  },
  {
    file: 'src/view/person-view.ts',
    guard: 'return entry && isPerson(entry) ? entry : null;',
    without: 'return entry ? (entry as PersonView) : null;',
    tests: ['test/api/shared-lines'],
  },
  {
    file: 'src/web/cards-read.ts',
    guard: "if (names(leadToManagers)) return 'MANAGERS';",
    without: '',
    tests: ['test/api/managers'],
  },
  // Who may change what.
  {
    file: 'src/changes/subjects.ts',
    guard: 'if (!may(viewer, action, { ...subjectOf(person), protectionLevel, aliasCard }))',
    without: `if (!may(viewer, action, { ...subjectOf(person), protectionLevel, aliasCard }) && ${never})`,
    tests: ['test/api/absence'],
  },
  {
    file: 'src/changes/absence-terms.ts',
    guard: "other.protectionLevel !== 'PROTECTED'",
    without: always,
    tests: ['test/api/protected'],
  },
  {
    file: 'src/changes/forwarding-target.ts',
    guard: "holder.protectionLevel !== 'PROTECTED'",
    without: '(true as boolean)',
    tests: ['test/api/protected'],
  },
  {
    file: 'src/web/viewer.guard.ts',
    guard: 'if (!inAudience(viewerOf(context), audience)) throw refusal();',
    without: 'inAudience(viewerOf(context), audience);',
    tests: ['test/api/keys'],
  },
  // Whose token it is.
  {
    file: 'src/identity/known-keys.ts',
    guard: '|| !matches ||',
    without: '||',
    tests: ['test/api/bad-input'],
  },
  {
    file: 'src/identity/known-keys.ts',
    guard: 'if (key.expiresAt <= this.clock.now())',
    without: `if (${never})`,
    tests: ['test/api/bad-input'],
  },
  {
    file: 'src/identity/issued-token.ts',
    guard: 'this.#issuers.get(issuerPlace({ issuer: iss, audience }))',
    without: '[...this.#issuers.values()].find((one) => one.issuer === iss)',
    tests: ['test/api/forged-tokens'],
  },
  // Rises are undone by two officers, and never a level that somebody has set since.
  {
    file: 'src/store/rise-undos.store.ts',
    guard: 'if (request.requestedBy === actor)',
    without: `if (request.requestedBy === actor && ${never})`,
    tests: ['test/medium/rises/two-officers'],
  },
  {
    file: 'src/store/level-rises.sql.ts',
    guard: 'run.id = $1 and run.municipality_code = $2',
    without: 'run.id = $1 and $2::text is not null',
    tests: ['test/medium/rises/two-officers'],
  },
  {
    file: 'src/store/level-rises.sql.ts',
    guard:
      "`l.level_run_id = r.run_id and l.protection_level = r.level_after and p.employment = 'ACTIVE'`",
    without: "`l.protection_level = r.level_after and p.employment = 'ACTIVE'`",
    tests: ['test/medium/rises/what-stays'],
  },
  {
    file: 'src/store/level-rises.sql.ts',
    guard: " and p.employment = 'ACTIVE'`",
    without: '`',
    tests: ['test/medium/rises/what-stays'],
  },
  {
    file: 'src/store/level-rises.sql.ts',
    guard: '     for no key update`',
    without: '`',
    tests: ['test/medium/rises/two-officers'],
  },
  {
    file: 'src/store/local-facts.store.ts',
    guard: 'levelRunId: null, ',
    without: '',
    tests: ['test/medium/rises/what-stays'],
  },
  // Live facts are soft.
  {
    file: 'src/store/lines.store.ts',
    guard: '(known.line is null or o.seq > known.report_seq or known.expires_at <= o.observed_at)',
    without: 'o.seq is not null',
    tests: ['test/api/lines'],
  },
  {
    file: 'src/staff/presence.ts',
    guard: "line.expiresAt > now ? line.status : 'UNKNOWN'",
    without: 'now && line.status',
    tests: ['test/small/staff/presence'],
  },
];
