import { Injectable } from '@nestjs/common';
import { LiveStreams } from '../../view/live.js';
import { Baselines, type ReadLooks } from './baselines.js';
import { Channel } from './channel.js';

/** The channels of the open streams, by who sees and what is asked for. */
@Injectable()
export class Channels {
  readonly #channels = new Map<string, Channel>();

  constructor(
    private readonly streams: LiveStreams,
    private readonly baselines: Baselines,
  ) {}

  /** The channel of a name, for one stream more; `looks` reads how everything looks now, null when nobody may look in vain. */
  enter(name: string, looks: ReadLooks | null): Channel {
    const known = this.#channels.get(name);
    const channel = known ?? new Channel(() => this.streams.readUpTo());
    this.#channels.set(name, channel);
    channel.enter();
    if (!known && looks) this.look(channel, looks);
    return channel;
  }

  /** A channel for one stream alone. */
  apart(): Channel {
    const channel = new Channel(() => this.streams.readUpTo());
    channel.enter();
    return channel;
  }

  /** Has it looked at how everything looks now, behind the streams. */
  look(channel: Channel, looks: ReadLooks): void {
    this.baselines.want(channel, looks);
  }

  /** One stream less. */
  leave(name: string): void {
    if (this.#channels.get(name)?.leave()) this.#channels.delete(name);
  }
}
