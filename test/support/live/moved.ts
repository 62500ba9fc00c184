import type { PositionsStore } from '../../../src/store/positions.store.js';

/** What moved while something was done. */
export async function movedBy(positions: PositionsStore, work: () => Promise<unknown>) {
  const before = await positions.head();
  await work();
  const after = await positions.head();
  const { moved: entries, resets: whole } = await positions.undisclosedMoved(
    before.position,
    1_000,
  );
  return {
    ids: entries.map(({ id }) => id),
    whole: whole.map(({ municipality }) => municipality),
    rights: after.rights - before.rights,
    steps: after.position - before.position,
    entries,
  };
}
