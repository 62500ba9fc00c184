import { Injectable } from '@nestjs/common';
import type { WebSocket } from 'ws';
import type { Viewer } from '../../kernel/viewer.js';
import type { LiveConnection } from './live-connection.js';

/** Open connections in all, and those that have not said who they are. */
const maxOpen = 5_000;
const maxUnnamed = 500;
/** Open connections of one identity: a person at some desks, and a system with some processes. */
const maxOfPerson = 20;
const maxOfKey = 200;

/**
 * The open connections of this process, counted by who opened them. Of those that have not said who
 * they are the oldest goes when there are too many: honest ones say it within a moment, so that
 * whoever opens many and says nothing is in nobody's way.
 */
@Injectable()
export class LiveConnections {
  readonly #open = new Set<LiveConnection>();
  readonly #unnamed = new Set<LiveConnection>();
  readonly #named = new Map<string, number>();

  /** Whether there is room for one more. */
  get full(): boolean {
    return this.#open.size >= maxOpen;
  }

  /** How many are open. */
  get size(): number {
    return this.#open.size;
  }

  /** Takes a new connection in, and lets go of it when its socket closes. */
  add(connection: LiveConnection, socket: WebSocket): void {
    this.#open.add(connection);
    this.#unnamed.add(connection);
    const [oldest] = this.#unnamed;
    if (this.#unnamed.size > maxUnnamed) oldest?.cut();
    socket.once('close', () => {
      this.#open.delete(connection);
      this.#unnamed.delete(connection);
      if (connection.viewer !== null) this.#count(connection.viewer, -1);
    });
  }

  /** The connection is saying who it is. */
  speaks(connection: LiveConnection): void {
    this.#unnamed.delete(connection);
  }

  /** Gives a connection its viewer; false when that identity has as many as it may, and then nothing is given. */
  name(connection: LiveConnection, viewer: Viewer): boolean {
    const most = viewer.actor.startsWith('key:') ? maxOfKey : maxOfPerson;
    if ((this.#named.get(viewer.actor) ?? 0) >= most) return false;
    connection.viewer = viewer;
    this.#count(viewer, 1);
    return true;
  }

  /** Cuts those that did not answer since the last time, and asks the others. */
  beat(): void {
    for (const connection of this.#open) connection.beat();
  }

  /** Cuts all that are left. */
  cutAll(): void {
    for (const connection of this.#open) connection.cut();
  }

  #count({ actor }: Viewer, change: number): void {
    const count = (this.#named.get(actor) ?? 0) + change;
    if (count > 0) this.#named.set(actor, count);
    else this.#named.delete(actor);
  }
}
