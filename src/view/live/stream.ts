import type { Viewer } from '../../kernel/viewer.js';
import type { StreamClass } from '../../policy/stream-class.js';
import type { Delivery, Eyes, WatchRequest } from '../live.js';
import { EventQueue } from './event-queue.js';
import type { Watched } from './step.js';

/** An open stream: for whom, about whom, and what waits for its client. */
export type Stream = {
  readonly request: WatchRequest;
  readonly queue: EventQueue;
  viewer: Viewer;
  /** Whether anybody may be more to the viewer than to the class, so that each change is looked at for this stream. */
  alone: boolean;
  expired: () => boolean;
  streamClass: StreamClass;
  /** With what eyes its class looks. */
  eyes: Eyes;
  /** What its positions are bound to: viewers of a class with the same filter are told the same. */
  context: string;
  watched: Watched;
  /** The position that the stream began at: what comes before it has been told or listed. */
  from: number;
  /** Since when the client has taken nothing, in the machine's milliseconds; null while it does. */
  stuckSince: number | null;
  /** When it was last told where it stands, in the machine's milliseconds. */
  markedAt: number;
};

/**
 * The stream as its client reads it. Written out, since a generator that waits for an event could not be ended
 * before that event.
 */
export function deliveriesOf(
  opening: Promise<Stream>,
  close: (stream: Stream) => void,
): AsyncIterable<Delivery> {
  const done = { done: true, value: undefined } as const;
  const end = async () => {
    const stream = await opening.catch(() => null);
    if (stream !== null) close(stream);
    return done;
  };
  const next = async (): Promise<IteratorResult<Delivery, undefined>> => {
    const stream = await opening;
    stream.stuckSince = null;
    const value = await stream.queue.next();
    return value === null ? end() : { done: false, value };
  };
  return { [Symbol.asyncIterator]: () => ({ next, return: end }) };
}
