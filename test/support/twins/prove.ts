import { Comparison } from './compare.js';
import { directoryStates } from './directory-states.js';
import {
  allFamilies,
  changes,
  questions,
  questionsOfSyncs,
  recordedQuestions,
} from './families.js';
import { drawFrom } from './family.js';
import { startWorlds, syncAll, type Worlds } from './worlds.js';

/** What came of it all. */
export type Proof = {
  /** As they were left. */
  readonly worlds: Worlds;
  readonly comparison: Comparison;
  /** What became of each read of the directory, in the worlds: hidden, absent, open. */
  readonly outcomes: readonly (readonly string[])[];
  /** Families in which not even an OPEN person made a difference to a viewer, though one should. */
  blind(): readonly string[];
  /** Families that were refused whole to somebody who was to learn something by them. */
  whollyRefused(): readonly string[];
  /** How often each viewer asked. */
  askedBy(): ReadonlyMap<string, number>;
  stop(): Promise<void>;
};

const seed = 186_118;

/** Asks everything in three worlds: questions first, then what alters something, then about syncs. By everybody, unless some are named. */
export async function proveTwins(every: number, asking: readonly string[] = []): Promise<Proof> {
  const worlds = await startWorlds();
  const comparison = new Comparison(worlds, drawFrom(seed), every, asking);
  const outcomes: (readonly string[])[] = [];
  try {
    await comparison.ask(questions);
    await comparison.inTurn(changes);
    for (const [i, state] of [...directoryStates, null].entries())
      outcomes.push(await syncAll(worlds, state, seed + i));
    await comparison.ask(questionsOfSyncs);
    await comparison.inTurn(recordedQuestions);
  } catch (error) {
    await worlds.stop();
    throw error;
  }
  const shouldDiffer = (family: string, viewer: string) =>
    !allFamilies.some(({ name, blindTo }) => name === family && blindTo.includes(viewer));
  return {
    worlds,
    comparison,
    outcomes,
    blind: () =>
      comparison.tallies
        .filter(({ asked, controlDiffers }) => asked > 0 && !controlDiffers)
        .filter(({ family, viewer }) => shouldDiffer(family, viewer))
        .map(({ family, viewer }) => `${family}, ${viewer}`),
    whollyRefused: () =>
      comparison.tallies
        .filter(
          (one) =>
            shouldDiffer(one.family, one.viewer) && one.asked > 0 && one.refused === one.asked,
        )
        .map((one) => `${one.family}, ${one.viewer}: ${one.asked} operations`),
    askedBy: () => {
      const asked = new Map<string, number>();
      for (const one of comparison.tallies)
        asked.set(one.viewer, (asked.get(one.viewer) ?? 0) + one.asked);
      return asked;
    },
    stop: () => worlds.stop(),
  };
}
