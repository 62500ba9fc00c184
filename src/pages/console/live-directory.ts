import { entryFields } from '../../client/entry-fields.js';
import type { PictureChange } from '../../client/picture.js';
import { watchDirectory } from '../../client/watch-directory.js';
import type { DirectoryWatch } from '../../client/watch-options.js';
import type { WatchState } from '../../client/watch-state.js';
import type { KeptEntry, Reach } from './entry.js';
import { consoleEntry } from './entry-fields.js';

/** What the live picture tells the desk. */
export type LiveListener = {
  readonly onChange: (ids: ReadonlySet<string>) => void;
  readonly onState: (state: WatchState) => void;
};

/**
 * Keeps everybody, and knows what it was told after a question was sent: that is newer than the answer. While it is live it
 * has the last word anyway: of two changes that follow close the stream tells as of one, or of none if everything is then
 * as it was, and nothing would ever say that an answer from between them is over.
 */
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
    const kept = this.entry(answered.id);
    if ((this.#told.get(answered.id) ?? 0) > asked) return kept;
    return this.state.kind === 'LIVE' && kept !== null ? kept : answered;
  }

  /** Whether an answer says otherwise than what is shown of whether a call can be put through: it is from before or after. */
  differs(answered: { readonly id: string; readonly reachability: Reach | null }): boolean {
    const shown = this.state.kind === 'LIVE' ? this.entry(answered.id) : null;
    return shown !== null && textOf(shown.reachability) !== textOf(answered.reachability);
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

/** What an operator is told by it. */
function textOf(reach: Reach | null): string {
  return JSON.stringify([reach?.verdict, reach?.reason, reach?.backAt, reach?.phrase]);
}
