import { entryFields } from '../../client/entry-fields.js';
import type { PictureChange } from '../../client/picture.js';
import { watchDirectory } from '../../client/watch-directory.js';
import type { DirectoryWatch } from '../../client/watch-options.js';
import type { WatchState } from '../../client/watch-state.js';
import type { KeptEntry, Reach } from './entry.js';
import { consoleEntry } from './entry-fields.js';

/** What is compared of whether a call can be put through. */
type Call = Pick<Reach, 'verdict' | 'reason' | 'backAt'>;
/** An entry or unit in an answer. */
type Answered = { readonly id: string; readonly reachability?: Call | null };

/** What the live picture tells the desk. */
export type LiveListener = {
  readonly onChange: (ids: ReadonlySet<string>) => void;
  readonly onState: (state: WatchState) => void;
};

/**
 * Keeps everybody, and knows what it was told after a question was sent: that is newer than the answer. While it is live,
 * an answer that contradicts it is over, too: of two changes that follow close the stream tells as of one, or of none if
 * everything is then as it was, and nothing would ever say so of an answer from between them.
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
  shown<E extends Answered>(answered: E, asked: number): E | KeptEntry | null {
    const kept = this.entry(answered.id);
    if ((this.#told.get(answered.id) ?? 0) > asked) return kept;
    return this.contradicts(answered) ? kept : answered;
  }

  /** Whether the live picture says otherwise than an answer of whether a call can be put through. */
  contradicts(answered: Answered): boolean {
    const kept = this.state.kind === 'LIVE' ? this.entry(answered.id) : null;
    return kept !== null && saysOtherwise(kept.reachability, answered.reachability);
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

/**
 * Whether one of two says otherwise than the other of a call; what is not asked for says nothing. Not by the sentence for
 * the caller: at midnight "i morgon" becomes "i dag", of which the stream tells somewhat later, and an answer is right about it.
 */
export function saysOtherwise(kept: Reach | null, answered: Answered['reachability']): boolean {
  const state = (reach: Call | null) =>
    JSON.stringify([reach?.verdict, reach?.reason, reach?.backAt]);
  return answered !== undefined && state(kept) !== state(answered);
}
