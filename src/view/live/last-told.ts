import type { MunicipalityCode, PersonId } from '../../kernel/ids.js';
import type { Moved, Reset } from '../../store/positions.store.js';

/** Up to where each entry has been told of in this process. */
export class LastTold {
  readonly #entries = new Map<PersonId, number>();
  readonly #municipalities = new Map<MunicipalityCode, number>();

  /** The position at which an entry, or all of its municipality, was last told of; 0 for never. */
  of({ id, municipality }: Pick<Moved, 'id' | 'municipality'>): number {
    return Math.max(this.#entries.get(id) ?? 0, this.#municipalities.get(municipality) ?? 0);
  }

  /** Notes what is being told. */
  note(moved: readonly Moved[], resets: readonly Reset[]): void {
    for (const { id, position } of moved) this.#entries.set(id, position);
    for (const { municipality, position } of resets)
      this.#municipalities.set(municipality, position);
  }
}
