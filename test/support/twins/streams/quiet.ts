import { setTimeout as pause } from 'node:timers/promises';
import type { Worlds } from '../worlds.js';
import { openAudience } from './audience.js';
import { ownFacts } from './fact-steps.js';
import { ties } from './tie-steps.js';

const betweenMilliseconds = 400;

/** How many bookmarks each viewer has while nothing else happens for so long, with the person hidden, and without the person. */
export async function bookmarksWhileHiddenChange(
  worlds: Worlds,
  entry: string,
  milliseconds: number,
): Promise<readonly (readonly [viewer: string, hidden: number, absent: number])[]> {
  const hidden = await openAudience(worlds.hidden, worlds.viewers, entry);
  const absent = await openAudience(worlds.absent, worlds.viewers, entry);
  try {
    await Promise.all([hidden.hear(), absent.hear()]);
    const before = [hidden.bookmarks(), absent.bookmarks()];
    const deadline = performance.now() + milliseconds;
    for (let i = 0; performance.now() < deadline; i += 1) {
      const steps = [...ties, ...ownFacts].flat();
      const statements = steps[i % steps.length]?.statements(new Date()) ?? [];
      await Promise.all([hidden.carryOut(statements), absent.carryOut(statements)]);
      await pause(betweenMilliseconds);
    }
    const [ofHidden, ofAbsent] = [hidden.bookmarks(), absent.bookmarks()];
    return [...ofHidden].map(([viewer, count]) => [
      viewer,
      count - (before[0]?.get(viewer) ?? 0),
      (ofAbsent.get(viewer) ?? 0) - (before[1]?.get(viewer) ?? 0),
    ]);
  } finally {
    await hidden.stop();
    await absent.stop();
  }
}
