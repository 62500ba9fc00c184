import { changes } from '../families.js';
import { drawFrom } from '../family.js';
import type { Worlds } from '../worlds.js';
import { one, other, restrict, writes } from './restricted.js';
import { byTime, liveFacts, ownFacts } from './fact-steps.js';
import type { Groups } from './step.js';
import { atOnce, othersFirst, rise, ties } from './tie-steps.js';
import { WatchedWorlds, type Outcome } from './watched-worlds.js';

const seed = 186_118;

/** What everybody was told of the changes of one kind. */
export type StreamProof = {
  readonly own: readonly Outcome[];
  readonly live: readonly Outcome[];
  readonly ties: readonly Outcome[];
  readonly time: readonly Outcome[];
  readonly atOnce: readonly Outcome[];
  /** When clients ask for changes that are about the person or lead there. */
  readonly asked: readonly Outcome[];
  /** Where two worlds differ in what is hidden of somebody RESTRICTED, who is OPEN in the third. */
  readonly restricted: readonly Outcome[];
  /** When the OPEN person becomes PROTECTED, and after that. */
  readonly rise: readonly Outcome[];
  readonly after: readonly Outcome[];
  /** How those were refused who may not watch, world by world. */
  readonly refused: readonly (readonly (readonly [string, string])[])[];
};

/** How much is proved: every change or one of so many, by everybody or some, and what they ask of an entry. */
export type Part = {
  readonly every: number;
  /** Of the changes that clients ask for, one of so many; null is none, and nothing at once. */
  readonly asked: number | null;
  readonly watching: readonly string[];
  readonly entry: string;
};

/** Changes everything about a person in three worlds while they are watched. */
export async function proveStreams(
  worlds: Worlds,
  { every, asked, watching, entry }: Part,
): Promise<StreamProof> {
  const watched = await WatchedWorlds.begin(worlds, entry, watching);
  const { hidden, absent, open } = watched;
  const some = (groups: Groups) => groups.filter((_, i) => i % every === 0).flat();
  try {
    await watched.make([othersFirst]);
    const proof = {
      own: await watched.make(some(ownFacts)),
      live: await watched.make(some(liveFacts)),
      ties: await watched.make(some(ties)),
      time: await watched.make(some(byTime)),
      atOnce: asked === null ? [] : await watched.make([atOnce]),
      asked: asked === null ? [] : await watched.ask(changes, drawFrom(seed), asked),
    };
    await Promise.all([
      hidden.carryOut([...restrict, ...one]),
      absent.carryOut([...restrict, ...other]),
      open.carryOut(one),
    ]);
    await watched.make([{ name: 'something else is hidden in each', statements: () => [] }]);
    return {
      ...proof,
      restricted: await watched.make(writes),
      rise: await watched.make([rise]),
      after: await watched.make(some(liveFacts)),
      refused: [hidden, absent, open].map(({ refused }) => [...refused]),
    };
  } finally {
    await watched.stop();
  }
}
