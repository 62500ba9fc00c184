import { Injectable } from '@nestjs/common';
import type { Viewer } from '../kernel/viewer.js';
import type { GrantedRole } from '../kernel/words.js';
import { grantCells } from '../policy/grants.js';
import { reachOf } from '../policy/reach.js';
import { GrantsStore } from '../store/grants.store.js';
import { MunicipalitiesStore } from '../store/municipalities.store.js';
import { PeopleView } from './people.view.js';
import { personOrNull, type MunicipalityView, type PersonView } from './person-view.js';

/** A role that somebody has here, where that person exists for the viewer. */
export type GrantView = {
  readonly person: PersonView;
  readonly role: GrantedRole;
  readonly municipality: MunicipalityView;
  readonly grantedBy: string;
  readonly grantedAt: Date;
};

/** So many people do not have roles; a list that is cut off would be noticed. */
const most = 1_000;

/** Who has been granted which role. */
@Injectable()
export class GrantsView {
  constructor(
    private readonly grants: GrantsStore,
    private readonly people: PeopleView,
    private readonly municipalities: MunicipalitiesStore,
  ) {}

  /** The standing grants that the viewer may see, the oldest first. One to somebody hidden is not there. */
  async standing(viewer: Viewer): Promise<readonly GrantView[]> {
    const codes = this.municipalities.codes();
    const cells = grantCells(viewer, codes);
    const grants = await this.grants.standing(reachOf(viewer, codes), cells, most);
    const ids = [...new Set(grants.map(({ personId }) => personId))];
    const seen = new Map((await this.people.byIds(viewer, ids)).map((one) => [one.id, one]));
    return grants.flatMap(({ personId, role, grantedBy, grantedAt }) => {
      const person = personOrNull(seen.get(personId));
      return person === null
        ? []
        : [{ person, role, municipality: person.municipality, grantedBy, grantedAt }];
    });
  }
}
