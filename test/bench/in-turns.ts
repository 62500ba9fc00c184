import type { Child } from './child.js';
import type { Answered, Round } from './http-clients.js';
import type { Asked } from './post.js';
import { middle, spread } from './ratios.js';

/** One of two that are asked in turns: whom, and how many milliseconds its process has worked so far. */
export type Way = {
  readonly name: string;
  readonly asked: Asked & { readonly query: string };
  work(): Promise<number>;
  /** Before each of its turns. */
  begin?(): void;
};
/** Of one turn: answers a second, milliseconds of the process's own work for each, and the answer. */
export type Measured = {
  readonly perSecond: number;
  readonly work: number;
  readonly text: string;
};
/** How many turns before those that count, how many that do, and how long one is. */
export type Turns = {
  readonly warm: number;
  readonly counted: number;
  readonly milliseconds: number;
};

/** Two clients ask the one and then the other, again and again. Throws when one answers differently than before. */
export async function inTurns(
  clients: Child,
  ways: readonly [Way, Way],
  { warm, counted, milliseconds }: Turns,
): Promise<readonly [readonly Measured[], readonly Measured[]]> {
  const measured: [Measured[], Measured[]] = [[], []];
  for (let round = 0; round < counted + warm; round += 1)
    for (const at of [0, 1] as const) {
      ways[at].begin?.();
      const before = await ways[at].work();
      const asked: Round = { ...ways[at].asked, clients: 2, milliseconds };
      const { answers, seconds, texts } = await clients.ask<Answered>(asked);
      const work = ((await ways[at].work()) - before) / answers;
      const [text = '', ...others] = texts;
      if (others.length > 0 || !text.startsWith('{"data":') || text.includes('"errors"'))
        throw new Error(`Answered: ${texts.join('\n').slice(0, 1_000)}`);
      if (round >= warm) measured[at].push({ perSecond: answers / seconds, work, text });
    }
  return measured;
}

/** What this process has worked so far, in milliseconds. */
export async function ownWork(): Promise<number> {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** What came of the turns, in lines, and how the first stands to the second in answers a second and in own work. */
export function compared(
  names: readonly [string, string],
  [one, other]: readonly [readonly Measured[], readonly Measured[]],
): { readonly lines: readonly string[]; readonly rate: number; readonly work: number } {
  const rates = one.map(({ perSecond }, at) => perSecond / (other[at]?.perSecond ?? 0));
  const works = one.map(({ work }, at) => (other[at]?.work ?? 0) / work);
  const times = [one, other].map((turns, at) => {
    const second = middle(turns.map(({ perSecond }) => perSecond)).toFixed(0);
    const own = middle(turns.map(({ work }) => work));
    return `  ${names[at]?.padEnd(11)} ${second.padStart(6)} a second, ${own.toFixed(2)} ms of its process's own work each (${(1000 / own).toFixed(0)} per second of work)`;
  });
  return {
    lines: [
      ...times,
      `  ratio: ${spread(rates)} of answers a second, ${spread(works)} of own work`,
    ],
    rate: middle(rates),
    work: middle(works),
  };
}
