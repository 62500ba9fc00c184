import { watchDirectory } from '../../../src/client/watch-directory.js';
import type { DirectoryWatch, WatchOptions } from '../../../src/client/watch-options.js';
import type { SwitchboardEntryFragment } from '../../../src/client/schema-types.js';
import type { WatchState } from '../../../src/client/watch-state.js';
import { entryFields } from '../../../src/client/entry-fields.js';
import type { PretendServer } from './pretend-server.js';
import { namesOf, type Names } from './pretend-directory.js';
import { QuickSurroundings } from './quick.js';

/** An entry of which only the name is asked for. */
export type Named = Pick<SwitchboardEntryFragment, 'id' | 'displayName'>;

const names = entryFields<Named>('fragment Name on DirectoryEntry { id displayName }');

/** A watch with all that it told. */
export type Watching = {
  readonly watch: DirectoryWatch<Named>;
  readonly surroundings: QuickSurroundings;
  readonly states: WatchState[];
  /** The picture as it is put together from the changes alone. */
  readonly told: () => Names;
  readonly names: () => Names;
  /** How many changes were told. */
  readonly changes: () => number;
};

/** Begins a watch of servers, with waits that take a twentieth of the time. */
export function watching(
  servers: readonly PretendServer[],
  options: Partial<WatchOptions<Named>> = {},
): Watching {
  const surroundings = new QuickSurroundings();
  const states: WatchState[] = [];
  const told = new Map<string, string>();
  let changes = 0;
  const watch = watchDirectory({
    url: servers.map(({ url }) => url),
    token: () => 't1',
    fields: names,
    surroundings,
    onState: (state) => states.push(state),
    onChange: ({ changed, gone }) => {
      changes += 1;
      for (const id of gone) told.delete(id);
      for (const { id, displayName } of changed) told.set(id, displayName);
    },
    ...options,
  });
  return {
    watch,
    surroundings,
    states,
    told: () => namesOf(told),
    names: () =>
      namesOf([...watch.picture].map(([id, { displayName }]) => [id, displayName] as const)),
    changes: () => changes,
  };
}

/** Waits until something holds, ten seconds at most, and says whether it did. */
export async function soon(holds: () => boolean): Promise<boolean> {
  for (const end = Date.now() + 10_000; Date.now() < end;) {
    if (holds()) return true;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  return holds();
}

/** Whether two pictures say the same. */
export function same(one: Names, other: Names): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** So many fictional people. */
export function crowd(count: number): Names {
  return Object.fromEntries(
    Array.from({ length: count }, (_, n) => [`p${n}`, `Person ${String(n).padStart(4, '0')}`]),
  );
}
