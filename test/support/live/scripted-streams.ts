import type { TestApp } from '../app.js';
import {
  LiveStreams,
  type Delivery,
  type LiveEvent,
  type WatchRequest,
} from '../../../src/view/live.js';
import type { Viewer } from '../../../src/kernel/viewer.js';

/** An event but for the eyes that it is seen with: those of whoever opened the last stream, for that stream alone. */
export type ScriptedEvent = WithoutEyes<LiveEvent>;
type WithoutEyes<Event> = Event extends LiveEvent ? Omit<Event, 'eyes'> : never;
type Step = IteratorResult<Delivery, undefined>;
const done: Step = { done: true, value: undefined };

/** The streams of a program, told by a test what comes through them. */
export type ScriptedStreams = {
  /** What was asked for, and by whom. */
  readonly opened: readonly { readonly viewer: Viewer; readonly request: WatchRequest }[];
  /** How many streams are open now. */
  open(): number;
  /** Sends an event through every open stream. */
  tell(event: ScriptedEvent): void;
  /** Breaks every open stream. */
  fail(error: Error): void;
};

/** Puts streams in the place of a program's own. */
export function scriptStreams(app: TestApp): ScriptedStreams {
  const streams = app.app.get(LiveStreams, { strict: false });
  const opened: { viewer: Viewer; request: WatchRequest }[] = [];
  const open = new Set<Queue>();
  streams.open = (request) => {
    void request.identify(0).then(({ viewer }) => opened.push({ viewer, request }));
    const queue = new Queue(() => open.delete(queue));
    open.add(queue);
    return { [Symbol.asyncIterator]: () => queue };
  };
  return {
    opened,
    open: () => open.size,
    tell: (scripted) => {
      const last = opened.at(-1);
      if (last === undefined) throw new Error('No stream has been opened.');
      const { viewer, request } = last;
      const eyes = { viewer, filter: request.filter, channel: null, recorded: true };
      const event: LiveEvent = { ...scripted, eyes };
      for (const queue of open)
        queue.put(Promise.resolve({ done: false, value: { event, since: 0, before: 0 } }));
    },
    fail: (error) => {
      for (const queue of open) queue.put(Promise.reject(error));
    },
  };
}

class Queue implements AsyncIterator<Delivery, undefined> {
  readonly #steps: Promise<Step>[] = [];
  #wake: ((step: Promise<Step>) => void) | null = null;

  constructor(private readonly onReturn: () => void) {}

  put(step: Promise<Step>): void {
    // Whoever takes it hears of it; until then it is nobody's fault.
    step.catch(() => undefined);
    this.#steps.push(step);
    this.#give();
  }

  next(): Promise<Step> {
    return new Promise<Step>((resolve) => {
      this.#wake = resolve;
      this.#give();
    });
  }

  async return(): Promise<Step> {
    this.onReturn();
    this.#wake?.(Promise.resolve(done));
    return done;
  }

  #give(): void {
    if (this.#wake === null) return;
    const step = this.#steps.shift();
    if (step === undefined) return;
    this.#wake(step);
    this.#wake = null;
  }
}
