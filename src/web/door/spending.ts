import { Inject, Injectable, Logger } from '@nestjs/common';
import type { Allowances } from '../../config/allowances.js';
import { configuration } from '../../config/settings.js';
import { Clock } from '../../kernel/clock.js';
import type { Viewer } from '../../kernel/viewer.js';

const log = new Logger('web');
const minute = 60_000;
/** Identities that are remembered; the one that has been quiet longest is forgotten first, and is full again by then. */
const maxIdentities = 10_000;

type Bucket = { readonly left: number; readonly at: number };
type Limit = { readonly key: string; readonly size: number };

/** What an operation asks for. */
export type Bill = { readonly cost: number; readonly lookups: number };

/**
 * What each identity has left, in the memory of this process: two processes allow twice as much, and a
 * restart forgets. A bucket is full at first, and is filled evenly within a minute. What was asked is
 * paid, whatever was found: a refund would tell how much was hidden.
 */
@Injectable()
export class Spending {
  readonly #buckets = new Map<string, Bucket>();
  readonly #warned = new Map<string, number>();
  readonly #allowances: Allowances;

  constructor(
    private readonly clock: Clock,
    @Inject(configuration) { allowances }: { readonly allowances: Allowances },
  ) {
    this.#allowances = allowances;
  }

  /** Takes what an operation costs. Seconds to wait when it is too much, and then nothing is taken; null when it may go on. */
  charge(viewer: Viewer, { cost, lookups }: Bill): number | null {
    const general = this.#general(viewer);
    const series = this.#series(viewer);
    const wait = this.#wait(general, cost);
    if (wait !== null) return wait;
    if (series !== null && lookups > 0) {
      const longer = this.#wait(series, lookups);
      if (longer !== null) {
        this.#warn(viewer);
        return longer;
      }
      this.#take(series, lookups);
    }
    this.#take(general, cost);
    return null;
  }

  /** Takes one step of somebody who is not known yet, by the network address; seconds to wait, or null. */
  chargeVisit(address: string | undefined): number | null {
    const visitor = { key: `visit ${network(address ?? '')}`, size: this.#allowances.signIns };
    const wait = this.#wait(visitor, 1);
    if (wait === null) this.#take(visitor, 1);
    return wait;
  }

  /** What the viewer may still ask for now, in points of cost. */
  remaining(viewer: Viewer): number {
    return Math.floor(this.#bucket(this.#general(viewer)).left);
  }

  #general({ roles, actor }: Viewer): Limit {
    const { operators, systems, people } = this.#allowances;
    const others = actor.startsWith('key:') ? systems : people;
    return { key: actor, size: roles.includes('OPERATOR') ? operators : others };
  }

  /** Employees look single numbers up; those who serve callers look up whoever calls. */
  #series({ roles, actor }: Viewer): Limit | null {
    const serves = roles.includes('OPERATOR') || roles.includes('TECHNICIAN');
    if (serves || !roles.includes('EMPLOYEE')) return null;
    return { key: `lookups ${actor}`, size: this.#allowances.lookups };
  }

  #bucket({ key, size }: Limit): Bucket {
    const at = this.clock.now().getTime();
    const before = this.#buckets.get(key);
    if (before === undefined) return { left: size, at };
    if (at < before.at) {
      // The clock was set back: that gives nothing, and the waiting goes by the clock as it is now.
      this.#buckets.set(key, { left: before.left, at });
      return { left: before.left, at };
    }
    return { left: Math.min(size, before.left + ((at - before.at) * size) / minute), at };
  }

  #wait(limit: Limit, amount: number): number | null {
    const { left } = this.#bucket(limit);
    if (amount <= left) return null;
    const milliseconds = Math.round(((amount - left) * minute) / limit.size);
    return Math.max(1, Math.ceil(milliseconds / 1000));
  }

  #take(limit: Limit, amount: number): void {
    const { left, at } = this.#bucket(limit);
    this.#buckets.delete(limit.key);
    this.#buckets.set(limit.key, { left: left - amount, at });
    const [oldest] = this.#buckets.keys();
    if (this.#buckets.size > maxIdentities && oldest !== undefined) this.#buckets.delete(oldest);
  }

  /** Once a minute and identity: somebody walks through numbers. */
  #warn({ actor }: Viewer): void {
    const now = this.clock.now().getTime();
    if (now - (this.#warned.get(actor) ?? -minute) < minute) return;
    if (this.#warned.size >= maxIdentities) this.#warned.clear();
    this.#warned.set(actor, now);
    log.warn(`web.enumeration actor=${actor}`);
  }
}

/** An address of IPv4, or the half of one of IPv6 that its holder does not choose. */
function network(address: string): string {
  const [, mapped] = /^::ffff:([\d.]+)$/i.exec(address) ?? [];
  if (mapped !== undefined || !address.includes(':')) return mapped ?? address;
  const [head = '', tail = ''] = address.split('::');
  const [before, after] = [head.split(':'), tail.split(':')];
  const zeros = address.includes('::') ? 8 - before.length - after.length : 0;
  return [...before, ...Array.from({ length: zeros }, () => '0'), ...after].slice(0, 4).join(':');
}
