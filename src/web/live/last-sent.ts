import type { LiveEvent } from '../../view/live.js';
import type { Shown } from './channel.js';

/** So many are remembered: of several changes at once, the later ones come soon after. */
const most = 64;

/** What a client has of the entries that it was last sent: the very same is not sent twice in a row. */
export class LastSent {
  readonly #looks = new Map<string, string>();

  /** Whether this is anything but what the client has; it has it from now on. */
  isNew(event: LiveEvent, { look }: Shown): boolean {
    // Whoever lists again has what it lists.
    if (event.kind === 'RESYNC') this.#looks.clear();
    if (event.kind === 'GONE') this.#looks.delete(event.id);
    if (event.kind !== 'CHANGED' || look === null) return true;
    const had = this.#looks.get(event.id);
    this.#looks.delete(event.id);
    this.#looks.set(event.id, look);
    const [oldest] = this.#looks.keys();
    if (this.#looks.size > most && oldest !== undefined) this.#looks.delete(oldest);
    return had !== look;
  }
}
