import type { MunicipalityCode, PersonId, UnitId } from '../kernel/ids.js';
import type { ResyncCause } from '../kernel/live-words.js';
import type { Viewer } from '../kernel/viewer.js';

/** What a client asks to be told of; null means everything that the viewer may see. */
export type WatchRequest = {
  readonly municipalityCodes: readonly MunicipalityCode[] | null;
  readonly unitIds: readonly UnitId[] | null;
  readonly entryIds: readonly PersonId[] | null;
  /** The position after which changes are told; null begins now. */
  readonly after: string | null;
};

/** One step of a stream. It carries no fact of an entry: those are read for the viewer when it is sent. */
export type LiveEvent =
  | { readonly kind: 'CHANGED'; readonly cursor: string; readonly id: PersonId }
  | { readonly kind: 'GONE'; readonly cursor: string; readonly id: PersonId }
  | { readonly kind: 'BOOKMARK'; readonly cursor: string; readonly at: Date }
  | { readonly kind: 'RESYNC'; readonly cursor: string; readonly cause: ResyncCause };

/** Where the streams of changes come from. */
export abstract class LiveStreams {
  /**
   * Opens a stream for one viewer. Its iterator's `return` ends it at once: a `next` that waits then
   * resolves as done, so that a client who has gone is waited for by nobody.
   */
  abstract open(viewer: Viewer, request: WatchRequest): AsyncIterable<LiveEvent>;
}
