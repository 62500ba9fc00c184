import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import type { ResyncCause } from '../../kernel/live-words.js';
import type { Viewer } from '../../kernel/viewer.js';
import { listReachOf } from '../../policy/reach.js';
import { isSomebody, streamClassOf } from '../../policy/stream-class.js';
import { MunicipalitiesStore } from '../../store/municipalities.store.js';
import { PositionsStore, type Moved } from '../../store/positions.store.js';
import type { Eyes, LiveEvent, WatchFilter, WatchRequest } from '../live.js';
import { Dependents, dependentsFor, noDependents } from './dependents.js';
import { EventCursors } from './event-cursors.js';
import { eventOf, eyesOn } from './event-of.js';
import { EventQueue } from './event-queue.js';
import type { LastTold } from './last-told.js';
import { isAsked, stepOf, watchedBy } from './step.js';
import type { Stream } from './stream.js';

/** So long a client may be away, and still be told what it has missed. */
const awayMilliseconds = 86_400_000;
/** So many entries that have moved are read at a time. */
const atOnce = 500;

/** Where the open streams stand. */
export type Others = {
  /** The position that they have been told up to. */
  readonly told: () => number;
  /** How often somebody's rights have changed. */
  readonly rights: () => number;
  /** Up to where each entry has been told of, by its own change and by that of others. */
  readonly last: { readonly own: LastTold; readonly others: LastTold };
};

/** So many are kept at most. */
const mostMissed = 5_000;

/** Opens streams: for whom, and from which position. */
@Injectable()
export class OpenStream {
  /** What was missed, as everybody is told of it who goes on from the same position: clients that were cut off at once. */
  readonly #missed = new Map<string, LiveEvent>();

  constructor(
    private readonly positions: PositionsStore,
    private readonly municipalities: MunicipalitiesStore,
    private readonly dependents: Dependents,
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
      markedAt: performance.now(),
      ...this.seenBy(viewer, request.filter),
    };
    const cause = await this.catchUp(stream, request.after, others);
    // Nothing is waited for from here: a change in between would be told twice, or to nobody.
    const { queue, eyes, from, context } = stream;
    const cursor = this.cursorAt(from, context);
    if (cause !== null) queue.resync({ kind: 'RESYNC', cursor, eyes, cause });
    else queue.bookmark({ kind: 'BOOKMARK', cursor, eyes, at: this.clock.now() });
    join(stream);
    if (others.rights() !== rights) await this.identifyOnce(stream);
    return stream;
  }

  /**
   * Changes of rights after a stream has joined are asked about with those of all others; of those before, once. To begin
   * anew for each would open nobody's stream while many open and rights change.
   */
  private async identifyOnce(stream: Stream): Promise<void> {
    try {
      if (!(await this.identify(stream, performance.now()))) return;
      const { queue, eyes, from, context } = stream;
      const cursor = this.cursorAt(from, context);
      queue.resync({ kind: 'RESYNC', cursor, eyes, cause: 'RIGHTS_CHANGED' });
    } catch (error) {
      stream.queue.fail(error);
    }
  }

  /** Asks again whose stream it is; true when it is seen with other eyes now. Throws when the identity is no more. */
  async identify(stream: Stream, since: number): Promise<boolean> {
    const { viewer, expired } = await stream.request.identify(since);
    const before = sightOf(stream);
    Object.assign(stream, { expired, ...this.seenBy(viewer, stream.request.filter) });
    return before !== sightOf(stream);
  }

  /** The position that a client of these eyes and this filter watches from, when it lists now. */
  async cursorOf(viewer: Viewer, filter: WatchFilter): Promise<string> {
    return this.cursorAt(await this.head(), this.seenBy(viewer, filter).context);
  }

  /** The position of the last change. */
  async head(): Promise<number> {
    const { position } = await this.positions.head();
    return position;
  }

  /** A position as clients have it. */
  readonly cursorAt = (position: number, context: string): string =>
    this.cursors.write({ position, at: this.clock.now() }, context);

  /**
   * Puts what was missed in the queue, until the stream stands where the others do at least; or says why the client
   * has to list again, from where the stream stands.
   */
  private async catchUp(
    stream: Stream,
    after: string | null,
    others: Others,
  ): Promise<ResyncCause | null> {
    const { position, oldest } = await this.positions.head();
    stream.from = position;
    if (after === null) return this.standsWith(stream, others);
    const from = this.cursors.read(after, stream.context);
    // Of other eyes or another filter; or of nobody's making, who learns no more than that.
    if (from === null) return 'RIGHTS_CHANGED';
    const away = this.clock.now().getTime() - from.at.getTime();
    if (from.position < oldest || away > awayMilliseconds) return 'TOO_OLD';
    stream.from = from.position;
    return this.standsWith(stream, others);
  }

  private async standsWith(stream: Stream, others: Others): Promise<ResyncCause | null> {
    const begin = stream.from;
    const asked = stream.request.others;
    for (let all = false; !all || stream.from < others.told();) {
      const after = stream.from;
      const { head, moved, resets } = await this.positions.undisclosedMoved(after, atOnce);
      const found = asked
        ? await this.dependents.of(moved, { ...asked, after: begin }, [stream])
        : noDependents;
      // Whoever lists again goes on from here.
      stream.from = head.position;
      if (resets.some(({ municipality }) => isAsked(municipality, stream.watched)))
        return 'BULK_CHANGE';
      // Those whom the stream is not told of do not count: whether it is told to list again would tell of them.
      const missed = [...moved, ...dependentsFor(found, stream)];
      if (!missed.every((one) => this.queueMissed(one, begin, stream, others)))
        return 'BULK_CHANGE';
      all = moved.length < atOnce;
      if (!all) stream.from = moved.at(-1)?.position ?? head.position;
    }
    return null;
  }

  /** Queues what was missed of an entry; false when the queue is full. Until all of it has come, the client stands where it began. */
  private queueMissed(moved: Moved, begin: number, stream: Stream, { last }: Others): boolean {
    const step = stepOf(moved, begin, stream.watched);
    if (step === null) return true;
    const before = Math.max(last.own.of(moved), last.others.of(moved));
    const cursor = this.cursorAt(begin, stream.context);
    const eyes = eyesOn(moved, stream);
    const name = `${step} ${moved.id} ${moved.position} ${begin} ${eyes.channel}`;
    const known = eyes.channel === null ? undefined : this.#missed.get(name);
    const event = known ?? eventOf(eyes, { moved, step, before, cursor });
    if (this.#missed.size >= mostMissed) this.#missed.clear();
    if (eyes.channel !== null) this.#missed.set(name, event);
    return stream.queue.push(moved.id, { event, since: 0, before });
  }

  private seenBy(viewer: Viewer, filter: WatchFilter) {
    const streamClass = streamClassOf(viewer);
    const watched = watchedBy(listReachOf(viewer, this.municipalities.codes()), filter);
    const context = JSON.stringify([streamClass.key, filter.municipalityCodes, filter.entryIds]);
    const { recorded } = streamClass;
    const eyes: Eyes = { viewer: streamClass.viewer, filter, channel: context, recorded };
    return { viewer, alone: isSomebody(viewer), streamClass, eyes, context, watched };
  }
}

/** All that decides what a stream is told and shown: whoever is to somebody what the viewer was not before has listed it otherwise. */
function sightOf({ context, watched, viewer }: Stream): string {
  const { personId, managed, answeredFor } = viewer;
  const near = [personId, [...managed].toSorted(), [...answeredFor].toSorted()];
  return JSON.stringify([context, [...watched.cells], [...watched.known], near]);
}
