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
    file: 'src/web/live/channel.ts',
    guard: 'look === undefined || look.since >= since ? made : null',
    without: 'made',
    tests: ['test/small/web/channel'],
  },
  {
    file: 'src/web/live/channel.ts',
    guard: 'look.since >= since',
    without: never,
    tests: ['test/small/web/channel'],
  },
  {
    file: 'src/web/live/channel.ts',
    guard: ' && event.before <= before.knownTo',
    without: '',
    tests: ['test/small/web/channel'],
  },
  {
    file: 'src/web/live/channel.ts',
    guard: '{ digest, since: now, knownTo: now }',
    without: '{ digest, since: position, knownTo: now }',
    tests: ['test/small/web/channel'],
  },
  {
    file: 'src/web/live/channel.ts',
    guard: "if ('id' in event) this.#looks.delete(event.id);",
    without: '',
    tests: ['test/small/web/channel'],
  },
  {
    file: 'src/web/live/channel.ts',
    guard: 'if (this.#looks.has(id)) return;',
    without: '',
    tests: ['test/small/web/channel'],
  },
  {
    file: 'src/web/live/channel.ts',
    guard: 'this.#making.then(() => this.#make(event, render))',
    without: 'this.#make(event, render)',
    tests: ['test/small/web/channel'],
  },
  {
    file: 'src/web/live/render.ts',
    guard: 'eyes.recorded ? null : ',
    without: '',
    tests: ['test/api/live/baseline'],
  },
  {
    file: 'src/web/live/channels.ts',
    guard: 'if (!known && looks) this.baselines.want(channel, looks);',
    without: '',
    tests: ['test/api/live/baseline'],
  },
  {
    file: 'src/web/live/not-streamed.ts',
    guard: 'if (name === undefined || !notStreamed[name]?.includes(node.name.value)) return;',
    without: 'if (name !== undefined) return;',
    tests: ['test/api/live/others'],
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
    guard: 'if (stream.request.others === null) return [];',
    without: '',
    tests: ['test/small/view/telling', 'test/api/live/others'],
  },
  {
    file: 'src/view/live/open-stream.ts',
    guard: 'asked ? await this.dependents.of(moved, asked.managers) : []',
    without: '[]',
    tests: ['test/api/live/others'],
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
