import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import type { Viewer } from '../kernel/viewer.js';
import type { ProtectionLevel } from '../kernel/words.js';
import { officeOf } from '../policy/authority.js';
import { LoweringsStore } from '../store/lowerings.store.js';
import { PeopleView } from './people.view.js';
import type { EntryView } from './person-view.js';

/** A request to lower somebody that waits for another officer. */
export type LoweringView = {
  readonly entry: EntryView;
  readonly level: ProtectionLevel;
  readonly caseReference: string;
  readonly requestedAt: Date;
  /** Asked by the viewer, with this token or another one. */
  readonly yours: boolean;
};

/** What officers may know of the requests to lower a level. */
@Injectable()
export class LoweringsView {
  constructor(
    private readonly lowerings: LoweringsStore,
    private readonly people: PeopleView,
    private readonly clock: Clock,
  ) {}

  /** The requests of the officer's own municipality that can be confirmed now, the newest first; at most 100. */
  async ofOwnMunicipality(viewer: Viewer): Promise<readonly LoweringView[]> {
    const municipality = officeOf(viewer);
    if (municipality === null) return [];
    const open = await this.lowerings.open(municipality, this.clock.now());
    const ids = open.map(({ personId }) => personId);
    const entries = new Map((await this.people.byIds(viewer, ids)).map((one) => [one.id, one]));
    return open.flatMap(({ personId, level, caseReference, requestedAt, ...by }) => {
      const entry = entries.get(personId);
      const yours = by.requestedBy === viewer.actor || by.requesterId === viewer.personId;
      return entry ? [{ entry, level, caseReference, requestedAt, yours }] : [];
    });
  }
}
