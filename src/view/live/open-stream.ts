import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import type { ResyncCause } from '../../kernel/live-words.js';
import type { Viewer } from '../../kernel/viewer.js';
import { listReachOf } from '../../policy/reach.js';
import { isSomebody, standsApart, streamClassOf } from '../../policy/stream-class.js';
import { MunicipalitiesStore } from '../../store/municipalities.store.js';
import { PositionsStore } from '../../store/positions.store.js';
import type { WatchFilter, WatchRequest } from '../live.js';
import { EventCursors } from './event-cursors.js';
import { eventOf } from './event-of.js';
import { EventQueue, mostWaiting } from './event-queue.js';
import { isAsked, stepOf, watchedBy } from './step.js';
import type { Stream } from './stream.js';

/** So long a client may be away, and still be told what it has missed. */
const awayMilliseconds = 86_400_000;

/** Where the open streams stand: the position that they have been told up to, and how often somebody's rights have changed. */
export type Others = { readonly told: () => number; readonly rights: () => number };

/** Opens streams: for whom, and from which position. */
@Injectable()
export class OpenStream {
  constructor(
    private readonly positions: PositionsStore,
    private readonly municipalities: MunicipalitiesStore,
    private readonly cursors: EventCursors,
    private readonly clock: Clock,
  ) {}

  /**
   * Opens a stream, and puts what its client has missed first in its queue, and then where it stands. `join` is
   * called at the moment from which it is told of every change.
   */
  async open(
    request: WatchRequest,
    others: Others,
    join: (stream: Stream) => void,
  ): Promise<Stream> {
    const rights = others.rights();
    // Not by what is remembered: a revocation that the others have heard of would never be heard of here.
    const { viewer, expired } = await request.identify(performance.now());
    const stream: Stream = {
      request,
      queue: new EventQueue(),
      expired,
      from: 0,
      stuckSince: null,
      toldAt: performance.now(),
      ...this.seenBy(viewer, request.filter),
    };
    const cause = await this.catchUp(stream, request.after, others.told);
    if (others.rights() !== rights) return this.open(request, others, join);
    // Nothing is waited for from here: a change in between would be told twice, or to nobody.
    const at = this.clock.now();
    const cursor = this.cursors.write({ position: stream.from, at }, stream.context);
    if (cause !== null) stream.queue.resync({ kind: 'RESYNC', cursor, cause });
    else stream.queue.bookmark({ kind: 'BOOKMARK', cursor, at });
    join(stream);
    return stream;
  }

  /** Asks again whose stream it is; true when it is seen with other eyes now. Throws when the identity is no more. */
  async identify(stream: Stream, since: number): Promise<boolean> {
    const { viewer, expired } = await stream.request.identify(since);
    const before = [stream.context, ...stream.watched.cells, ...stream.watched.known].join();
    Object.assign(stream, { expired, ...this.seenBy(viewer, stream.request.filter) });
    return before !== [stream.context, ...stream.watched.cells, ...stream.watched.known].join();
  }

  /** The position that a client of these eyes and this filter watches from, when it lists now. */
  async cursorOf(viewer: Viewer, filter: WatchFilter): Promise<string> {
    const { position } = await this.positions.head();
    const { context } = this.seenBy(viewer, filter);
    return this.cursors.write({ position, at: this.clock.now() }, context);
  }

  /**
   * Puts what was missed in the queue, until the stream stands where the others do at least; or says why the client
   * has to list again, from where the stream stands.
   */
  private async catchUp(
    stream: Stream,
    after: string | null,
    told: () => number,
  ): Promise<ResyncCause | null> {
    const { position, oldest } = await this.positions.head();
    stream.from = position;
    if (after === null) return this.standsWith(stream, told);
    const from = this.cursors.read(after, stream.context);
    // Of other eyes or another filter; or of nobody's making, who learns no more than that.
    if (from === null) return 'RIGHTS_CHANGED';
    const away = this.clock.now().getTime() - from.at.getTime();
    if (from.position < oldest || away > awayMilliseconds) return 'TOO_OLD';
    stream.from = from.position;
    return this.standsWith(stream, told);
  }

  private async standsWith(stream: Stream, told: () => number): Promise<ResyncCause | null> {
    const begin = stream.from;
    const at = this.clock.now();
    do {
      const { head, moved } = await this.positions.undisclosedMoved(stream.from, mostWaiting + 1);
      const resets = (await this.positions.resets()).filter(({ position }) => position > begin);
      stream.from = head.position;
      if (moved.length > mostWaiting) return 'BULK_CHANGE';
      if (resets.some(({ municipality }) => isAsked(municipality, stream.watched)))
        return 'BULK_CHANGE';
      for (const one of moved) {
        const step = stepOf(one, begin, stream.watched);
        if (step === null) continue;
        const cursor = this.cursors.write({ position: one.position, at }, stream.context);
        const apart = stream.alone && standsApart(stream.viewer, stream.streamClass, one);
        const event = eventOf(stream, one, step, apart, cursor);
        if (!stream.queue.push(one.id, event, 0)) return 'BULK_CHANGE';
      }
    } while (stream.from < told());
    return null;
  }

  private seenBy(viewer: Viewer, filter: WatchFilter) {
    const streamClass = streamClassOf(viewer);
    const watched = watchedBy(listReachOf(viewer, this.municipalities.codes()), filter);
    const context = JSON.stringify([streamClass.key, filter.municipalityCodes, filter.entryIds]);
    const alone = isSomebody(viewer);
    return { viewer, alone, streamClass, context, watched };
  }
}
