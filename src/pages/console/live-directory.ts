import { entryFields } from '../../client/entry-fields.js';
import type { PictureChange } from '../../client/picture.js';
import { watchDirectory } from '../../client/watch-directory.js';
import type { DirectoryWatch } from '../../client/watch-options.js';
import type { WatchState } from '../../client/watch-state.js';
import type { KeptEntry } from './entry.js';
import { consoleEntry } from './entry-fields.js';

/** What the live picture tells the desk. */
export type LiveListener = {
  readonly onChange: (ids: ReadonlySet<string>) => void;
  readonly onState: (state: WatchState) => void;
};

/** Keeps everybody, and knows what it was told after a question was sent: that is newer than the answer. */
export class LiveDirectory {
  readonly #told = new Map<string, number>();
  readonly #watch: DirectoryWatch<KeptEntry>;
  #moment = 0;

  constructor(token: () => string, listener: LiveListener) {
    this.#watch = watchDirectory<KeptEntry>({
      url: '/graphql',
      token,
      fields: entryFields<KeptEntry>(consoleEntry),
      onChange: (change) => listener.onChange(this.#note(change)),
      onState: listener.onState,
    });
  }

  /** To be kept with a question, and given to `shown` with its answer. */
  get moment(): number {
    return this.#moment;
  }

  get state(): WatchState {
    return this.#watch.state;
  }

  get entries(): Iterable<KeptEntry> {
    return this.#watch.picture.values();
  }

  /** An entry as it is known best: null when it is gone since the question of that moment was sent. */
  shown<E extends { readonly id: string }>(answered: E, asked: number): E | KeptEntry | null {
    if ((this.#told.get(answered.id) ?? 0) <= asked) return answered;
    return this.#watch.picture.get(answered.id) ?? null;
  }

  /** Somebody by id, if the picture has them. */
  entry(id: string): KeptEntry | null {
    return this.#watch.picture.get(id) ?? null;
  }

  stop(): void {
    this.#watch.stop();
  }

  #note({ changed, gone }: PictureChange<KeptEntry>): ReadonlySet<string> {
    this.#moment += 1;
    const ids = new Set([...changed.map(({ id }) => id), ...gone]);
    for (const id of ids) this.#told.set(id, this.#moment);
    return ids;
  }
}
