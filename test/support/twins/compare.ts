import { at } from '../json.js';
import type { Draw, Family, Operation } from './family.js';
import type { Seen } from './world.js';
import { everywhere, type Worlds } from './worlds.js';

/** What came of one family for one viewer. */
export type Tally = {
  readonly family: string;
  readonly viewer: string;
  asked: number;
  /** Answers that were errors and nothing else. */
  refused: number;
  /** How many answers told that the person exists. */
  differing: number;
  /** Whether an OPEN person made a difference, so that a PROTECTED one could have. */
  controlDiffers: boolean;
};

/** Two answers that should have been the same. */
export type Leak = {
  readonly family: string;
  readonly viewer: string;
  readonly operation: string;
  readonly hidden: string;
  readonly absent: string;
};

const atOnce = 8;
const maxPages = 60;
/** So many of a family are asked even when only a part is. */
const atLeast = 5;
/** Whose changes are made whole also then: they may change most. */
const changeMost = ['operator', 'technician'];

/** Asks every operation of the families in the worlds, and compares answers byte by byte. */
export class Comparison {
  readonly tallies: Tally[] = [];
  readonly leaks: Leak[] = [];
  #changes = 0;

  constructor(
    private readonly worlds: Worlds,
    private readonly draw: Draw,
    /** One of how many operations is asked, of families that are large enough. */
    private readonly every = 1,
    /** Who asks; nobody named means everybody. */
    private readonly asking: readonly string[] = [],
  ) {}

  /** Questions, several at a time; the control is asked until it has differed. */
  async ask(families: readonly Family[]): Promise<void> {
    await this.each(families, async (operations, tally, key, rest) => {
      const waiting = [...operations];
      const worker = async () => {
        for (let next = waiting.shift(); next; next = waiting.shift())
          await this.read(next, tally, key);
      };
      await Promise.all(Array.from({ length: atOnce }, worker));
      // A part in which the control happened not to differ: more is asked until it does.
      for (const operation of rest) {
        if (tally.controlDiffers) break;
        await this.read(operation, tally, key);
      }
    });
  }

  /** Changes, and what is recorded, one after the other and in all worlds. */
  async inTurn(families: readonly Family[]): Promise<void> {
    await this.each(
      families,
      async (operations, tally, key, rest) => {
        for (const [i, operation] of [...operations, ...rest].entries()) {
          if (i >= operations.length && tally.controlDiffers) break;
          // What is made has the same id everywhere.
          this.#changes += 1;
          await everywhere(this.worlds, { do: 'SEED', seed: this.#changes });
          await this.once(operation, tally, key, true);
        }
      },
      true,
    );
  }

  private async each(
    families: readonly Family[],
    work: (
      operations: readonly Operation[],
      tally: Tally,
      key: string,
      rest: readonly Operation[],
    ) => Promise<void>,
    whole = false,
  ): Promise<void> {
    for (const [viewer, key] of Object.entries(this.worlds.viewers)) {
      if (this.asking.length > 0 && !this.asking.includes(viewer)) continue;
      for (const { name: family, blindTo, notAskedBy = [], operations } of families) {
        if (notAskedBy.includes(viewer)) continue;
        const tally = { family, viewer, asked: 0, refused: 0, differing: 0, controlDiffers: false };
        this.tallies.push(tally);
        const all = operations(this.worlds.facts, this.draw);
        const blind = blindTo.includes(viewer);
        const most = whole && changeMost.includes(viewer) ? 1 : this.every;
        const step = Math.max(1, Math.min(most, Math.floor(all.length / atLeast)));
        await work(
          all.filter((_, i) => i % step === 0),
          tally,
          key,
          blind ? [] : all.filter((_, i) => i % step !== 0),
        );
      }
    }
  }

  private async read(operation: Operation, tally: Tally, key: string): Promise<void> {
    const { pages } = operation;
    let next: Operation | null = operation;
    for (let page = 0; next !== null && page < maxPages; page += 1) {
      const answer: Seen = await this.once(next, tally, key, !tally.controlDiffers);
      const info = pages && at(JSON.parse(answer.body), `data.${pages}.pageInfo`);
      const after = at(info, 'endCursor');
      next =
        at(info, 'hasNextPage') === true
          ? { ...operation, variables: { ...operation.variables, after } }
          : null;
    }
  }

  /** Compares one answer; gives that of the world without the person. */
  private async once(
    { query, variables = {} }: Operation,
    tally: Tally,
    key: string,
    control: boolean,
  ): Promise<Seen> {
    const { hidden, absent, open } = this.worlds;
    const asked = control ? [hidden, absent, open] : [hidden, absent];
    const answers = await Promise.all(asked.map((world) => world.ask(key, query, variables)));
    const [inHidden = '', inAbsent = '', inOpen] = answers.map(({ whole }) => comparable(whole));
    const seen = answers[1];
    if (seen === undefined) throw new Error('Every world answers.');
    tally.asked += 1;
    if (/^\{"errors":\[(?!.*"data":\{)/.test(seen.body)) tally.refused += 1;
    if (inOpen !== undefined && inOpen !== inAbsent) tally.controlDiffers = true;
    if (inHidden !== inAbsent) {
      tally.differing += 1;
      const operation = `${query} ${JSON.stringify(variables)}`;
      const { family, viewer } = tally;
      this.leaks.push({ family, viewer, operation, hidden: inHidden, absent: inAbsent });
    }
    return seen;
  }
}

/** A held plan's hash covers all whom it is about, hidden or not, so that an approval does too; nobody reads them from it. */
function comparable(whole: string): string {
  return whole.replaceAll(/plan [0-9a-f]{32}/g, 'plan #');
}
