import type { PersonId } from '../../kernel/ids.js';
import type { Delivery, LiveEvent } from '../../view/live.js';
import type { Shown } from './channel.js';

/** So many looks are remembered: of several changes at once, the later ones come soon after. */
const most = 64;

/** What one client has: of which entries nothing, which of them as the viewer alone sees them, and what it was sent last. */
export class LastSent {
  readonly #looks = new Map<PersonId, string>();
  readonly #gone = new Set<PersonId>();
  #apart = new Set<PersonId>();

  /** The client lists: these entries it has as the viewer alone sees them. */
  lists(apart: readonly PersonId[]): void {
    this.#apart = new Set(apart);
    this.#looks.clear();
  }

  /** The first change that an event stands for; any, where how others have the entry says nothing of how this client has it. */
  sinceOf({ event, since }: Delivery): number {
    if (event.kind !== 'CHANGED') return since;
    const isAsItHas = isApart(event) === this.#apart.has(event.id) && !this.#gone.has(event.id);
    return isAsItHas ? since : 0;
  }

  /** Whether this is anything but what the client has; it has it from now on. */
  isNew(event: LiveEvent, { look }: Shown): boolean {
    if (event.kind === 'GONE') {
      this.#gone.add(event.id);
      this.#looks.delete(event.id);
    }
    if (event.kind !== 'CHANGED' || look === null) return true;
    const { id } = event;
    const had = this.#looks.get(id);
    this.#gone.delete(id);
    if (isApart(event)) this.#apart.add(id);
    else this.#apart.delete(id);
    this.#looks.delete(id);
    this.#looks.set(id, look);
    const [oldest] = this.#looks.keys();
    if (this.#looks.size > most && oldest !== undefined) this.#looks.delete(oldest);
    return had !== look;
  }
}

function isApart({ eyes }: LiveEvent): boolean {
  return eyes.channel === null;
}
