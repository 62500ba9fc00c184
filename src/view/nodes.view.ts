import { Injectable } from '@nestjs/common';
import type { NodeRef, PersonId } from '../kernel/ids.js';
import type { Viewer } from '../kernel/viewer.js';
import { AbsencesStore } from '../store/absences.store.js';
import { ForwardingsStore } from '../store/forwardings.store.js';
import { PeopleView } from './people.view.js';
import type {
  AbsenceView,
  ForwardingView,
  MunicipalityView,
  PersonView,
  UnitView,
} from './person-view.js';

/** Anything with a global id, as a viewer sees it. */
export type NodeView = PersonView | AbsenceView | ForwardingView | MunicipalityView | UnitView;

/** Objects by id: null for what is not there and for what is not for the viewer. */
@Injectable()
export class NodesView {
  constructor(
    private readonly people: PeopleView,
    private readonly absences: AbsencesStore,
    private readonly forwardings: ForwardingsStore,
  ) {}

  /** Any object by its id, or null. */
  async byRef(viewer: Viewer, ref: NodeRef): Promise<NodeView | null> {
    switch (ref.kind) {
      case 'PERSON':
        return this.people.byId(viewer, ref.id);
      case 'UNIT':
        return this.people.unit(ref.id);
      case 'MUNICIPALITY':
        return this.people.allMunicipalities().find((m) => m.id === ref.id) ?? null;
      case 'ABSENCE': {
        const person = await this.personOf(viewer, await this.absences.ownerUndisclosed(ref.id));
        const seen = person && [
          ...person.absences,
          ...(person.currentAbsence ? [person.currentAbsence] : []),
        ];
        return seen?.find((absence) => absence.id === ref.id) ?? null;
      }
      case 'FORWARDING': {
        const person = await this.personOf(viewer, await this.forwardings.ownerUndisclosed(ref.id));
        return person?.forwardings.find((forwarding) => forwarding.id === ref.id) ?? null;
      }
      case 'SYNC_RUN':
        return null;
    }
  }

  private async personOf(viewer: Viewer, owner: PersonId | null): Promise<PersonView | null> {
    return owner === null ? null : this.people.byId(viewer, owner);
  }
}
