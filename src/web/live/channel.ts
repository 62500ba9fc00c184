import { createHash } from 'node:crypto';
import type { ExecutionResult } from 'graphql';
import type { Delivery, LiveEvent } from '../../view/live.js';

/** What an entry looks like: since which position at the latest, and up to which that is known. */
type Look = {
  readonly digest: string;
  readonly since: number;
  readonly knownTo: number;
  /** Between these two it changed, and how it looked then was not seen here: others may have. */
  readonly unseen: { readonly from: number; readonly to: number } | null;
  /** When it was seen first. */
  readonly at: number;
};

/**
 * What time alone changes is so at once, and gets its position when it is told, a second later or some. Until then a look
 * may have the change in it already, and whoever listed before it has not: nothing is kept back because of it.
 */
const settledMilliseconds = 5_000;

/** What is to be sent, with what stands for how an entry looks in it. */
export type Shown = { readonly answer: ExecutionResult; readonly look: string | null };

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
  readonly #made = new WeakMap<LiveEvent, Promise<Shown | null>>();
  readonly #looks = new Map<string, Look>();

  constructor(
    private readonly readUpTo: () => Promise<number>,
    private readonly clock: () => number = () => performance.now(),
  ) {}

  /** The answer to a delivery; null when nothing of it is to be seen, or nothing of it has changed since what the client was sent last. */
  async answer({ event, since, before }: Delivery, render: Render): Promise<Shown | null> {
    const shown = await this.#once(event, render);
    const look = event.kind === 'CHANGED' ? this.#looks.get(event.id) : undefined;
    const isNew =
      look === undefined ||
      since === 0 ||
      look.since >= since ||
      hasOther(look, before) ||
      this.clock() - look.at < settledMilliseconds;
    return isNew ? shown : null;
  }

  /** How an entry looked before the first change of it was told, read up to a position; what time had changed has one by then. */
  looked(id: string, answer: ExecutionResult, position: number): void {
    if (this.#looks.has(id)) return;
    const digest = digestOf(answer, '');
    const at = -Infinity;
    this.#looks.set(id, { digest, since: position, knownTo: position, unseen: null, at });
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

  #once(event: LiveEvent, render: Render): Promise<Shown | null> {
    const known = this.#made.get(event);
    if (known) return known;
    const making = this.#making.then(() => this.#make(event, render));
    // Whoever waits for it is told why it could not be made; whoever comes after it need not know.
    this.#making = making.catch(() => undefined);
    this.#made.set(event, making);
    return making;
  }

  async #make(event: LiveEvent, render: Render): Promise<Shown | null> {
    const answer = await render(event);
    if (event.kind !== 'CHANGED' || answer === null) {
      if ('id' in event) this.#looks.delete(event.id);
      return answer && { answer, look: null };
    }
    const { id, position } = event;
    const digest = digestOf(answer, event.cursor);
    const known = this.#looks.get(id);
    if (known?.digest === digest) {
      const knownTo = Math.max(known.knownTo, position);
      this.#looks.set(id, { ...known, knownTo, unseen: unseenOf(known, event) });
    } else {
      // It was read just now, so that it may look as it does since now only, whatever the event is of.
      const now = await this.readUpTo();
      const at = this.clock();
      this.#looks.set(id, { digest, since: now, knownTo: now, unseen: null, at });
    }
    return { answer, look: digest };
  }
}

/** Whether a client who was last told of an entry then may have it as it looked while nobody here saw it. */
function hasOther({ unseen }: Look, before: number): boolean {
  return unseen !== null && before > unseen.from && before < unseen.to;
}

/** What was not seen of an entry that looks as before: what came after that was known, and before this event. */
function unseenOf(
  { knownTo, unseen }: Look,
  { before, position }: LiveEvent & { readonly kind: 'CHANGED' },
): Look['unseen'] {
  if (before <= knownTo) return unseen;
  return { from: unseen?.from ?? knownTo, to: position };
}

/** Of what is seen; where it stands is another thing. */
function digestOf({ data }: ExecutionResult, cursor: string): string {
  const seen = JSON.stringify(data);
  const text = cursor === '' ? seen : seen.replaceAll(cursor, '');
  return createHash('sha256').update(text).digest().toString('base64', 0, digestBytes);
}
const digestBytes = 15;
