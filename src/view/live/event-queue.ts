import type { Delivery, LiveEvent } from '../live.js';

/** So many entries wait for a client at most. */
export const mostWaiting = 256;

/**
 * What waits for one client: of each entry the last event alone, in order. Beyond `mostWaiting` entries nothing is
 * kept but that the client has to list again.
 */
export class EventQueue {
  readonly #entries = new Map<string, Delivery>();
  #resync: LiveEvent | null = null;
  #bookmark: LiveEvent | null = null;
  #waiting: ((delivery: Delivery | null) => void) | null = null;
  #fault: { readonly error: unknown } | null = null;
  #closed = false;

  /** Adds an event of an entry; false when there are too many, and nothing was added. */
  push(id: string, { event, since, before }: Delivery): boolean {
    const first = this.#entries.get(id);
    if (first === undefined && this.#entries.size >= mostWaiting) return false;
    this.#entries.delete(id);
    this.#entries.set(id, {
      event,
      since: Math.min(since, first?.since ?? since),
      before: first?.before ?? before,
    });
    this.wake();
    return true;
  }

  /** Puts this in place of everything that waits. */
  resync(event: LiveEvent): void {
    this.#entries.clear();
    this.#bookmark = null;
    this.#resync = event;
    this.wake();
  }

  /** Sent when nothing else waits; a later one takes its place. */
  bookmark(event: LiveEvent): void {
    this.#bookmark = event;
    this.wake();
  }

  /** The next one, when there is one; null when closed. Throws what `fail` was given. */
  next(): Promise<Delivery | null> {
    if (this.#fault) return Promise.reject(this.#fault.error);
    const ready = this.#closed ? null : this.take();
    if (ready !== undefined) return Promise.resolve(ready);
    return new Promise((resolve, reject) => {
      this.#waiting = (delivery) => (this.#fault ? reject(this.#fault.error) : resolve(delivery));
    });
  }

  /** Ends the stream with an error, whatever waits. */
  fail(error: unknown): void {
    this.#fault = { error };
    this.end();
  }

  /** Ends the stream. */
  end(): void {
    this.#closed = true;
    this.#entries.clear();
    this.#waiting?.(null);
    this.#waiting = null;
  }

  private wake(): void {
    if (this.#waiting === null || this.#closed) return;
    const ready = this.take();
    if (ready === undefined) return;
    const waiting = this.#waiting;
    this.#waiting = null;
    waiting(ready);
  }

  private take(): Delivery | undefined {
    if (this.#resync) {
      const event = this.#resync;
      this.#resync = null;
      return { event, since: 0, before: 0 };
    }
    for (const [id, delivery] of this.#entries) {
      this.#entries.delete(id);
      return delivery;
    }
    if (this.#bookmark === null) return undefined;
    const event = this.#bookmark;
    this.#bookmark = null;
    return { event, since: 0, before: 0 };
  }
}
