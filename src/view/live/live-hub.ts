import { Injectable, type BeforeApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import type { PersonId } from '../../kernel/ids.js';
import type { ResyncCause } from '../../kernel/live-words.js';
import { Timers } from '../../kernel/timers.js';
import { standsApart } from '../../policy/stream-class.js';
import { FollowChanges, type Changes } from '../../presence/follow-changes.js';
import { LiveStreams, type Delivery, type LiveEvent, type WatchRequest } from '../live.js';
import { EventCursors } from './event-cursors.js';
import { eventOf } from './event-of.js';
import { OpenStream } from './open-stream.js';
import { isAsked, stepOf } from './step.js';
import { deliveriesOf, type Stream } from './stream.js';

const bookmarkMilliseconds = 5_000;
const lookMilliseconds = 1_000;
const identifiedAtOnce = 4;
/** How long a client that has been told to list again may take nothing before it is cut. */
const stuckMilliseconds = 8_000;

/** An event of an entry, and where it stands. */
type Told = { readonly id: PersonId; readonly position: number; readonly event: LiveEvent };

/** What the streams of a class and a filter are told of some changes, and the very events that they share. */
type Shared = {
  readonly told: Map<string, readonly Told[]>;
  readonly events: Map<string, LiveEvent>;
};

/** The open streams of this process: told of every change that is anything to their viewers, and of no other. */
@Injectable()
export class LiveHub extends LiveStreams implements OnModuleInit, BeforeApplicationShutdown {
  readonly #streams = new Set<Stream>();
  readonly #timers = new Timers();
  #rights = 0;

  constructor(
    private readonly changes: FollowChanges,
    private readonly opener: OpenStream,
    private readonly cursors: EventCursors,
    private readonly clock: Clock,
  ) {
    super();
  }

  onModuleInit(): void {
    this.changes.onChanges((changes) => this.tell(changes));
    this.#timers.every(lookMilliseconds, () => this.look());
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.#timers.stop();
    for (const stream of this.#streams) stream.queue.end();
  }

  override open(request: WatchRequest): AsyncIterable<Delivery> {
    const opening = this.opener.open(
      request,
      { told: () => this.changes.position, rights: () => this.#rights },
      (stream) => this.#streams.add(stream),
    );
    return deliveriesOf(opening, (stream) => {
      this.#streams.delete(stream);
      stream.queue.end();
    });
  }

  /** Rights first: nobody is told what came after them by those of before. */
  private async tell(changes: Changes): Promise<void> {
    if (changes.rights) this.#rights += 1;
    if (changes.rights) await this.identifyAll();
    const shared: Shared = { told: new Map(), events: new Map() };
    for (const stream of this.#streams) {
      if (this.isReset(stream, changes)) this.resync(stream, 'BULK_CHANGE', changes.to);
      else this.push(stream, this.toldTo(stream, changes, shared), changes.to);
    }
  }

  private isReset({ from, watched }: Stream, { after, resets }: Changes): boolean {
    return resets.some(
      ({ municipality, position }) =>
        position > Math.max(after, from) && isAsked(municipality, watched),
    );
  }

  /** What a stream is told of some changes: found once for all who are told the same. */
  private toldTo(stream: Stream, changes: Changes, shared: Shared): readonly Told[] {
    if (stream.alone || stream.from > changes.after) return this.find(stream, changes, shared);
    const known = shared.told.get(stream.context) ?? this.find(stream, changes, shared);
    shared.told.set(stream.context, known);
    return known;
  }

  private find(stream: Stream, { after, moved }: Changes, { events }: Shared): readonly Told[] {
    const told = Math.max(after, stream.from);
    const at = this.clock.now();
    return moved.flatMap((one) => {
      const step = one.position > told ? stepOf(one, told, stream.watched) : null;
      if (step === null) return [];
      const name = `${step} ${one.id} ${stream.context}`;
      const apart = stream.alone && standsApart(stream.viewer, stream.streamClass, one);
      const cursor = () => this.cursors.write({ position: one.position, at }, stream.context);
      const event =
        (apart ? undefined : events.get(name)) ?? eventOf(stream, one, step, apart, cursor());
      if (!apart) events.set(name, event);
      return [{ id: one.id, position: one.position, event }];
    });
  }

  private push(stream: Stream, told: readonly Told[], to: number): void {
    if (told.length > 0) stream.toldAt = performance.now();
    for (const { id, position, event } of told)
      if (!stream.queue.push(id, event, position)) {
        stream.stuckSince ??= performance.now();
        this.resync(stream, 'TOO_SLOW', to);
        return;
      }
  }

  /** Each second: whoever has expired is gone, whoever takes nothing is cut, and whoever was told nothing is told where it stands. */
  private async look(): Promise<void> {
    const now = performance.now();
    const at = this.clock.now();
    const bookmarks = new Map<string, LiveEvent>();
    for (const stream of this.#streams) {
      if (stream.expired()) await this.identify(stream, now);
      if (stream.stuckSince !== null && now - stream.stuckSince > stuckMilliseconds) {
        stream.queue.end();
        stream.request.cut();
      }
      if (now - stream.toldAt < bookmarkMilliseconds) continue;
      stream.toldAt = now;
      const cursor = () =>
        this.cursors.write({ position: this.changes.position, at }, stream.context);
      const event = bookmarks.get(stream.context) ?? { kind: 'BOOKMARK', cursor: cursor(), at };
      bookmarks.set(stream.context, event);
      stream.queue.bookmark(event);
    }
  }

  /** A few at a time: many streams have one identity, which is then read once. */
  private async identifyAll(): Promise<void> {
    const since = performance.now();
    const waiting = this.#streams.values();
    const work = async () => {
      for (const stream of waiting) await this.identify(stream, since);
    };
    await Promise.all(Array.from({ length: identifiedAtOnce }, work));
  }

  /** Asks again whose stream it is. Who is another than before lists again, and who is nobody any more is cut off. */
  private async identify(stream: Stream, since: number): Promise<void> {
    try {
      if (await this.opener.identify(stream, since))
        this.resync(stream, 'RIGHTS_CHANGED', this.changes.position);
    } catch (error) {
      this.#streams.delete(stream);
      stream.queue.fail(error);
    }
  }

  private resync(stream: Stream, cause: ResyncCause, position: number): void {
    const cursor = this.cursors.write({ position, at: this.clock.now() }, stream.context);
    stream.queue.resync({ kind: 'RESYNC', cursor, cause });
    stream.toldAt = performance.now();
  }
}
