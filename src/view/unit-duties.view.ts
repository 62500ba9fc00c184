import { Injectable } from '@nestjs/common';
import type { PersonId, UnitId } from '../kernel/ids.js';
import type { Viewer } from '../kernel/viewer.js';
import type { UnitDuty } from '../kernel/words.js';
import { audiencesOf, type Audience } from '../policy/audience.js';
import { anybodyIn } from '../policy/subject.js';
import { unitDisclosure } from '../policy/unit-disclosure.js';
import { reachOf } from '../policy/reach.js';
import { dutiesVersion, type DutyHolder } from '../staff/unit-duties.js';
import { MunicipalitiesStore } from '../store/municipalities.store.js';
import { UnitDutiesStore } from '../store/unit-duties.store.js';
import { PeopleView } from './people.view.js';
import { personOrNull, type PersonView, type UnitView } from './person-view.js';

type Read = {
  readonly holders: readonly DutyHolder[];
  readonly people: ReadonlyMap<PersonId, PersonView>;
};
type Batch = { readonly units: Set<UnitId>; readonly read: Promise<Read> };
type UnitField = keyof typeof unitDisclosure;

/** Who has duties in a unit, as the viewer may see them. Units that are asked for together are read together. */
@Injectable()
export class UnitDutiesView {
  /** One viewer is one request, so that nobody gets what was read for another. */
  readonly #batches = new WeakMap<Viewer, Batch>();

  constructor(
    private readonly duties: UnitDutiesStore,
    private readonly people: PeopleView,
    private readonly municipalities: MunicipalitiesStore,
  ) {}

  /** Its manager; null if there is none, or none for the viewer. The first in Swedish order of several. */
  async manager(viewer: Viewer, unit: UnitView): Promise<PersonView | null> {
    if (!this.may(viewer, 'Unit.manager', unit)) return null;
    const [manager] = await this.holders(viewer, unit, 'MANAGER');
    return manager ?? null;
  }

  /** Its telefonansvariga, in Swedish order. */
  async phoneResponsibles(viewer: Viewer, unit: UnitView): Promise<readonly PersonView[]> {
    if (!this.may(viewer, 'Unit.phoneResponsibles', unit)) return [];
    return this.holders(viewer, unit, 'PHONE_RESPONSIBLE');
  }

  /** The version of its duties, for those who may change them; over what the viewer can see of them. */
  async version(viewer: Viewer, unit: UnitView): Promise<string | null> {
    if (!this.may(viewer, 'Unit.version', unit)) return null;
    const { holders } = await this.read(viewer, unit.id);
    return dutiesVersion(holders.filter(({ unitId }) => unitId === unit.id));
  }

  private may(viewer: Viewer, field: UnitField, unit: UnitView): boolean {
    const municipality = this.municipalities.byCode(unit.municipality.code)?.code;
    if (municipality === undefined) return false;
    const allowed: readonly Audience[] = unitDisclosure[field];
    return audiencesOf(viewer, anybodyIn(municipality, unit.id)).some((audience) =>
      allowed.includes(audience),
    );
  }

  private async holders(viewer: Viewer, { id }: UnitView, duty: UnitDuty) {
    const { holders, people } = await this.read(viewer, id);
    return holders
      .filter((one) => one.unitId === id && one.duty === duty)
      .flatMap(({ personId }) => people.get(personId) ?? []);
  }

  private async read(viewer: Viewer, id: UnitId): Promise<Read> {
    const batch = this.#batches.get(viewer) ?? this.begin(viewer);
    batch.units.add(id);
    return batch.read;
  }

  private begin(viewer: Viewer): Batch {
    const units = new Set<UnitId>();
    const read = new Promise<void>((resolve) => setImmediate(resolve)).then(async () => {
      this.#batches.delete(viewer);
      const reach = reachOf(viewer, this.municipalities.codes());
      const holders = await this.duties.of(reach, [...units]);
      const ids = [...new Set(holders.map(({ personId }) => personId))];
      const seen = await this.people.byIds(viewer, ids);
      const people = seen.flatMap((one) => personOrNull(one) ?? []);
      return { holders, people: new Map(people.map((one) => [one.id, one])) };
    });
    const batch = { units, read };
    this.#batches.set(viewer, batch);
    return batch;
  }
}
