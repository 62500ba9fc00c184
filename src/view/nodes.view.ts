import { Injectable } from '@nestjs/common';
import { nobody, type NodeRef, type PersonId } from '../kernel/ids.js';
import type { Viewer } from '../kernel/viewer.js';
import { AbsencesStore } from '../store/absences.store.js';
import { ForwardingsStore } from '../store/forwardings.store.js';
import { KeysView, type ApiKeyView } from './keys.view.js';
import { PeopleView, type CardsRead } from './people.view.js';
import type {
  AbsenceView,
  EntryView,
  ForwardingView,
  MunicipalityView,
  UnitView,
} from './person-view.js';
import type { SyncRunView } from './sync-run-view.js';
import { SyncRunsView } from './sync-runs.view.js';

/** Anything with a global id, as a viewer sees it. */
export type NodeView =
  EntryView | AbsenceView | ForwardingView | MunicipalityView | UnitView | SyncRunView | ApiKeyView;

/** Objects by id: null for what is not there and for what is not for the viewer. */
@Injectable()
export class NodesView {
  constructor(
    private readonly people: PeopleView,
    private readonly absences: AbsencesStore,
    private readonly forwardings: ForwardingsStore,
    private readonly runs: SyncRunsView,
    private readonly keys: KeysView,
  ) {}

  /** Any object by its id, or null; managers may be spared if nobody asks for them. */
  async byRef(
    viewer: Viewer,
    ref: NodeRef,
    cards: CardsRead = 'MANAGERS',
  ): Promise<NodeView | null> {
    switch (ref.kind) {
      case 'PERSON':
        return this.people.byId(viewer, ref.id, cards);
      case 'UNIT':
        return this.people.unit(ref.id);
      case 'MUNICIPALITY':
        return this.people.allMunicipalities().find((m) => m.id === ref.id) ?? null;
      case 'ABSENCE': {
        const owner = await this.absences.ownerUndisclosed(ref.id);
        const entry = await this.entryOf(viewer, owner, atLeastReferred(cards));
        return entry?.absence(ref.id) ?? null;
      }
      case 'FORWARDING': {
        const reach = this.people.reach(viewer);
        const owner = await this.forwardings.ownerUndisclosed(reach, ref.id);
        const entry = await this.entryOf(viewer, owner, atLeastReferred(cards));
        return entry?.forwardings.find((forwarding) => forwarding.id === ref.id) ?? null;
      }
      case 'SYNC_RUN': {
        const [run] = await this.runs.byIds(viewer, [ref.id]);
        return run ?? null;
      }
      case 'API_KEY':
        return this.keys.byId(viewer, ref.id);
    }
  }

  /** The owner of something, read also where there is none: what a hidden person has takes no longer. */
  private entryOf(
    viewer: Viewer,
    owner: PersonId | null,
    cards: CardsRead,
  ): Promise<EntryView | null> {
    return this.people.byId(viewer, owner ?? nobody, cards);
  }
}

/** What hangs on an entry is part of what it says of others. */
function atLeastReferred(cards: CardsRead): CardsRead {
  return cards === 'MANAGERS' ? cards : 'REFERRED';
}
