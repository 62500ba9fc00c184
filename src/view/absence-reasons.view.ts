import { Injectable } from '@nestjs/common';
import { inUseFirst, standardReasons, type ReasonSetting } from '../staff/absence-reasons.js';
import { AbsenceReasonsStore } from '../store/absence-reasons.store.js';

/** A municipality's reasons for absence; everybody gets to know them, since they say nothing of anybody. */
@Injectable()
export class AbsenceReasonsView {
  #next: Promise<ReadonlyMap<string, readonly ReasonSetting[]>> | null = null;

  constructor(private readonly reasons: AbsenceReasonsStore) {}

  /** Those in use first. */
  async ofMunicipality(code: string): Promise<readonly ReasonSetting[]> {
    return inUseFirst((await this.readTogether()).get(code) ?? standardReasons);
  }

  /** One read for all who ask in the same turn; it begins after the last of them has asked, so that nobody gets an older one. */
  private readTogether() {
    this.#next ??= Promise.resolve().then(() => {
      this.#next = null;
      return this.reasons.all();
    });
    return this.#next;
  }
}
