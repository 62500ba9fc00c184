import { Injectable, type BeforeApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import type { ResyncCause } from '../../kernel/live-words.js';
import { Timers } from '../../kernel/timers.js';
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

/** The open streams of this process: told of every change that is anything to their viewers, and of no other. */
@Injectable()
export class LiveHub extends LiveStreams implements OnModuleInit, BeforeApplicationShutdown {
  readonly #streams = new Set<Stream>();
  readonly #timers = new Timers();

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
      () => this.changes.position,
      (stream) => this.#streams.add(stream),
    );
    return deliveriesOf(opening, (stream) => {
      this.#streams.delete(stream);
      stream.queue.end();
    });
  }

  /** Rights first: nobody is told what came after them by those of before. */
  private async tell(changes: Changes): Promise<void> {
    if (changes.rights) await this.identifyAll();
    const made = new Map<string, LiveEvent>();
    const at = this.clock.now();
    for (const stream of this.#streams) {
      const told = Math.max(changes.after, stream.from);
      if (
        changes.resets.some(
          ({ municipality, position }) => position > told && isAsked(municipality, stream.watched),
        )
      )
        this.resync(stream, 'BULK_CHANGE', changes.to);
      else
        for (const moved of changes.moved) {
          const step = moved.position > told ? stepOf(moved, told, stream.watched) : null;
          if (step === null) continue;
          const event = eventOf(stream, moved, step, made, (position) =>
            this.cursors.write({ position, at }, stream.context),
          );
          if (!stream.queue.push(moved.id, event, moved.position)) {
            stream.stuckSince ??= performance.now();
            this.resync(stream, 'TOO_SLOW', changes.to);
            break;
          }
          stream.toldAt = performance.now();
        }
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
