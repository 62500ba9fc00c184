import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, type BeforeApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import type { ResyncCause } from '../../kernel/live-words.js';
import { Timers } from '../../kernel/timers.js';
import { FollowChanges, type Changes } from '../../presence/follow-changes.js';
import { TimePassed } from '../../presence/time-passed.js';
import { LiveStreams, type Delivery, type LiveEvent, type WatchRequest } from '../live.js';
import { Dependents, managersAsked, noDependents } from './dependents.js';
import { LastTold } from './last-told.js';
import { OpenStream } from './open-stream.js';
import { isAsked } from './step.js';
import { deliveriesOf, type Stream } from './stream.js';
import { Telling, type Told } from './telling.js';

const bookmarkMilliseconds = 5_000;
const lookMilliseconds = 1_000;
const identifiedAtOnce = 4;
/** How long a client that has been told to list again may take nothing before it is cut. */
const stuckMilliseconds = 8_000;
/** So many of those who depend on a change are told at once, so that no queue is filled by them, and then the next. */
const dependentsAtOnce = 100;
const betweenDependentsMilliseconds = 100;

/** The open streams of this process: told of every change that is anything to their viewers, and of no other. */
@Injectable()
export class LiveHub extends LiveStreams implements OnModuleInit, BeforeApplicationShutdown {
  readonly #streams = new Set<Stream>();
  readonly #timers = new Timers();
  readonly #last = { own: new LastTold(), others: new LastTold() };
  #rights = 0;
  /** Up to here everything has been told, or is being told. */
  #told = 0;

  constructor(
    private readonly changes: FollowChanges,
    private readonly opener: OpenStream,
    private readonly dependents: Dependents,
    private readonly time: TimePassed,
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
      {
        told: () => Math.max(this.#told, this.changes.position),
        rights: () => this.#rights,
        last: this.#last,
      },
      (stream) => this.#streams.add(stream),
    );
    return deliveriesOf(opening, (stream) => {
      this.#streams.delete(stream);
      stream.queue.end();
    });
  }

  override readUpTo(): Promise<number> {
    return this.opener.head();
  }

  override async settledUpTo(): Promise<number> {
    await this.time.settle();
    return this.opener.head();
  }

  /** Rights first: nobody is told what came after them by those of before. */
  private async tell(changes: Changes): Promise<void> {
    if (changes.rights) this.#rights += 1;
    if (changes.rights) await this.identifyAll();
    const managers = managersAsked(this.#streams);
    const dependents =
      managers === null
        ? noDependents
        : await this.dependents.of(
            changes.moved,
            { managers, after: changes.after },
            this.#streams,
          );
    // Nothing is waited for from here until the first of all have been told: a stream that begins later stands after them.
    this.#told = changes.to;
    const telling = new Telling(changes, dependents, this.#last, this.opener.cursorAt);
    for (const stream of this.#streams) {
      if (isReset(stream, changes)) this.resync(stream, 'BULK_CHANGE', changes.to);
      else this.push(stream, telling.moved(stream), changes.to);
    }
    const most = Math.max(
      ...[dependents.common, ...dependents.special.values()].map((all) => all.length),
    );
    for (let at = 0; at < most; at += dependentsAtOnce) {
      if (at > 0) await pause(betweenDependentsMilliseconds);
      for (const stream of this.#streams)
        this.push(stream, telling.dependent(stream, at, dependentsAtOnce), changes.to);
    }
  }

  private push(stream: Stream, told: readonly Told[], to: number): void {
    for (const one of told)
      if (!stream.queue.push(one.id, one)) {
        stream.stuckSince ??= performance.now();
        this.resync(stream, 'TOO_SLOW', to);
        return;
      }
  }

  /**
   * Each second: whoever has expired is gone, whoever takes nothing is cut, and everybody is told every few seconds
   * where the stream stands. Whatever else is told or not, since a bookmark that is missing would tell of it.
   */
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
      if (now - stream.markedAt < bookmarkMilliseconds) continue;
      stream.markedAt = now;
      const { context, eyes } = stream;
      const cursor = () => this.opener.cursorAt(this.changes.position, context);
      const event = bookmarks.get(context) ?? { kind: 'BOOKMARK', cursor: cursor(), eyes, at };
      bookmarks.set(context, event);
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
    const { context, eyes, queue } = stream;
    queue.resync({ kind: 'RESYNC', cursor: this.opener.cursorAt(position, context), eyes, cause });
  }
}

function isReset({ from, watched }: Stream, { after, resets }: Changes): boolean {
  return resets.some(
    ({ municipality, position }) =>
      position > Math.max(after, from) && isAsked(municipality, watched),
  );
}
