import { fork } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { until } from '../until.js';
import type { Look, Opening, Order, Report } from './crowd-process.js';
import { freshList, type Shown } from './storm-entry.js';

/** Many clients of the client library, in a process of their own. */
export type Crowd = {
  readonly pid: number;
  /** How many clients there are. */
  readonly size: number;
  /** How they are, and what they went through since all were live, or that was forgotten. */
  look(): Promise<Look>;
  forget(): Promise<void>;
  /** Waits until every client is live and shows what is listed to its viewer now by this program. Throws the first faults when that does not come. */
  untilRight(url: string, milliseconds: number): Promise<void>;
  stop(): Promise<void>;
};

/** Starts clients, and waits until all of them are live. */
export async function startCrowd(opening: Opening): Promise<Crowd> {
  const child = fork(resolve('test/support/live/crowd-process.ts'), {
    execArgv: ['--import', resolve('test/support/typescript.mjs')],
  });
  const ended = once(child, 'exit');
  const ask = async (order: Order): Promise<Report> => {
    const answer = once(child, 'message') as Promise<[Report]>;
    child.send(order);
    const gone = ended.then(() => Promise.reject(new Error('The clients have ended.')));
    return (await Promise.race([answer, gone]))[0];
  };
  const look = async (): Promise<Look> => {
    const report = await ask({ look: true });
    if (!('look' in report)) throw new Error('The clients did not say how they are.');
    return report.look;
  };
  const stop = async () => {
    child.kill('SIGKILL');
    await ended;
  };
  const opened = await ask({ open: opening });
  if ('failed' in opened) {
    await stop();
    throw new Error(opened.failed);
  }
  return {
    pid: child.pid ?? 0,
    size: opening.holders.reduce((sum, { clients }) => sum + clients, 0),
    look,
    forget: async () => void (await ask({ forget: true })),
    untilRight: async (url, milliseconds) => {
      const expected: Record<string, Shown> = {};
      for (const { token } of opening.holders) expected[token] = await freshList(url, token);
      await untilNoFaults(milliseconds, () => ask({ compare: expected }));
    },
    stop,
  };
}

async function untilNoFaults(milliseconds: number, compare: () => Promise<Report>): Promise<void> {
  let faults: readonly string[] = ['Nothing was compared.'];
  try {
    await until('The right pictures', milliseconds, async () => {
      const report = await compare();
      if ('faults' in report) ({ faults } = report);
      return faults.length === 0 || null;
    });
  } catch (cause) {
    throw new Error(
      `${faults.length} pictures are wrong: ${[...new Set(faults)].slice(0, 3).join('; ')}`,
      {
        cause,
      },
    );
  }
}
