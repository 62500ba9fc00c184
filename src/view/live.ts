import type { PersonId } from '../kernel/ids.js';
import type { ResyncCause } from '../kernel/live-words.js';
import type { Viewer } from '../kernel/viewer.js';

/** What a client asks to be told of; null means everything that the viewer may see. */
export type WatchFilter = {
  readonly municipalityCodes: readonly string[] | null;
  readonly entryIds: readonly PersonId[] | null;
};

/** What a client asks of others than the entry itself: of managers, so many one above the other. */
export type OthersAsked = { readonly managers: number };

/** With whose eyes an event is looked at. */
export type Eyes = {
  readonly viewer: Viewer;
  readonly filter: WatchFilter;
  /** It is the very same for everybody with this key; null is for one stream alone. */
  readonly channel: string | null;
  /** Looking is recorded, so nobody looks but to show. */
  readonly recorded: boolean;
};

/** One step of a stream. It carries no fact of an entry: those are read when it is sent. */
export type LiveEvent = { readonly cursor: string; readonly eyes: Eyes } & (
  | {
      readonly kind: 'CHANGED';
      readonly id: PersonId;
      readonly position: number;
      /** The position at which the entry was last told of before, 0 for never. */
      readonly before: number;
    }
  | { readonly kind: 'GONE'; readonly id: PersonId }
  | { readonly kind: 'BOOKMARK'; readonly at: Date }
  | { readonly kind: 'RESYNC'; readonly cause: ResyncCause }
);

/** An event as one stream gets it, which may stand for several changes of its entry. */
export type Delivery = {
  readonly event: LiveEvent;
  /** The position of the first of them; 0 when it may be any. */
  readonly since: number;
  /** The position at which the entry was last told of before that. */
  readonly before: number;
};

/**
 * Whose stream it is, by what was read after `since` (of `performance.now()`): asked again when somebody's rights
 * have changed, and once it has expired. Throws when the identity is no more.
 */
export type Identify = (
  since: number,
) => Promise<{ readonly viewer: Viewer; readonly expired: () => boolean }>;

/** How a client wants its stream. */
export type WatchRequest = {
  readonly identify: Identify;
  readonly filter: WatchFilter;
  /** What is asked of others than the entry, whose changes are then changes of it; null for nothing. */
  readonly others: OthersAsked | null;
  /** The position after which changes are told; null begins now. */
  readonly after: string | null;
  /** Called when the client takes nothing any more: its connection is to be cut. */
  readonly cut: () => void;
};

/** Where the streams of changes come from. */
export abstract class LiveStreams {
  /**
   * Opens a stream. Its iterator's `return` ends it at once: a `next` that waits then resolves as done. `next`
   * throws when the identity is no more.
   */
  abstract open(request: WatchRequest): AsyncIterable<Delivery>;

  /** A position that nothing lies after of what has been read until now. */
  abstract readUpTo(): Promise<number>;

  /** The same, also of what time alone had changed by then and nobody has been told of yet. */
  abstract settledUpTo(): Promise<number>;
}
