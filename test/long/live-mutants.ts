import type { Mutant } from './mutants.js';

const never = '(false as boolean)';

/** Who is told of what, and when: what a stream could let out, or leave out. */
export const liveMutants: readonly Mutant[] = [
  {
    file: 'src/view/live/step.ts',
    guard: 'if (!cells.has(cell)) return false;',
    without: '',
    tests: ['test/small/view/live-step'],
  },
  {
    file: 'src/view/live/step.ts',
    guard: 'position > told && isSeen(cell, watched)',
    without: 'isSeen(cell, watched)',
    tests: ['test/small/view/live-step'],
  },
  {
    file: 'src/view/live/step.ts',
    guard: 'atWork && watched.known.has(moved.id)',
    without: 'watched.known.has(moved.id)',
    tests: ['test/small/view/live-step'],
  },
  {
    file: 'src/view/live/step.ts',
    guard: 'if (watched.entries?.has(moved.id) === false) return null;',
    without: '',
    tests: ['test/small/view/live-step'],
  },
  {
    file: 'src/view/live/event-queue.ts',
    guard: 'first === undefined && this.#entries.size >= mostWaiting',
    without: never,
    tests: ['test/small/view/event-queue'],
  },
  {
    file: 'src/view/live/event-queue.ts',
    guard: 'Math.min(since, first?.since ?? since)',
    without: 'since',
    tests: ['test/small/view/event-queue'],
  },
  {
    file: 'src/view/live/live-hub.ts',
    guard: 'if (changes.rights) await this.identifyAll();',
    without: '',
    tests: ['test/api/live/rights'],
  },
  {
    file: 'src/view/live/live-hub.ts',
    guard: 'if (stream.expired()) await this.identify(stream, now);',
    without: '',
    tests: ['test/api/live/rights'],
  },
  {
    file: 'src/view/live/open-stream.ts',
    guard: 'request.identify(performance.now())',
    without: 'request.identify(0)',
    tests: ['test/api/live/rights'],
  },
  {
    file: 'src/view/live/open-stream.ts',
    guard: "if (from === null) return 'RIGHTS_CHANGED';",
    without: 'if (from === null) return null;',
    tests: ['test/api/live/changes'],
  },
  {
    file: 'src/view/live/open-stream.ts',
    guard: 'away > awayMilliseconds',
    without: never,
    tests: ['test/api/live/changes'],
  },
  {
    file: 'src/view/live/telling.ts',
    guard: 'stream.from > after ? 0 : one.position',
    without: 'one.position',
    tests: ['test/small/view/telling'],
  },
  {
    file: 'src/view/live/telling.ts',
    guard: 'all ? moved.position : this.changes.after',
    without: 'moved.position',
    tests: ['test/small/view/telling'],
  },
  {
    file: 'src/view/live/telling.ts',
    guard: 'stream.request.others === null ? [] : dependentsFor(this.dependents, stream)',
    without: 'dependentsFor(this.dependents, stream)',
    tests: ['test/small/view/telling', 'test/api/live/others'],
  },
  {
    file: 'src/view/live/open-stream.ts',
    guard: '? await this.dependents.of(moved, { ...asked, after: begin }, [stream])',
    without: '? noDependents',
    tests: ['test/api/live/others'],
  },
  {
    file: 'src/view/live/dependents.ts',
    guard: 'moved.filter((one) => isTold(one, after, seen))',
    without: 'moved',
    tests: ['test/api/live/others', 'test/medium/live/dependents'],
  },
  {
    file: 'src/store/dependents.store.ts',
    guard: "(e.cell not like 'PROTECTED:%' or e.cell = any($5) or e.entry_id = any($6))",
    without: 'true and $5::text[] is not null and $6::uuid[] is not null',
    tests: ['test/medium/live/dependents'],
  },
  {
    file: 'src/view/live/open-stream.ts',
    guard: 'JSON.stringify([context, [...watched.cells], [...watched.known], near])',
    without: 'JSON.stringify([context, [...watched.cells], [...watched.known], [near.length]])',
    tests: ['test/api/live/apart'],
  },
  {
    file: 'src/store/dependents.store.ts',
    guard: 'join unit u on u.id = g.unit_id or u.parent_id = g.unit_id',
    without: 'join unit u on u.id = g.unit_id',
    tests: ['test/medium/live/dependents'],
  },
  {
    file: 'src/store/dependents.store.ts',
    guard: 'where a.substitute_id = leader.id and',
    without: 'where a.substitute_id = leader.id and leader.hop = 0 and',
    tests: ['test/medium/live/dependents'],
  },
  {
    file: 'src/identity/remembered.ts',
    guard: ' && known.began >= since',
    without: '',
    tests: ['test/api/live/rights'],
  },
  {
    file: 'src/store/due.store.ts',
    guard: 'where (due.at, due.id) > ($1, $2::uuid) and due.at <= $3',
    without: 'where due.at >= $1 and $2::uuid is not null and due.at <= $3',
    tests: ['test/medium/live/due'],
  },
  {
    file: 'src/store/due.store.ts',
    guard: 'select m.at, o.unit_id from unnest($6::timestamptz[]) m(at), opening_hours o',
    without:
      'select m.at, o.unit_id from unnest($6::timestamptz[]) m(at), opening_hours o where false',
    tests: ['test/medium/live/due'],
  },
  {
    file: 'src/store/due.store.ts',
    guard: 'a.starts_at < m.at and a.ends_at > m.at',
    without: 'false',
    tests: ['test/medium/live/due'],
  },
  {
    file: 'src/store/due.store.ts',
    guard: 'f.valid_until > m.at',
    without: 'false',
    tests: ['test/medium/live/due'],
  },
  {
    file: 'src/staff/due.ts',
    guard: '...midnights.filter((at) => at > startsAt && at < endsAt),',
    without: '',
    tests: ['test/small/staff/due'],
  },
  {
    file: 'src/view/live/event-queue.ts',
    guard: 'first?.before ?? before',
    without: 'before',
    tests: ['test/small/view/event-queue'],
  },
  {
    file: 'src/policy/stream-class.ts',
    guard: 'if (viewer.named.size > anybody.named.size) return true;',
    without: '',
    tests: ['test/small/policy/stream-class'],
  },
  {
    file: 'migrations/0020-dependents.ts',
    guard: "(l.protection_level <> 'PROTECTED' or e.cell not like 'PROTECTED:%')",
    without: 'true',
    tests: ['test/medium/live/positions'],
  },
];
