import type { Mutant } from './mutants.js';

const never = '(false as boolean)';
const audited = ['test/medium/sync/audited'];
const gate = ['test/small/sync/gate'];
const plan = ['test/small/sync/plan'];
const ldap = ['test/small/ldap'];

/** The guards of the sync: a dead directory never fires anybody, and whom it marks is hidden. */
export const syncMutants: readonly Mutant[] = [
  {
    file: 'src/sync/complete-read.ts',
    guard: 'if (plan.seen === 0)',
    without: `if (${never})`,
    tests: ['test/medium/sync/sync-source'],
  },
  {
    file: 'src/sync/complete-read.ts',
    guard: 'if (judged.held !== null && !judged.allowed) {',
    without: `if (judged.held !== null && ${never}) {`,
    tests: ['test/medium/sync/held'],
  },
  {
    file: 'src/sync/complete-read.ts',
    guard: '        await clearStage(connection, key);\n        const read',
    without: '        const read',
    tests: ['test/medium/faults/connection', 'test/medium/faults/pages'],
  },
  {
    file: 'src/sync/gate.ts',
    guard: 'losses.length + recent.size >',
    without: 'losses.length >',
    tests: gate,
  },
  {
    file: 'src/sync/gate.ts',
    guard: 'if (readBefore && facts.newConfiguration !== null)',
    without: `if (${never})`,
    tests: gate,
  },
  {
    file: 'src/sync/gate.ts',
    guard: 'if (facts.marksLost.length > 0)',
    without: `if (${never})`,
    tests: gate,
  },
  {
    file: 'src/sync/gate.ts',
    guard: 'if (count === before.kinds.get(kind))',
    without: `if (${never})`,
    tests: gate,
  },
  {
    file: 'src/sync/gate.ts',
    guard: "facts.hidden.has(key) ? 'HIDDEN' : word",
    without: 'word',
    tests: gate,
  },
  {
    file: 'src/sync/plan.ts',
    guard: 'if (key === null || !this.hidden.has(key)) this.rejections',
    without: 'this.rejections',
    tests: plan,
  },
  {
    file: 'src/sync/plan.ts',
    guard: 'if (!this.hidden.has(key)) count += 1;',
    without: 'count += 1;',
    tests: plan,
  },
  {
    file: 'src/sync/read-source.ts',
    guard: 'if (rises.length > 0) await outlet.raise(rises);',
    without: '',
    tests: ['test/medium/sync/cut-short'],
  },
  {
    file: 'src/sync/fast-lane.ts',
    guard: 'if (gate(facts) !== null) {',
    without: `if (${never}) {`,
    tests: ['test/medium/openldap/fast-lane'],
  },
  {
    file: 'src/sync/sync-schedule.ts',
    guard: 'if (refusedBinds < maxRefusals) return false;',
    without: 'if (refusedBinds >= 0) return false;',
    tests: ['test/medium/faults/bind'],
  },
  {
    file: 'src/sync/sync-schedule.ts',
    guard: "if (heldAt !== null && (await lastRead()) !== heldAt) return 'DONE';",
    without: '',
    tests: ['test/medium/sync/schedule'],
  },
  {
    file: 'src/sync/sync-schedule.ts',
    guard: 'wait: waitBeforeNextRun(heldMinutes, 0, Math.random())',
    without: 'wait: waitBeforeNextRun(source.directory.everyMinutes, 0, Math.random())',
    tests: ['test/medium/sync/schedule'],
  },
  {
    file: 'src/store/sync-connections.ts',
    guard: 'if (!(await lock(connection, source))) return null;',
    without: 'await lock(connection, source);',
    tests: ['test/medium/sync/interrupted'],
  },
  {
    file: 'src/store/leavers.ts',
    guard: "employment = 'ACTIVE' and missing_since <= $2",
    without: "employment = 'ACTIVE' and missing_since <= $3 and $2::timestamptz is not null",
    tests: ['test/medium/sync/leavers'],
  },
  {
    file: 'src/ldap/marks.ts',
    guard: "?? 'PROTECTED'",
    without: "?? 'OPEN'",
    tests: ldap,
  },
  {
    file: 'src/ldap/marks.ts',
    guard: 'if (group.members.has(dn)) mark(group.name, group.level);',
    without: '',
    tests: ldap,
  },
  {
    file: 'src/ldap/marks.ts',
    guard: 'if (dn.endsWith(unit.below)) mark(unit.name, unit.level);',
    without: '',
    tests: ldap,
  },
  {
    file: 'src/ldap/with-directory.ts',
    guard: "error.fault === 'BIND_REFUSED' || ",
    without: '',
    tests: ['test/medium/faults/bind'],
  },
  {
    file: 'src/ldap/paged-search.ts',
    guard: "throw new Error('the server stopped paging in the middle of an answer.');",
    without: 'return { entries: entriesOf(response), cookie: emptyCookie };',
    tests: ['test/medium/faults/pages'],
  },
  {
    file: 'src/ldap/source-hash.ts',
    guard: "${search}${state === 'ACTIVE' ? '' : 'D'}",
    without: "${search}${state === 'ACTIVE' ? '' : ''}",
    tests: ['test/medium/faults/clocks-and-neighbours'],
  },
  {
    file: 'src/config/directories-file.ts',
    guard: 'if (message !== null)',
    without: `if (${never})`,
    tests: ['test/medium/faults/refusals'],
  },
  {
    file: 'src/ldap/entry-to-person.ts',
    guard: "else if (isNationalId(text)) reject(field, 'NATIONAL_ID');",
    without: '',
    tests: ldap,
  },
  // What is recorded of a run, in the transaction that does it.
  {
    file: 'src/store/sync-audit.sql.ts',
    guard: ".concat(` where c.fields <> '{}'`)",
    without: '',
    tests: audited,
  },
  {
    file: 'src/store/directory-writes.sql.ts',
    guard: 's.source_id = $1 and not s.known and s.person_id = c.id)',
    without: 's.source_id = $1 and not s.known and s.person_id <> s.person_id and c.id = c.id)',
    tests: audited,
  },
  {
    file: 'src/store/directory.store.ts',
    guard: 'await tx.query(recordCreations, dated);',
    without: '',
    tests: audited,
  },
  {
    file: 'src/store/directory.store.ts',
    guard: 'await tx.query(recordUpdates, [source, at]);',
    without: '',
    tests: audited,
  },
  {
    file: 'src/store/leavers.ts',
    guard: 'await tx.query(recordErasures, [source.id, at, ids]);',
    without: '',
    tests: audited,
  },
  {
    file: 'src/store/leavers.ts',
    guard: "${recorded('SYNC_UPDATE', '$3', 'gone')}",
    without: 'select 1',
    tests: audited,
  },
];
