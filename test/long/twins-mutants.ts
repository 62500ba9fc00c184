import type { Mutant } from './mutants.js';

const never = '(false as boolean)';
const tests = ['test/medium/twins/twins.test'];

/** Guards that only the twin worlds notice: somebody hidden has left a trace in somebody else's facts. */
export const twinsMutants: readonly Mutant[] = [
  {
    file: 'src/store/forwardings.store.ts',
    guard: 'and (f.target_person_id is null or ${visiblePeople(2, 3)})`;',
    without: 'and ($2::text[] is not null or $3::uuid[] is not null)`;',
    tests,
  },
  {
    file: 'src/changes/set-forwarding.ts',
    guard: 'const seen = await this.subjects.forwardingsOf(viewer, person);',
    without: 'const seen = person.forwardings;',
    tests,
  },
  {
    file: 'src/changes/set-forwarding.ts',
    guard: 'shown === undefined ? (before?.id ?? null) : null;',
    without: `shown === undefined && ${never} ? (before?.id ?? null) : null;`,
    tests,
  },
  {
    file: 'src/store/sync-history.sql.ts',
    guard: 'where j.run_id = r.id and not ${hidden}',
    without: 'where j.run_id = r.id',
    tests,
  },
];
