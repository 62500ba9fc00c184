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
    guard: 'before === undefined && this.#entries.size >= mostWaiting',
    without: never,
    tests: ['test/small/view/event-queue'],
  },
  {
    file: 'src/view/live/event-queue.ts',
    guard: 'Math.min(since, before?.since ?? since)',
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
    file: 'src/web/live/channels.ts',
    guard: 'look === undefined || look.since >= since ? made : null',
    without: 'made',
    tests: ['test/api/live/changes'],
  },
  {
    file: 'src/web/live/start-stream.ts',
    guard: "connection.close(CloseCode.Forbidden, 'Forbidden');",
    without: '',
    tests: ['test/api/live/rights'],
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
];
