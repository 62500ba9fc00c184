import type { PersonId } from '../kernel/ids.js';
import type { ResyncCause } from '../kernel/live-words.js';
import type { Viewer } from '../kernel/viewer.js';

/** What a client asks to be told of; null means everything that the viewer may see. */
export type WatchFilter = {
  readonly municipalityCodes: readonly string[] | null;
  readonly entryIds: readonly PersonId[] | null;
};

/** One step of a stream. It carries no fact of an entry: those are read when it is sent, as the viewer given. */
export type LiveEvent =
  | {
      readonly kind: 'CHANGED';
      readonly cursor: string;
      readonly id: PersonId;
      readonly position: number;
      /** As whom the entry is read. */
      readonly as: Viewer;
      /** Whether it is the very same for everybody of a class, by its key; null is for one stream alone. */
      readonly channel: string | null;
    }
  | { readonly kind: 'GONE'; readonly cursor: string; readonly id: PersonId }
  | { readonly kind: 'BOOKMARK'; readonly cursor: string; readonly at: Date }
  | { readonly kind: 'RESYNC'; readonly cursor: string; readonly cause: ResyncCause };

/** An event as one stream gets it: `since` is the position of the first change of the entry that it stands for, 0 for any. */
export type Delivery = { readonly event: LiveEvent; readonly since: number };

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
}
