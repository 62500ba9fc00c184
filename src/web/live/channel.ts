import { createHash } from 'node:crypto';
import type { ExecutionResult } from 'graphql';
import type { Delivery, LiveEvent } from '../../view/live.js';

/** What an entry looked like: since which position at the latest, and up to which that is known. */
type Look = { readonly digest: string; readonly since: number; readonly knownTo: number };

/** Makes an event into an answer, or null when there is nothing to see. */
export type Render = (event: LiveEvent) => Promise<ExecutionResult | null>;

/**
 * What everybody is sent who sees with the same eyes and asks for the same: made once, and only when it looks
 * otherwise than before.
 */
export class Channel {
  #users = 0;
  /** One at a time: of two answers about an entry the later one is what it looks like. */
  #making: Promise<unknown> = Promise.resolve();
  readonly #made = new WeakMap<LiveEvent, Promise<ExecutionResult | null>>();
  readonly #looks = new Map<string, Look>();

  constructor(private readonly readUpTo: () => Promise<number>) {}

  /** The answer to a delivery; null when nothing of it is to be seen, or nothing of it has changed since what the client was sent last. */
  async answer({ event, since }: Delivery, render: Render): Promise<ExecutionResult | null> {
    const made = await this.#once(event, render);
    if (made === null || event.kind !== 'CHANGED' || since === 0) return made;
    const look = this.#looks.get(event.id);
    return look === undefined || look.since >= since ? made : null;
  }

  /** How an entry looked before the first change of it was told, read up to a position. */
  looked(id: string, answer: ExecutionResult, position: number): void {
    if (this.#looks.has(id)) return;
    this.#looks.set(id, { digest: digestOf(answer, ''), since: position, knownTo: position });
  }

  /** So many entries it knows the look of. */
  get size(): number {
    return this.#looks.size;
  }

  /** Whether any stream reads it. */
  get isUsed(): boolean {
    return this.#users > 0;
  }

  /** One more stream of it, until `leave`. */
  enter(): void {
    this.#users += 1;
  }

  /** One stream less; whether it was the last. */
  leave(): boolean {
    this.#users -= 1;
    return this.#users === 0;
  }

  #once(event: LiveEvent, render: Render): Promise<ExecutionResult | null> {
    const known = this.#made.get(event);
    if (known) return known;
    const making = this.#making.then(() => this.#make(event, render));
    // Whoever waits for it is told why it could not be made; whoever comes after it need not know.
    this.#making = making.catch(() => undefined);
    this.#made.set(event, making);
    return making;
  }

  async #make(event: LiveEvent, render: Render): Promise<ExecutionResult | null> {
    const made = await render(event);
    if (event.kind !== 'CHANGED' || made === null) {
      if ('id' in event) this.#looks.delete(event.id);
      return made;
    }
    const { id, position } = event;
    const digest = digestOf(made, event.cursor);
    const before = this.#looks.get(id);
    // What happened to it in between, and was not looked at here, others may have seen.
    const asBefore = before?.digest === digest && event.before <= before.knownTo;
    if (asBefore) this.#looks.set(id, { ...before, knownTo: Math.max(before.knownTo, position) });
    else {
      // It was read just now, so that it may look as it does since now only, whatever the event is of.
      const now = await this.readUpTo();
      this.#looks.set(id, { digest, since: now, knownTo: now });
    }
    return made;
  }
}

/** Of what is seen; where it stands is another thing. */
function digestOf({ data }: ExecutionResult, cursor: string): string {
  const seen = JSON.stringify(data);
  const text = cursor === '' ? seen : seen.replaceAll(cursor, '');
  return createHash('sha256').update(text).digest().toString('base64', 0, digestBytes);
}
const digestBytes = 15;
