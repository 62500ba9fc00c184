import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { ExecutionResult } from 'graphql';
import type { Delivery, LiveEvent } from '../../view/live.js';

/** What an entry looked like, and the position as of which it may have come to. */
type Look = { readonly digest: string; readonly since: number };

/** Makes an event into an answer, or null when there is nothing to see. */
export type Render = (event: LiveEvent) => Promise<ExecutionResult | null>;

/**
 * What everybody is sent who sees with the same eyes and asks for the same: made once, and only when it looks
 * otherwise than before.
 */
export class Channel {
  #users = 0;
  readonly #made = new WeakMap<LiveEvent, Promise<ExecutionResult | null>>();
  readonly #looks = new Map<string, Look>();

  /** The answer to a delivery; null when nothing of it is to be seen, or nothing of it has changed since what the client was sent last. */
  async answer({ event, since }: Delivery, render: Render): Promise<ExecutionResult | null> {
    const known = this.#made.get(event);
    const making = known ?? this.#make(event, render);
    if (!known) this.#made.set(event, making);
    const made = await making;
    if (made === null || event.kind !== 'CHANGED') return made;
    const look = this.#looks.get(event.id);
    return look === undefined || look.since >= since ? made : null;
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

  async #make(event: LiveEvent, render: Render): Promise<ExecutionResult | null> {
    const made = await render(event);
    if (event.kind !== 'CHANGED') return made;
    if (made === null) {
      this.#looks.delete(event.id);
      return made;
    }
    const digest = digestOf(made, event.cursor);
    const before = this.#looks.get(event.id);
    if (before?.digest !== digest) this.#looks.set(event.id, { digest, since: event.position });
    return made;
  }
}

/** The channels of the open streams, by who sees and what is asked for. */
@Injectable()
export class Channels {
  readonly #channels = new Map<string, Channel>();

  /** The channel of a name, for one stream more. */
  enter(name: string): Channel {
    const channel = this.#channels.get(name) ?? new Channel();
    this.#channels.set(name, channel);
    channel.enter();
    return channel;
  }

  /** One stream less. */
  leave(name: string): void {
    if (this.#channels.get(name)?.leave()) this.#channels.delete(name);
  }
}

/** Of what is seen; where it stands is another thing. */
function digestOf({ data }: ExecutionResult, cursor: string): string {
  return createHash('sha256').update(JSON.stringify(data).replaceAll(cursor, '')).digest('base64');
}
