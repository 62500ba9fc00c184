import type { Mutant } from './mutants.js';

const never = '(false as boolean)';

/** What is made into an answer and sent, once for all who see the same: what could be left out, or sent again. */
export const shownAgainMutants: readonly Mutant[] = [
  {
    file: 'src/web/live/channel.ts',
    guard: 'return isNew ? shown : null;',
    without: 'return shown;',
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
    guard: 'hasOther(look, before)',
    without: never,
    tests: ['test/small/web/channel'],
  },
  {
    file: 'src/web/live/channel.ts',
    guard: 'this.clock() - look.at < settledMilliseconds',
    without: never,
    tests: ['test/small/web/channel'],
  },
  {
    file: 'src/web/live/baselines.ts',
    guard: 'this.streams.settledUpTo()',
    without: 'this.streams.readUpTo()',
    tests: ['test/small/web/baselines'],
  },
  {
    file: 'src/web/live/channel.ts',
    guard: 'since: now, knownTo: now, unseen: null',
    without: 'since: position, knownTo: now, unseen: null',
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
    guard: 'if (!known && looks) this.look(channel, looks);',
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
    file: 'src/web/live/last-sent.ts',
    guard: 'isApart(event) === this.#apart.has(event.id) && !this.#gone.has(event.id)',
    without: '!this.#gone.has(event.id)',
    tests: ['test/small/web/last-sent', 'test/api/live/apart'],
  },
  {
    file: 'src/web/live/start-stream.ts',
    guard: "connection.close(CloseCode.Forbidden, 'Forbidden');",
    without: '',
    tests: ['test/api/live/rights'],
  },
  {
    file: 'src/web/live/channel.ts',
    guard: 'before > unseen.from && before < unseen.to',
    without: 'before < unseen.to',
    tests: ['test/small/web/channel'],
  },
  {
    file: 'src/web/live/last-sent.ts',
    guard: 'return had !== look;',
    without: 'return true;',
    tests: ['test/small/web/last-sent'],
  },
  {
    file: 'src/web/live/last-sent.ts',
    guard: 'this.#looks.clear();',
    without: '',
    tests: ['test/small/web/last-sent'],
  },
  {
    file: 'src/web/live/last-sent.ts',
    guard: 'this.#gone.add(event.id);',
    without: '',
    tests: ['test/small/web/last-sent'],
  },
  {
    file: 'src/web/live/render.ts',
    guard: 'key === null ? this.#own',
    without: 'key === null ? this.channels.apart()',
    tests: ['test/api/live/apart'],
  },
  {
    file: 'src/web/live/live-connections.ts',
    guard: 'if (this.#unnamed.size > maxUnnamed) oldest?.cut();',
    without: 'if (oldest === undefined) return;',
    tests: ['test/small/web/live-connections'],
  },
];
