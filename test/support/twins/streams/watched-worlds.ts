import { setTimeout as pause } from 'node:timers/promises';
import type { Draw, Family } from '../family.js';
import { others } from '../hidden-person.js';
import { everywhere, type Worlds } from '../worlds.js';
import { openAudience, type Audience } from './audience.js';
import type { Step } from './step.js';

/** What one viewer was told of one change, world by world. */
export type Outcome = {
  readonly step: Pick<Step, 'name' | 'silent'>;
  readonly viewer: string;
  readonly hidden: readonly string[];
  readonly absent: readonly string[];
  /** Where the person is OPEN. */
  readonly open: readonly string[];
};

type Change = (audience: Audience) => Promise<void>;

const waitMilliseconds = 20;
const patienceMilliseconds = 20_000;

/** The worlds, watched by the same viewers while the same is changed in each of them, one change after the other. */
export class WatchedWorlds {
  #timed = 0;

  private constructor(
    private readonly worlds: Worlds,
    readonly hidden: Audience,
    readonly absent: Audience,
    readonly open: Audience,
  ) {}

  /** Everybody watches, unless some are named. */
  static async begin(
    worlds: Worlds,
    entry: string,
    watching: readonly string[] = [],
  ): Promise<WatchedWorlds> {
    const all = Object.entries(worlds.viewers);
    const some = all.filter(([name]) => watching.length === 0 || watching.includes(name));
    const viewers = Object.fromEntries(some);
    const hidden = await openAudience(worlds.hidden, viewers, entry);
    const absent = await openAudience(worlds.absent, viewers, entry);
    return new WatchedWorlds(
      worlds,
      hidden,
      absent,
      await openAudience(worlds.open, viewers, entry),
    );
  }

  /** Makes the changes, and tells what came of each. */
  async make(steps: readonly Step[]): Promise<readonly Outcome[]> {
    const outcomes: Outcome[] = [];
    for (const step of steps) {
      const now = await this.pass(0);
      outcomes.push(...(await this.change(step, (world) => world.carryOut(step.statements(now)))));
      if (step.seconds !== undefined) outcomes.push(...(await this.let(step, step.seconds, now)));
    }
    return outcomes;
  }

  /** Makes one change, and tells what everybody was told of it before the next. */
  async change(step: Outcome['step'], change: Change): Promise<readonly Outcome[]> {
    const [hidden, absent, open] = await Promise.all(
      [this.hidden, this.absent, this.open].map(async (audience) => {
        await change(audience);
        // What it is to others is told after it: before the mark, and not after.
        await audience.world.tell({ do: 'FOLLOW' });
        const heard = await audience.hear();
        await audience.world.tell({ do: 'FOLLOW' });
        return heard;
      }),
    );
    return [...(absent?.keys() ?? [])].map((viewer) => ({
      step,
      viewer,
      hidden: hidden?.get(viewer) ?? [],
      absent: absent?.get(viewer) ?? [],
      open: open?.get(viewer) ?? [],
    }));
  }

  /** Has each viewer who may learn something by it make the changes of the families, one of so many. */
  async ask(families: readonly Family[], draw: Draw, every: number): Promise<readonly Outcome[]> {
    const outcomes: Outcome[] = [];
    let asked = 0;
    for (const [viewer, key] of Object.entries(this.worlds.viewers))
      for (const { name, blindTo, operations } of families) {
        if (blindTo.includes(viewer)) continue;
        for (const { query, variables = {} } of operations(this.worlds.facts, draw)) {
          asked += 1;
          if (asked % every !== 0) continue;
          // What is made has the same id everywhere.
          await everywhere(this.worlds, { do: 'SEED', seed: asked });
          const change: Change = async ({ world }) => {
            await world.ask(key, query, variables);
          };
          outcomes.push(...(await this.change({ name }, change)));
        }
      }
    return outcomes;
  }

  async stop(): Promise<void> {
    for (const audience of [this.hidden, this.absent, this.open]) await audience.stop();
  }

  /** Lets time pass. Somebody OPEN comes back at the end of it, which tells that what is due has been told. */
  private async let(step: Step, seconds: number, now: Date): Promise<readonly Outcome[]> {
    this.#timed += 1;
    const glass = `insert into absence (id, municipality_code, person_id, reason, starts_at, ends_at, ends_at_precision, phone_rings, source, version)
      select '00000000-0000-4000-8000-${String(this.#timed).padStart(12, '0')}', '1861', id, 'MEETING', $1, $2, 'EXACT', false, 'SELF', 1
        from person where email = '${others.erik}'`;
    const ends = new Date(now.getTime() + seconds * 1_000);
    const turned = await this.change(step, async ({ db }) => {
      await db.query(glass, [new Date(now.getTime() - 60_000), ends]);
    });
    await this.pass(seconds);
    return [...turned, ...(await this.change(step, (world) => untilTold(world, ends)))];
  }

  private async pass(seconds: number): Promise<Date> {
    const [instant] = await everywhere(this.worlds, { do: 'ADVANCE', seconds });
    return new Date(instant ?? '');
  }
}

/** Waits until the program has done what it does when time has passed. */
async function untilTold({ db, world }: Audience, instant: Date): Promise<void> {
  const deadline = performance.now() + patienceMilliseconds;
  for (;;) {
    const { rows } = await db.query<{ told: boolean }>(told, [instant]);
    if (rows[0]?.told) return;
    if (performance.now() > deadline) throw new Error(`Time does not pass in ${world.name}.`);
    await pause(waitMilliseconds);
  }
}

const told = `select c.at >= $1
     and not exists (select from line_state where expires_at <= $1 and status <> 'UNKNOWN')
     and not exists (select from presence_session where expires_at <= $1 and availability <> 'UNKNOWN') as told
  from stream_clock c`;

/** Where a viewer was told of somebody who is hidden: as text. */
export function leaksIn(outcomes: readonly Outcome[]): readonly string[] {
  return outcomes
    .filter(({ hidden, absent }) => !equal(hidden, absent))
    .map(({ step, viewer, hidden, absent }) => {
      const [more = '', less = ''] = [hidden, absent].map((told) => told.join('\n  '));
      return `${step.name}, ${viewer}: with the person\n  ${more}\nwithout\n  ${less}`;
    });
}

/** The changes that not even an OPEN person's made a difference to anybody, and the viewers to whom none did. */
export function blindIn(outcomes: readonly Outcome[]): readonly string[] {
  const telling = outcomes.filter(({ step }) => step.silent === undefined);
  const differing = telling.filter(({ open, absent }) => !equal(open, absent));
  const missing = (of: (one: Outcome) => string) => {
    const seen = new Set(differing.map(of));
    return [...new Set(telling.map(of))].filter((one) => !seen.has(one));
  };
  return [...missing(({ step }) => step.name), ...missing(({ viewer }) => viewer)];
}

function equal(some: readonly string[], others: readonly string[]): boolean {
  return JSON.stringify(some) === JSON.stringify(others);
}
