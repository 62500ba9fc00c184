import { Injectable, Logger } from '@nestjs/common';
import { auditFactOf } from '../audit/audit-fact-of.js';
import { Clock } from '../kernel/clock.js';
import type { PersonId, UnitId } from '../kernel/ids.js';
import { done, refused, type Outcome } from '../kernel/user-error.js';
import type { Viewer } from '../kernel/viewer.js';
import { mayAppoint } from '../policy/grants.js';
import type { Unit } from '../staff/person.js';
import { PeopleStore } from '../store/people.store.js';
import { UnitDutiesStore } from '../store/unit-duties.store.js';
import { Subjects } from './subjects.js';

/** Who is to have a unit's duties; null keeps who has one. */
export type DutiesRequest = {
  readonly unitId: UnitId;
  readonly managerIds: readonly PersonId[] | null;
  readonly phoneResponsibleIds: readonly PersonId[] | null;
  readonly expectedVersion: string | null;
};

const most = 20;

/** Says who manages a unit (P11) and who is its telefonansvarig (P12). */
@Injectable()
export class SetUnitDuties {
  readonly #log = new Logger('identity');

  constructor(
    private readonly subjects: Subjects,
    private readonly people: PeopleStore,
    private readonly duties: UnitDutiesStore,
    private readonly clock: Clock,
  ) {}

  /** Replaces those whom the viewer can see, or says why not. It reaches every process within a second. */
  async carryOut(
    viewer: Viewer,
    request: DutiesRequest,
  ): Promise<Outcome<{ readonly unitId: UnitId }>> {
    const { unitId, managerIds, phoneResponsibleIds, expectedVersion } = request;
    const unit = await this.people.unit(unitId);
    if (unit === null) return refused('NOT_FOUND', 'Det finns ingen sådan.', 'unitId');
    const municipality = unit.municipality.code;
    const place = { id: unitId, municipality };
    if (managerIds !== null && !mayAppoint(viewer, 'MANAGER', place))
      return refused('NOT_ALLOWED', 'Du får inte utse chefer här.', 'managerIds');
    if (!mayAppoint(viewer, 'PHONE_RESPONSIBLE', place))
      return refused('NOT_ALLOWED', 'Du får inte utse telefonansvariga här.', 'unitId');
    const refusal =
      (await this.refusalOf(viewer, unit, managerIds ?? [], 'managerIds')) ??
      (await this.refusalOf(viewer, unit, phoneResponsibleIds ?? [], 'phoneResponsibleIds'));
    if (refusal) return refusal;
    const change = {
      unitId,
      municipality,
      expectedVersion,
      MANAGER: managerIds,
      PHONE_RESPONSIBLE: phoneResponsibleIds,
    };
    const at = this.clock.now();
    const fact = auditFactOf(viewer, { at, municipality, action: 'SET_UNIT_DUTY', object: unitId });
    if (!(await this.duties.replace(this.subjects.reach(viewer), change, fact)))
      return refused('CONFLICT', 'Någon annan har ändrat enheten. Läs om den.', 'expectedVersion');
    this.#log.log(`identity.unit_duties unit=${unitId}`);
    return done({ unitId });
  }

  private async refusalOf(
    viewer: Viewer,
    unit: Unit,
    ids: readonly PersonId[],
    field: string,
  ): Promise<Outcome<never> | null> {
    if (ids.length > most) return refused('LIMIT', `Högst ${most} personer.`, field);
    const people = await this.subjects.visibleByIds(viewer, ids);
    const isThere = (id: PersonId) =>
      people.some((p) => p.id === id && p.leftAt === null && p.kind !== 'SHARED_PHONE');
    if (!ids.every(isThere)) return refused('NOT_FOUND', 'Det finns ingen sådan.', field);
    const outside = people.some((p) => p.municipality.code !== unit.municipality.code);
    return outside ? refused('INVALID', 'Personen arbetar i en annan kommun.', field) : null;
  }
}
