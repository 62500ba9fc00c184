import type { Entry, EntryFields } from './entry-fields.js';
import type { Picture, PictureChange } from './picture.js';
import type { DirectoryFilter } from './schema-types.js';
import type { Surroundings } from './surroundings.js';
import type { TokenSource } from './token-keeper.js';
import type { WatchState } from './watch-state.js';

/** What to watch, and who is told. */
export type WatchOptions<E extends Entry> = {
  /** The http or https address of /graphql; of several, one is used at a time, and the next one when it fails. */
  readonly url: string | readonly string[];
  /** Gives the key or token, without "Bearer". */
  readonly token: TokenSource;
  /** What is asked of each entry; none means what a switchboard needs. */
  readonly fields?: EntryFields<E>;
  /** Which entries; none means all that the viewer may see. */
  readonly filter?: DirectoryFilter;
  /** Is told of each change, when it is in the picture. The first one is the whole directory. */
  readonly onChange?: (change: PictureChange<E>, picture: Picture<E>) => void;
  /** Is told of each state that the watch comes into. */
  readonly onState?: (state: WatchState) => void;
  /** Stops the watch, as `stop` does. */
  readonly signal?: AbortSignal;
  /** Clock, chance and timers, for tests. */
  readonly surroundings?: Surroundings;
};

/** A watch that goes on until it is stopped. */
export type DirectoryWatch<E extends Entry> = {
  /** Everybody that the viewer may see, by id; always the same map, kept up to date. */
  readonly picture: Picture<E>;
  readonly state: WatchState;
  /** Ends it: nothing is told any more but that it has stopped, and nothing is left open. */
  stop(): void;
  /** Comes when it has stopped, for whatever reason; never rejects. */
  readonly stopped: Promise<WatchState & { readonly kind: 'STOPPED' }>;
};
