import type { Mutant } from './mutants.js';

const never = '(false as boolean)';
const api = ['test/api/audit.test'];
const seals = ['test/medium/audit/tampered', 'test/medium/audit/seals'];

/** The guards of the record: what must be recorded is, and nobody can alter it unseen. */
export const auditMutants: readonly Mutant[] = [
  {
    file: 'src/view/people.view.ts',
    guard: '    await this.reads.ofProtected(viewer, readOf(viewer, others), now);\n',
    without: '',
    tests: api,
  },
  {
    file: 'src/view/people.view.ts',
    guard: "protectionLevel === 'PROTECTED' && id !== viewer.personId",
    without: "protectionLevel === 'PROTECTED'",
    tests: api,
  },
  {
    file: 'src/view/audit.view.ts',
    guard:
      '      await this.reads.ofAudit(viewer, { about, object, purpose }, this.clock.now());\n',
    without: '',
    tests: ['test/api/audit-log'],
  },
  {
    file: 'src/view/audit.view.ts',
    guard: '      if (!isCaseReference(caseReference)) throw noReference();\n',
    without: '',
    tests: ['test/api/audit-log'],
  },
  {
    file: 'src/view/audit.view.ts',
    guard: 'const shown = withHidden || !fact.hidden;',
    without: 'const shown = withHidden || fact.hidden !== null;',
    tests: ['test/api/audit-log'],
  },
  {
    file: 'src/view/audit.view.ts',
    guard: 'if (!self && municipality === null) return nothing;',
    without: '',
    tests: ['test/api/audit-log'],
  },
  {
    file: 'src/view/audit.view.ts',
    guard: 'actor: withActor ? fact.actor : null,',
    without: 'actor: withActor || !withActor ? fact.actor : null,',
    tests: ['test/api/audit-log'],
  },
  {
    file: 'src/store/audit.sql.ts',
    guard: 'and ($6::boolean or ($2::uuid is null and $3::text is null) or not ${hidden})',
    without: 'and $6::boolean is not null',
    tests: ['test/api/audit-log'],
  },
  {
    file: 'src/store/audit.sql.ts',
    guard: 'and ($2::text is null or e.municipality_code = $2)',
    without: 'and ($2::text is null or $2::text is not null)',
    tests: ['test/api/audit-log'],
  },
  {
    file: 'src/store/migrate.ts',
    guard: 'grant select, insert on ${namesOf(appendOnlyRows)}',
    without: 'grant select, insert, update, delete on ${namesOf(appendOnlyRows)}',
    tests: ['test/medium/audit/seals'],
  },
  {
    file: 'src/audit/verify-seals.ts',
    guard: "if (seal.number !== (last?.number ?? 0) + 1) return 'SEAL_MISSING';",
    without: '',
    tests: ['test/medium/audit/tampered'],
  },
  {
    file: 'src/audit/verify-seals.ts',
    guard: "return gone || contentOf(lines) === seal.content ? null : 'ROW_ALTERED';",
    without: 'return null;',
    tests: seals,
  },
  {
    file: 'src/audit/verify-seals.ts',
    guard: "return hashOf(seal) === seal.hash ? null : 'SEAL_ALTERED';",
    without: 'return null;',
    tests: seals,
  },
  {
    file: 'src/audit/verify-seals.ts',
    guard: "if (lines.length > expected) return 'ROW_ADDED';",
    without: '',
    tests: seals,
  },
  {
    file: 'src/audit/verify-seals.ts',
    guard:
      "const broken = id === null ? null : ({ why: 'ROW_UNSEALED', at: `row ${id}` } as const);",
    without:
      "const broken = id === null || id !== null ? null : ({ why: 'ROW_UNSEALED', at: '' } as const);",
    tests: ['test/medium/audit/seals'],
  },
  {
    file: 'src/audit/seal-rows.ts',
    guard: 'unsealed.filter(({ month }) => month === first.month)',
    without: 'unsealed',
    tests: ['test/medium/audit/months'],
  },
  {
    file: 'src/store/audit-seals.store.ts',
    guard: '      if (!locked) return null;\n',
    without: `      if (!locked && ${never}) return null;\n`,
    tests: seals,
  },
  {
    file: 'src/audit/drop-month.ts',
    guard: 'if (verdicts.some(({ broken }) => broken !== null))',
    without: `if (${never})`,
    tests: ['test/medium/audit/months'],
  },
  {
    file: 'src/audit/drop-month.ts',
    guard: "if (month >= latest) return { kind: 'NOT_CLOSED' };",
    without: '',
    tests: ['test/medium/audit/months'],
  },
  {
    file: 'src/store/rise-undos.store.ts',
    guard: "return { ...fact, action: 'LOWER_LEVEL', about: personId, fields };",
    without: "return { ...fact, action: 'LOWER_LEVEL', about: null, fields };",
    tests: ['test/medium/rises/recorded'],
  },
  {
    file: 'src/store/local-facts.store.ts',
    guard: 'if (fields.length === 0) return true;',
    without: '',
    tests: api,
  },
  {
    file: 'src/store/forwardings.store.ts',
    guard: 'await recordFacts(tx, [{ ...fact, object, receipt: made ?? null }]);',
    without: 'void made;',
    tests: api,
  },
  {
    file: 'src/store/local-facts.store.ts',
    guard: '      if (affected === 1) await recordFacts(tx, [fact]);\n',
    without: '',
    tests: api,
  },
  {
    file: 'src/store/local-facts.store.ts',
    guard: '      await recordFacts(tx, [{ ...fact, fields }]);\n',
    without: '',
    tests: api,
  },
  {
    file: 'src/store/held-plans.store.ts',
    guard: '      await recordFacts(tx, facts);\n',
    without: '',
    tests: api,
  },
  {
    file: 'src/store/sync-runs.store.ts',
    guard: "      await recordFacts(tx, [{ ...fact, object: globalId('SYNC_RUN', id) }]);\n",
    without: '',
    tests: api,
  },
];
